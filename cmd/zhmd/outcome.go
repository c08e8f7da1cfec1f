package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/diff"

	"zhmd/cmd/zhmd/internal/report"
	"zhmd/pipeline"
	"zhmd/pipeline/batch"
)

// report says what became of one source.
func (j *job) report(r batch.Report) error {
	j.warn(r.Source.Path, r.Warnings)
	if len(r.Links) > 0 {
		j.linking = append(j.linking, batch.Report{Source: r.Source, Links: r.Links})
	}
	if r.Err != nil {
		j.fail(r.Err)
		return nil
	}
	said, lost := said{}, map[pipeline.Destination]bool{}
	for _, out := range r.Outputs {
		j.warn(r.Source.Path, said.news(out.Warnings))
		j.losing(r.Source.Path, lost, out.Lost)
		j.conflicting(out)
		switch {
		case out.Err != nil:
			j.fail(out.Err)
		case out.Status == batch.Kept:
			j.byHand(out)
		case out.Status == batch.Unchanged:
			j.unchanged++
		case j.dry():
			if err := j.differs(out.Path, out.Before, out.After); err != nil {
				return err
			}
		default:
			j.written++
		}
	}
	return nil
}

// differs shows a file that would change in the ways that were asked for.
func (j *job) differs(name string, before, after []byte) error {
	j.different++
	shown := shownName(name)
	var text []byte
	if j.list {
		text = fmt.Appendln(text, shown)
	}
	if j.diff {
		old := shown
		if before == nil {
			old = os.DevNull
		}
		lines := diff.Diff(old, before, shown, after)
		if len(lines) == 0 { // it is copied as it is
			lines = fmt.Appendf(nil, "Binary files %s and %s differ\n", shown, shown)
		}
		text = append(text, lines...)
	}
	if !j.list && !j.diff {
		j.about("would change", "would-change", report.Error, name, 0, "")
	}
	_, err := j.stdout.Write(text)
	return err
}

// shownName returns the name of a file as it can stand in a line of standard output: quoted
// if a terminal would not show it as it is, and so that it is no command to a service that
// runs programs and reads what they say, ::error::.
func shownName(name string) string {
	switch {
	case strings.IndexFunc(name, isHidden) >= 0 || !utf8.ValidString(name):
		return strconv.Quote(name)
	case strings.HasPrefix(name, "::") || strings.HasPrefix(name, "##["):
		return "./" + name
	}
	return name
}

// checkLinks warns of links between the documents that the conversion breaks.
func (j *job) checkLinks(tasks []batch.Task, opts batch.Options) {
	for _, l := range batch.Links(j.linking, tasks, opts) {
		j.warnOf("broken-link", l.Source.Path, []pipeline.Warning{l.Warning})
	}
}

func (j *job) warn(name string, warnings []pipeline.Warning) { j.warnOf("warning", name, warnings) }

func (j *job) summary(sources int) {
	if j.quiet || j.dry() || j.tracked.isQuiet() && j.written+j.keptByHand+j.failed == 0 {
		return
	}
	text := fmt.Sprintf("%d files, %d versions: %d written, %d unchanged", sources, sources*len(j.targets), j.written, j.unchanged)
	if j.keptByHand > 0 {
		text += fmt.Sprintf(", %d kept by hand", j.keptByHand)
	}
	if j.failed > 0 {
		text += fmt.Sprintf(", %d failed", j.failed)
	}
	j.say.line("done", text)
}

// verdict is the exit status as an error.
func (j *job) verdict() error {
	switch {
	case j.failed > 0:
		return errReported
	case j.different > 0 || j.strict && j.warned > 0:
		return errDifferent
	}
	return nil
}
