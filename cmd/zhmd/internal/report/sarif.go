package report

import (
	"io"
	"regexp"
	"strings"
)

// sarifHead begins a log by SARIF 2.1.0 with Errata 01. The results come first
// and what is known only at the end behind them, the rules that they name, so
// that no result need be kept: JSON leaves the order open.
const sarifHead = `{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",` +
	`"version":"2.1.0","runs":[{"results":[`

// sarif writes a SARIF log with one run.
type sarif struct {
	w       io.Writer
	version string

	begun     bool
	rules     []sarifRule
	ruleIndex map[string]int // of a rule's id in rules
	notices   []sarifNotice
}

// Add writes a result. What belongs to no file is kept for Close, since it is no
// result but tells of the run: GitHub refuses a log with a result that is
// nowhere, see github.com/github/codeql-action/issues/1738.
func (s *sarif) Add(f Finding) error {
	f = f.clean()
	if f.File == "" {
		s.notices = append(s.notices, sarifNotice{sarifID{f.Rule}, f.Level, sarifText{f.full()}})
		return nil
	}
	result, err := encode(s.result(f))
	if err != nil {
		return err
	}
	lead := ",\n"
	if !s.begun {
		s.begun, lead = true, sarifHead+"\n"
	}
	_, err = s.w.Write(append([]byte(lead), result...))
	return err
}

// Close completes the log.
func (s *sarif) Close() error {
	rest, err := encode(sarifRest{"unicodeCodePoints", s.invocations(), sarifTool{s.driver()}})
	if err != nil {
		return err
	}
	lead := "\n],"
	if !s.begun {
		lead = sarifHead + "],"
	}
	_, err = io.WriteString(s.w, lead+strings.TrimPrefix(string(rest), "{")+"]}\n")
	return err
}

func (s *sarif) result(f Finding) sarifResult {
	place := sarifPlace{Artifact: artifact(f.File)}
	if f.Line > 0 {
		place.Region = &sarifRegion{f.Line, f.Column}
	}
	return sarifResult{
		RuleID:    f.Rule,
		RuleIndex: s.rule(f.Rule),
		Level:     f.Level,
		Message:   sarifText{f.full()},
		Locations: []sarifLocation{{place}},
	}
}

// rule gives the index of a rule, which it lists if it was not used before.
func (s *sarif) rule(id string) int {
	index, ok := s.ruleIndex[id]
	if !ok {
		index = len(s.rules)
		s.ruleIndex[id] = index
		s.rules = append(s.rules, sarifRule{id, sarifText{describe(id)}})
	}
	return index
}

func (s *sarif) driver() sarifDriver {
	driver := sarifDriver{Name: "zhmd", Version: s.version, Rules: s.rules}
	if bare := strings.TrimPrefix(s.version, "v"); semantic.MatchString(bare) { // Go's versions begin with v
		driver.Version, driver.SemanticVersion = bare, bare
	}
	return driver
}

// invocations tells of the run, if there is something to tell.
func (s *sarif) invocations() []sarifInvocation {
	if len(s.notices) == 0 {
		return nil
	}
	run := sarifInvocation{Successful: true, Notices: s.notices}
	for _, n := range s.notices {
		run.Successful = run.Successful && n.Level != Error
	}
	return []sarifInvocation{run}
}

// semantic matches a version by https://semver.org, version 2.0.0.
var semantic = func() *regexp.Regexp {
	const number, build = `(0|[1-9]\d*)`, `[0-9A-Za-z-]+`
	const pre = `(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)`
	return regexp.MustCompile(`^` + number + `\.` + number + `\.` + number +
		`(-` + pre + `(\.` + pre + `)*)?(\+` + build + `(\.` + build + `)*)?$`)
}()
