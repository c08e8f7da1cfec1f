package pipeline

import (
	"fmt"
	"strings"

	"zhmd/pipeline/internal/markdown"
)

// A Syntax is a set of what is read beside Markdown, see [Reading].
type Syntax = markdown.Syntax

// The parts of a [Syntax]. What is in none of them is text, and converted.
const (
	Math          = markdown.Math          // $…$, $$…$$, $`…`$ are left alone
	BackslashMath = markdown.BackslashMath // \(…\), \[…\] are
	Shortcodes    = markdown.Shortcodes    // {{< … >}}, {{% … %}} are
	Liquid        = markdown.Liquid        // {% … %}, {# … #} are
	Mustache      = markdown.Mustache      // {{ … }}, <% … %> are
	Attributes    = markdown.Attributes    // {#id .class key=value}, {: … }, {/* … */} are
	Wikilinks     = markdown.Wikilinks     // [[target]] is; of [[target|text]] the text is converted; key:: is left alone
	Containers    = markdown.Containers    // ::: type title, /// type | title: the title is converted
	Admonitions   = markdown.Admonitions   // !!! type "title", with what is indented below: the same
	Alerts        = markdown.Alerts        // > [!TYPE] title: the same
	MDX           = markdown.MDX           // the source is MDX: {…}, import and export are left alone
	MediaWiki     = markdown.MediaWiki     // -{…}- is resolved
	HTML          = markdown.HTML          // text and some attributes of HTML are converted
	FrontMatter   = markdown.FrontMatter   // values of some keys of front matter are converted
	Directives    = markdown.Directives    // <!-- zhmd … --> is obeyed

	// DefaultSyntax is all but BackslashMath, MDX and MediaWiki.
	DefaultSyntax = markdown.Default
)

// SyntaxNames are the names that [ParseSyntax] knows, in order.
var SyntaxNames = []string{
	"math", "backslash-math", "shortcodes", "liquid", "mustache", "attributes", "wikilinks", "containers",
	"admonitions", "alerts", "mdx", "mediawiki", "html", "front-matter", "directives",
}

// ParseSyntax changes base by a list of names between commas: math or +math adds
// to it, -math takes away.
func ParseSyntax(base Syntax, list string) (Syntax, error) {
	for item := range strings.SplitSeq(list, ",") {
		name, without := strings.CutPrefix(strings.TrimSpace(item), "-")
		name = strings.TrimPrefix(name, "+")
		i := indexOf(SyntaxNames, name)
		switch {
		case i < 0:
			return base, fmt.Errorf("unknown syntax %q; there is %s", name, strings.Join(SyntaxNames, ", "))
		case without:
			base &^= 1 << i
		default:
			base |= 1 << i
		}
	}
	return base, nil
}

// AlsoReading changes what is read as markup by a list as [ParseSyntax] takes
// it; names that are not known count for nothing.
func AlsoReading(list string) Option {
	return func(d *Document) { d.syntax, _ = ParseSyntax(d.syntax, list) }
}

func indexOf(names []string, name string) int {
	for i, n := range names {
		if strings.EqualFold(n, name) {
			return i
		}
	}
	return -1
}
