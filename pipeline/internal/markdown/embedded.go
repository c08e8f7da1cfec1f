package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/util"
)

// embedded returns the parser of <% … %>, which is code to EJS, ERB and Templater.
func embedded() *opaqueParser {
	return &opaqueParser{"<", "%", anything, func(s *scan) int {
		return s.until("%>", 2, closer("%>"))
	}}
}

// embeddedBlock is the code of [embedded] over several lines.
func embeddedBlock() *rawBlockParser {
	return &rawBlockParser{trigger: "<", interrupts: true, open: func(line, rest []byte) (finder, bool) {
		rest = rest[:min(len(rest), maxOpaque)]
		end := bytes.Index(rest, []byte("%>"))
		if !bytes.HasPrefix(line, []byte("<%")) || bytes.Contains(line, []byte("%>")) || end < 0 || !util.IsBlank(lineAt(rest, end+2)) {
			return nil, false
		}
		return closer("%>"), true
	}}
}
