package markdown

import (
	"github.com/yuin/goldmark/util"
)

// component gives the parser of tags that Markdown does not take for such:
// components of Vue's and JSX' with events, slots, spread properties or braces,
// over one line or several.
func component(syntax Syntax) *opaqueParser {
	return &opaqueParser{"<", "", true, func(s *scan) int {
		line := s.line()
		if len(line) < 3 || !util.IsAlphaNumeric(line[1]) || line[1] <= '9' {
			return 0
		}
		return s.until("tag", 1, tagEnd(syntax&MDX != 0))
	}}
}

// tagEnd gives a finder of the > that ends a tag, which has to have an attribute
// with a value or braces: a <b and c> is text.
func tagEnd(braces bool) finder {
	depth, quote, seen := 0, byte(0), false
	return func(line []byte, from int) int {
		for i := from; i < len(line); i++ {
			switch c := line[i]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'' || c == '`' && depth > 0:
				if quote = c; depth == 0 && !(i > 0 && line[i-1] == '=') {
					return noTag(line)
				}
			case c == '{' && braces:
				depth, seen = depth+1, true
			case c == '}' && braces:
				depth--
			case depth > 0:
			case c == '=':
				seen = true
			case c == '<' || c == '`':
				return noTag(line)
			case c == '>':
				if seen {
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
