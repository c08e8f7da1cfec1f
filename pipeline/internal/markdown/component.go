package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/util"
)

// component gives the parser of tags that Markdown does not take for such:
// components of Vue's with events and slots, over one line or several.
func component() *opaqueParser {
	return &opaqueParser{"<", "", anything, func(s *scan) int {
		line := s.line()
		if len(line) < 3 || !util.IsAlphaNumeric(line[1]) || line[1] <= '9' {
			return 0
		}
		return s.until("tag", 1, tagEnd())
	}}
}

// tagEnd gives a finder of the > that ends a tag, which has to have an attribute
// with a value: a <b and c> is text. A backtick in it may begin code for
// who does not take it for a tag, and ]( or ]: the target of a link, which its end must
// not lie in.
func tagEnd() finder {
	quote, seen, target := byte(0), false, false
	return func(line []byte, from int) int {
		for i := from; i < len(line); i++ {
			c := line[i]
			behind := i > 0 && line[i-1] == ']'
			target = c == '(' && behind || target && c != ')'
			switch {
			case c == ':' && behind && quote == 0:
				return noTag(line)
			case quote != 0 && c == quote:
				quote = 0
			case quote != 0 && c != '`':
			case quote == 0 && (c == '"' || c == '\''):
				if quote = c; !(i > 0 && line[i-1] == '=') {
					return noTag(line)
				}
			case c == '=':
				seen = true
			case c == '<' || c == '`':
				return noTag(line)
			case c == '>':
				if seen && !target {
					return i + 1
				}
				return noTag(line)
			}
		}
		return -1
	}
}

// noTag is an end that is none: the scan gives up without a note that what it
// looked for is missing.
func noTag([]byte) int { return 0 }

// componentBlock is the opening tag of a component over several lines, at the
// beginning of one: VitePress reads blocks of HTML from components on, and a >
// that begins a line begins no quote then.
func componentBlock() *rawBlockParser {
	return &rawBlockParser{trigger: "<", open: func(line, rest []byte) (finder, bool) {
		if len(line) < 3 || !componentName(line[1:]) || tagEnd()(line, 1) >= 0 {
			return nil, false
		}
		find, look := tagEnd(), tagEnd()
		find(line, 1)
		look(line, 1)
		for next := range bytes.Lines(rest[:min(len(rest), maxComponent)]) {
			if util.IsBlank(next) {
				break
			}
			if end := look(next, 0); end >= 0 {
				return find, end > 0 && util.IsBlank(next[end:])
			}
		}
		return nil, false
	}}
}

// maxComponent is how far the end of such a tag is looked for, in bytes.
const maxComponent = 2 << 10

// lastingElements are those that a blank line does not end.
var lastingElements = []string{"pre", "script", "style", "textarea"}

// componentName tells whether b begins with the name of a component: with a
// capital, or with a hyphen in it. <Style> and its like are HTML that is no text, to
// Markdown in any case.
func componentName(b []byte) bool {
	if b[0] >= 'A' && b[0] <= 'Z' {
		end := 0
		for end < len(b) && (util.IsAlphaNumeric(b[end]) || b[end] == '_') {
			end++
		}
		return !slices.Contains(lastingElements, strings.ToLower(string(b[:end])))
	}
	for i, c := range b {
		switch {
		case c == '-':
			return i > 0
		case !util.IsAlphaNumeric(c):
			return false
		}
	}
	return false
}
