package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// dollars gives the parser of formulas between dollar signs.
func dollars() *opaqueParser {
	return &opaqueParser{"$", "", closedFormula, func(s *scan) int {
		line := s.line()
		switch {
		case s.begins("$$"):
			return s.until("$$", len("$$"), closer("$$"))
		case s.begins("$`"):
			return s.until("`$", len("$`"), closer("`$"))
		case len(line) < 3 || util.IsSpace(line[1]):
			return 0
		}
		return s.until("$", 1, closingDollar())
	}}
}

// closedFormula is [closed] for a formula, in which a bracket may stand alone: $(0, 1]$.
func closedFormula(text []byte) bool {
	if bytes.Contains(text, []byte("](")) {
		return closed(text)
	}
	return closed(bytes.Map(func(r rune) rune {
		if r == '[' || r == ']' {
			return -1
		}
		return r
	}, text))
}

// closingDollar returns a finder of the $ that closes a formula, which is the next one or
// none: by Pandoc's rule (no space before it, no digit behind it) and, in a formula that
// is not all ASCII, by GitHub's (no letter either). So $5 到 $6 and $HOME 和 $PATH are
// none, and neither is the template ${a} 和 ${b}.
func closingDollar() finder {
	ascii := true
	return func(line []byte, from int) int {
		for i := from; i < len(line); i++ {
			switch {
			case line[i] == '\\':
				i++
			case line[i] >= utf8.RuneSelf:
				ascii = false
			case line[i] == '$':
				if i == 0 || util.IsSpace(line[i-1]) || i+1 < len(line) && !followsFormula(line[i+1], ascii) {
					return 0
				}
				return i + 1
			}
		}
		return -1
	}
}

// followsFormula reports whether a byte may follow a formula, which may be all ASCII.
func followsFormula(b byte, ascii bool) bool {
	return !(b >= '0' && b <= '9') && (ascii || !isLetter(b) && b != '{')
}

// backslashes gives the parser of \(…\) and \[…\].
func backslashes() *opaqueParser {
	return &opaqueParser{"\\", "([", closed, func(s *scan) int {
		switch {
		case s.begins(`\(`):
			return s.until(`\)`, 2, closer(`\)`))
		case s.begins(`\[`):
			return s.until(`\]`, 2, closer(`\]`))
		}
		return 0
	}}
}

// variants gives the parser of MediaWiki's -{…}-.
func variants() *opaqueParser {
	return &opaqueParser{"-", "{", closed, func(s *scan) int {
		if !s.begins("-{") {
			return 0
		}
		return s.until("}-", 2, closer("}-"))
	}}
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
