package markdown

import (
	"github.com/yuin/goldmark/util"

	"zhmd/pipeline/internal/bounds"
)

// The parsers of a [Syntax] come before goldmark's own, as they do where that
// markup is known: sites expand shortcodes and formulas before they read
// Markdown.
const first = 50

func extraInlines(syntax Syntax) []util.PrioritizedValue {
	var all []util.PrioritizedValue
	add := func(when Syntax, p *opaqueParser) {
		if syntax&when != 0 {
			all = append(all, util.Prioritized(bounds.Inline(p), p.priority()))
		}
	}
	if syntax&MDX == 0 {
		add(Shortcodes|Liquid|Mustache|Attributes, braces(syntax))
		add(Mustache, embedded())
		add(HTML, component())
	}
	add(Math, dollars())
	add(BackslashMath, backslashes())
	add(Wikilinks|Alerts, brackets(syntax))
	add(MediaWiki, variants())
	return all
}

func extraBlocks(syntax Syntax) []util.PrioritizedValue {
	var all []util.PrioritizedValue
	add := func(when Syntax, p any) {
		if syntax&when != 0 {
			all = append(all, util.Prioritized(p, first))
		}
	}
	add(Math, mathBlock())
	add(Shortcodes|Liquid, include())
	add(Shortcodes|Liquid, includes())
	add(Containers, containerParser{})
	add(Admonitions, bounds.Nesting(admonitionParser{}))
	if syntax&MDX == 0 {
		add(Mustache, embeddedBlock())
		add(HTML, componentBlock())
	}
	return all
}
