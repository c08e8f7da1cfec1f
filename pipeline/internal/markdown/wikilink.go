package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// brackets gives the parser of wiki links and of the marks of alerts.
func brackets(syntax Syntax) *opaqueParser {
	return &opaqueParser{"[!]", "[!]", anything, func(s *scan) int {
		switch {
		case s.begins("]]"):
			return s.wikilinkEnd()
		case syntax&Alerts != 0 && s.begins("[!"):
			return alertLen(s)
		case syntax&Wikilinks != 0 && s.begins("[["):
			return wikilinkLen(s, 0)
		case syntax&Wikilinks != 0 && s.begins("![["):
			return wikilinkLen(s, 1)
		}
		return 0
	}}
}

// wikilinkLen is the length of what is no text in the wiki link that the line
// begins with, behind the first skip bytes: [[target|, or all of [[target]]. It
// is 0 where [[…]] is a link of Markdown's in brackets.
func wikilinkLen(s *scan, skip int) int {
	line := s.line()
	from := skip + len("[[")
	bar, end := wikilinkParts(line, from)
	if end == 0 {
		return 0
	}
	behind := line[end+len("]]"):]
	if len(behind) > 0 && (behind[0] == '(' || behind[0] == '[') {
		return 0
	}
	if _, defined := s.pc.Reference(util.ToLinkReference(line[from:end])); defined {
		return 0
	}
	s.inert = inert(line[from:end])
	if bar > 0 {
		s.endWikilinkAt(end)
		return bar + 1
	}
	return end + len("]]")
}

// maxWikilink is the size in bytes up to which a wiki link is looked at.
const maxWikilink = 1 << 10

// wikilinkParts returns where a wiki link whose target begins at from has its last bar, 0
// if it has none, and where its ]] is, 0 if it is none. There may be brackets in its text.
func wikilinkParts(line []byte, from int) (bar, end int) {
	line = line[:min(len(line), from+maxWikilink)]
	depth := 0
	for i := from; i < len(line); i++ {
		switch c := line[i]; {
		case c == '|' && depth == 0:
			bar = i
		case c == '[' && bar > 0:
			depth++
		case c == ']' && depth > 0:
			depth--
		case c == ']' && i > from && line[i-1] != '\\' && bytes.HasPrefix(line[i:], []byte("]]")):
			return bar, i
		case c == ']' || c == '[':
			return 0, 0
		}
	}
	return 0, 0
}

var wikilinkEndsKey = parser.NewContextKey()

// endWikilinkAt notes where behind the beginning of the line a wiki link has its ]], which
// ends no other link then.
func (s *scan) endWikilinkAt(n int) {
	ends, _ := s.pc.Get(wikilinkEndsKey).(map[int]bool)
	if ends == nil {
		ends = map[int]bool{}
		s.pc.Set(wikilinkEndsKey, ends)
	}
	_, at := s.block.Position()
	ends[at.Start+n] = true
}

// wikilinkEnd is the length of the ]] that the line begins with if it ends a wiki link.
func (s *scan) wikilinkEnd() int {
	ends, _ := s.pc.Get(wikilinkEndsKey).(map[int]bool)
	_, at := s.block.Position()
	if !ends[at.Start] {
		return 0
	}
	s.inert = true
	return len("]]")
}

// alertLen is the length of the mark of an alert, [!NOTE] or Obsidian's [!NOTE]-,
// that the first line of a block quote begins with.
func alertLen(s *scan) int {
	if p := s.parent.Parent(); p == nil || p.Kind() != ast.KindBlockquote || s.parent.PreviousSibling() != nil {
		return 0
	}
	line, segment := s.block.PeekLine()
	if segment.Start != s.parent.Lines().At(0).Start {
		return 0
	}
	n := bytes.IndexAny(line[2:], "[]\n")
	if n <= 0 || line[2+n] != ']' {
		return 0
	}
	end := 2 + n + 1
	if end < len(line) && (line[end] == '+' || line[end] == '-') {
		end++
	}
	if end < len(line) && (line[end] == '(' || line[end] == ':') {
		return 0
	}
	s.marks, s.inert = true, true
	return end
}
