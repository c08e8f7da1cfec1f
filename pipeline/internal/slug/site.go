// Package slug gives the ids that sites derive from headings, so that links to
// a heading can be kept when its text is converted.
//
// Each site reads the text of a heading in its own way, which is told at its
// constant. What they have in common, Hugo excepted: the text of links,
// emphasis and inline code counts, the tags of inline HTML do not, but the text
// between them does; emoji shortcodes (:smile:) that the site does not replace
// count as they are written. Escapes (\*) count as the character they stand for.
package slug

import (
	"fmt"
	"slices"
	"strings"
)

// A Site is a rule by which ids are derived from headings.
type Site uint8

const (
	// GitHub is what github.com shows of a Markdown file. The rule is that of
	// the table of contents filter in its html-pipeline, which npm's
	// github-slugger reproduces and has compared with github.com.
	//
	// It reads the text of the rendered heading, untrimmed: entities are
	// decoded, the alternative text of images does not count, shortcodes count
	// by their names, a line break in a setext heading counts as "\n".
	GitHub Site = iota
	// Hugo is Hugo with its default markup.goldmark.parser.autoHeadingIDType
	// "github" (markup/goldmark/autoid.go, and generateAutoHeadingID in
	// goldmark's parser).
	//
	// It reads no text but the source: the heading's line without the leading
	// and closing #s and without the {attributes}; of a setext heading only the
	// last line. Markup, targets of links, tags and entities all count.
	Hugo
	// VitePress is VitePress 1.6: the slugify of @mdit-vue/shared in
	// markdown-it-anchor.
	//
	// It reads the tokens of text and inline code: the alternative text of
	// images, emoji shortcodes that exist and line breaks do not count at all.
	// Entities beside other text count as they are written (&amp; as &amp;): its
	// plugin restoreEntities keeps them for Vue.
	VitePress
	// Docusaurus is Docusaurus 3: the remark plugin headings of
	// @docusaurus/mdx-loader, which uses github-slugger.
	//
	// It reads mdast-util-to-string of the heading: entities are decoded, the
	// alternative text of images counts, a line break counts as "\n", the source
	// of an MDX expression counts. A text directive, as in "Nginx:conf", counts
	// only by its [label]. HTML that is nested in other markup counts as written.
	//
	// Titles, of the first level, have an id that counts and that no page has. One written
	// on a title, if it is not ASCII, is shown as a part of it.
	Docusaurus
	// MDBook is mdBook 0.5: id_from_content and unique_id in its mdbook-html.
	//
	// It reads the text of the rendered heading: entities are decoded, the
	// alternative text of images does not count, a line break counts as "\n".
	// Its smart punctuation, on by default, has by then made a dash of -- and
	// --- outside of code, and dashes do not count while hyphens do.
	MDBook
)

// rules are the sites' names and rules, in the order of the constants.
var rules = []rule{
	GitHub:     {name: "github", slug: github},
	Hugo:       {name: "hugo", slug: hugo, counts: true, last: true},
	VitePress:  {name: "vitepress", slug: vitepress, counts: true, inline: true},
	Docusaurus: {name: "docusaurus", slug: docusaurus, inline: true},
	MDBook:     {name: "mdbook", slug: mdbook, last: true},
}

type rule struct {
	name   string
	slug   func(text string) string
	counts bool // explicit ids count for uniqueness
	inline bool // {#id} is read after emphasis
	last   bool // {#id} stands behind the closing #s
}

// Sites gives the names of all sites.
func Sites() []string {
	var names []string
	for _, r := range rules {
		names = append(names, r.name)
	}
	return names
}

// ParseSite gives the site of a name. The error lists the names.
func ParseSite(name string) (Site, error) {
	if i := slices.Index(Sites(), name); i >= 0 {
		return Site(i), nil
	}
	return 0, fmt.Errorf("unknown site %q; known are %s", name, strings.Join(Sites(), ", "))
}
