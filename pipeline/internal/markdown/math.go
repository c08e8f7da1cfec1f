package markdown

import (
	"github.com/yuin/goldmark/util"
)

// dollars gives the parser of formulas between dollar signs.
func dollars() *opaqueParser {
	return &opaqueParser{"$", "", false, func(s *scan) int {
		line := s.line()
		switch {
		case s.begins("$$"):
			return s.until("$$", len("$$"), closer("$$"))
		case s.begins("$`"):
			return s.until("`$", len("$`"), closer("`$"))
		case len(line) < 3 || util.IsSpace(line[1]):
			return 0
		}
		return s.until("$", 1, closingDollar)
	}}
}

// closingDollar finds the $ that closes a formula, by Pandoc's rule (no space
// before it) and GitHub's (no letter or digit behind it): so $5 到 $6 and
// $HOME 和 $PATH are none.
func closingDollar(line []byte, from int) int {
	for i := from; i < len(line); i++ {
		switch {
		case line[i] == '\\':
			i++
		case line[i] == '$' && i > 0 && !util.IsSpace(line[i-1]) && !(i+1 < len(line) && util.IsAlphaNumeric(line[i+1])):
			return i + 1
		}
	}
	return -1
}

// backslashes gives the parser of \(…\) and \[…\].
func backslashes() *opaqueParser {
	return &opaqueParser{"\\", "([", false, func(s *scan) int {
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
	return &opaqueParser{"-", "{", false, func(s *scan) int {
		if !s.begins("-{") {
			return 0
		}
		return s.until("}-", 2, closer("}-"))
	}}
}
