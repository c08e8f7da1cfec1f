package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"zhmd/pipeline/internal/markdown"
)

// SyntaxNames are the names that [AlsoReading] knows, of markup beside Markdown. What is
// not read is text, and converted. All but backslash-math, mdx and mediawiki are read by
// default.
var SyntaxNames = []string{ // in the order of markdown's bits
	"math",           // $…$, $$…$$, $`…`$ are left alone
	"backslash-math", // \(…\), \[…\] are
	"shortcodes",     // {{< … >}}, {{% … %}} are
	"liquid",         // {% … %}, {# … #} are
	"mustache",       // {{ … }}, <% … %> are
	"attributes",     // {#id .class key=value}, {: … }, {/* … */} are
	"wikilinks",      // [[target]] is; of [[target|text]] the text is converted; key:: is left alone
	"containers",     // ::: type title, /// type | title: the title is converted
	"admonitions",    // !!! type "title", with what is indented below: the same
	"alerts",         // > [!TYPE] title: the same
	"mdx",            // the source is MDX: {…}, import and export are left alone
	"mediawiki",      // -{…}- is resolved
	"html",           // text and some attributes of HTML are converted
	"front-matter",   // values of some keys of front matter are converted
	"directives",     // <!-- zhmd … --> is obeyed
}

// AlsoReading changes what is read as markup by a list of names between commas: math or
// +math adds to it, -math takes away. What follows a name that is not known counts for
// nothing; ask [CheckSyntax] before.
func AlsoReading(list string) Option {
	return func(d *Document) { d.syntax, _ = parseSyntax(d.syntax, list) }
}

// CheckSyntax returns an error if list has a name that [AlsoReading] does not know.
func CheckSyntax(list string) error {
	_, err := parseSyntax(0, list)
	return err
}

func parseSyntax(base markdown.Syntax, list string) (markdown.Syntax, error) {
	for item := range strings.SplitSeq(list, ",") {
		name, without := strings.CutPrefix(strings.TrimSpace(item), "-")
		name = strings.TrimPrefix(name, "+")
		i := slices.IndexFunc(SyntaxNames, func(n string) bool { return strings.EqualFold(n, name) })
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
