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
	first := n.Segments.At(0)
	switch {
	case bytes.HasPrefix(value, []byte("-{")):
		if n.Segments.Len() == 1 {
			c.rules = append(c.rules, span{first.Start, first.Stop})
		}
	case bytes.HasPrefix(value, []byte("{/*")) && n.Segments.Len() == 1: // a comment in MDX
		body := bytes.TrimSuffix(bytes.TrimPrefix(value, []byte("{/*")), []byte("*/}"))
		c.directive(body, span{first.Start, first.Stop})
	default:
		c.shortcode(value, first.Start)
	}
}

// codeShortcode matches a shortcode of Hugo's or a tag of Liquid's whose content
// is code, or text that is not shown.
var codeShortcode = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\{(?:\{[<%]|%-?)\s*(/|end)?(highlight|raw|verbatim|code|mermaid|math|katex|latex|plantuml|graphviz|chart|echarts|comment)\b[^/]*?(/?)[\s%}>-]*$`)
})

// shortcode notes where the content of a shortcode begins or ends that is code.
func (c *collector) shortcode(value []byte, offset int) {
	m := codeShortcode().FindSubmatch(value)
	if m == nil || len(m[3]) > 0 {
		return
	}
	closing, name := len(m[1]) > 0, string(m[2])
	switch {
	case closing && c.guard.name == "{"+name:
		c.guard = guard{}
	case !closing && !c.guarded():
		lasting := c.closes("/"+name, offset) || c.closes("/ "+name, offset) || c.closes("end"+name, offset)
		c.guard = guard{name: "{" + name, depth: 1, lasting: lasting}
	}
}
