package pipeline

import (
	"bytes"
	"regexp"
	"sync"

	"zhmd/pipeline/internal/markdown"
)

// opaque deals with markup that is no prose: what it says about the text around.
func (c *collector) opaque(n *markdown.Opaque) {
	c.marked = c.marked || n.Marks
	value := n.Value(c.source)
	all := span{n.Segments.At(0).Start, n.Segments.At(n.Segments.Len() - 1).Stop}
	c.target(all.start, all.end)
	if n.Segments.Len() == 1 {
		for _, t := range markdown.Texts(value) {
			c.aside([]span{{all.start + t.Start, all.start + t.End}})
		}
	}
	switch {
	case bytes.HasPrefix(value, []byte("-{")):
		if n.Segments.Len() == 1 {
			c.rules = append(c.rules, all)
		}
	case bytes.HasPrefix(value, []byte("{/*")) && c.syntax&markdown.MDX == 0: // an id
	case bytes.HasPrefix(value, []byte("{/*")): // a comment
		c.directive(bytes.TrimSuffix(bytes.TrimPrefix(value, []byte("{/*")), []byte("*/}")), all)
	default:
		c.shortcode(value, all)
	}
}

// codeShortcode matches a shortcode of Hugo's or a tag of Liquid's whose content
// is code, or text that is not shown.
var codeShortcode = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\{(?:\{[<%]|%-?)\s*(/|end)?(highlight|raw|verbatim|codeblock|code|mermaid|math|katex|latex|plantuml|graphviz|chart|echarts|comment)\b[^/]*?(/?)[\s%}>-]*$`)
})

// tabShortcode matches a shortcode of Hugo's themes for a tab, or for several, that says
// in which language its content is: it is code then.
var tabShortcode = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\{\{[<%]\s*(tab|tabpane)\s(?:[^/]*\s)?(?:codelang|lang)\s*=[^/]*[>%]\}\}$`)
})

// codeIn returns the name of the shortcode or tag that value opens if its content is code.
func codeIn(value []byte) string {
	if m := codeShortcode().FindSubmatch(value); m != nil && len(m[1]) == 0 && len(m[3]) == 0 {
		return string(m[2])
	}
	if m := tabShortcode().FindSubmatch(value); m != nil && !bytes.Contains(value, []byte("text=true")) {
		return string(m[1])
	}
	return ""
}

// shortcode notes where the content of a shortcode ends that is code: nothing of
// it is prose, however Markdown reads it.
func (c *collector) shortcode(value []byte, s span) {
	name := codeIn(value)
	if name == "" || s.start < c.codeUntil || c.unclosed[name] {
		return
	}
	closer := regexp.MustCompile(`\{(?:\{[<%]\s*/\s*|%-?\s*end)` + name + `\b`)
	end := closer.FindIndex(c.source[s.end:])
	if end == nil {
		c.unclosed[name] = true
		c.codeUntil = c.blockEnd(s.end)
		return
	}
	c.codeUntil = s.end + end[0]
}

// blockEnd gives where the block at an offset ends: at the next blank line.
func (c *collector) blockEnd(offset int) int {
	start := offset
	for line := range bytes.Lines(c.source[offset:]) {
		if offset > start && len(bytes.TrimSpace(line)) == 0 { // the first is the rest of a line
			break
		}
		offset += len(line)
	}
	return offset
}
