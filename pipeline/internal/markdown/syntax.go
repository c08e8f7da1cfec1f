package markdown

// A Syntax is a set of what is read beside Markdown: markup that some programs
// know and others show as text.
type Syntax uint32

// The parts of a Syntax.
const (
	Math          Syntax = 1 << iota // $…$, $$…$$, $`…`$ (GitHub, KaTeX, Pandoc)
	BackslashMath                    // \(…\), \[…\]
	Shortcodes                       // {{< … >}}, {{% … %}} (Hugo)
	Liquid                           // {% … %} (Jekyll, Jinja, MkDocs macros)
	Mustache                         // {{ … }} (Vue, Liquid, Jinja), <% … %> (EJS, Templater)
	Attributes                       // {#id .class key=value}, {: … } (Pandoc, kramdown, Hugo)
	Wikilinks                        // [[target]], [[target|text]], ![[…]] (Obsidian, wikis); key:: and ^id are left alone
	Containers                       // ::: type title, /// type | title (VitePress, Docusaurus, Pymdown)
	Admonitions                      // !!! type "title", ??? type "title", === "title" (MkDocs)
	Alerts                           // > [!TYPE] title (GitHub, Obsidian)
	MDX                              // MDX in the place of Markdown: tags, {…}, import, export
	MediaWiki                        // -{…}-

	// These do not change how [Parse] reads; they are the pipeline's.
	HTML
	FrontMatter
	Directives

	LooseTables // tables that goldmark knows and GitHub does not, see [strictTables]
)

// Default is what is read if nothing else is asked for: all that text rarely
// looks like by chance. \[…\] is not in it, since pages that come from wikis
// write footnotes as \[1\].
const Default = Math | Shortcodes | Liquid | Mustache | Attributes | Wikilinks | Containers | Admonitions | Alerts |
	HTML | FrontMatter | Directives
