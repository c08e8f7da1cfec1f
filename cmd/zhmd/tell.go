package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"zhmd/cmd/zhmd/internal/report"
	"zhmd/pipeline"
	"zhmd/pipeline/batch"
)

// What a run finds goes to standard error in lines, or in a form for machines to standard
// output.

// reporter makes what writes the form that --format asks for; nil for lines.
func (o *options) reporter(w io.Writer) (report.Writer, error) {
	if o.format == "text" {
		return nil, nil
	}
	r, err := report.New(o.format, w, moduleVersion())
	if err != nil {
		return nil, &hintError{fmt.Errorf("--format: %w", err), didYouMean(o.format, append(report.Formats(), "text"))}
	}
	return r, nil
}

// tell tells of a finding, of the kind that its line begins with.
func (j *job) tell(kind string, f report.Finding) {
	switch {
	case j.machine != nil:
		j.toldErr = errors.Join(j.toldErr, j.machine.Add(f))
	case !j.quiet:
		j.say.line(kind, f.Message)
	}
}

// fail tells of what could not be done.
func (j *job) fail(err error) {
	j.failed++
	if j.machine == nil {
		j.say.error(err)
		return
	}
	f := report.Finding{Level: report.Error, Rule: "error", Message: err.Error(), Hint: hintFor(err)}
	var file *batch.FileError
	if errors.As(err, &file) {
		f.File, f.Message = file.Path, file.Err.Error()
	}
	j.tell("error", f)
}

// warnOf tells of warnings about a file.
func (j *job) warnOf(rule, name string, warnings []pipeline.Warning) {
	j.warned += len(warnings)
	for _, w := range warnings {
		f := report.Finding{Level: report.Warning, Rule: rule, File: name, Line: w.Line, Column: w.Column, Message: w.Message}
		if j.machine == nil {
			f.Message = fmt.Sprintf("%s:%v", name, w)
		}
		j.tell("warning", f)
	}
}

// said are warnings about a source, which its versions may have in common.
type said map[pipeline.Warning]bool

// news gives those that are new, and takes note of them.
func (s said) news(all []pipeline.Warning) []pipeline.Warning {
	var some []pipeline.Warning
	for _, w := range all {
		if !s[w] {
			some = append(some, w)
		}
		s[w] = true
	}
	return some
}

// about tells something about an output.
func (j *job) about(kind, rule, level, path string, line int, text string) {
	f := report.Finding{Level: level, Rule: rule, File: path, Line: line, Message: strings.TrimLeft(kind+text, " :,")}
	if j.machine == nil {
		f.Message = path + text
		if line > 0 {
			f.Message = fmt.Sprintf("%s:%d%s", path, line, text)
		}
	}
	j.tell(kind, f)
}
