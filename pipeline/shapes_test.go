package pipeline_test

import (
	"fmt"
	"strings"
)

var delimiterShapes = []shape{
	times("*a_ "), times("*a"), times("_a "), times("**a*"), times("a**b"), times("***"), times("*"),
	times("~~a"), times("~"), times("~a "), times("*a**"), times("_a*b~ "), times("a*b_"), times("*a*"), times("**a "),
	times("*头"), times("头*_"), times("*a_\n"), nest("*a ", "b", " c*"), nest("*a **b ", "c", " d** e*"),
	times("😀*é*é "), times("é*é*é\n\n"), between("*", "a_", ""), then("openers, closers", times("*a "), times("b_ ")), times("`*`*_ "),
	times("*[a*](b) "), times("_[*a*_](b)"), times("**[a*](b)_ "), times("*a [b*](c)"), then("crossed by a link", times("*[a*](b)"), times("b_ c* ")),
	times("![*a](b)*"), times("[*a*_](b_c)**"), between("*", "[**a**](b) ", "*"), between("_x ", "[**a**](b)*", ""),
	each("short paragraphs", func(int) string { return strings.Repeat("*a_ ", 2000) + "\n\n" }),
	each("table cells", func(i int) string {
		if i == 0 {
			return "|a|b|\n|-|-|\n"
		}
		return "|" + strings.Repeat("*a_ ", 2000) + "|b|\n"
	}),
}

var bracketShapes = []shape{
	times("[a]("), times("["), times("!["), times("]"), times("[a"), times("[]"), times("[a] "), times("[a]\n"),
	nest("[", "a", "]"), nest("[a", "b", "c]"), nest("![", "a", "](b)"), nest("[", "a", "](b)"), nest("![a ", "b", "]"),
	times("[a][b]"), times("[a][b]\n"), times("[a](b) "), times("[a](b)\n"), times("[*a*](b) "), times("[*a](b)"), times("*[a](b)"),
	times("[a](b \""), times("[a](b '"), times("[a](b (c"), times("[a](<"), times("[a](<b"), times("[a](((("),
	times("[a](b \"头\")"), times("[a](b \"头\")\n"), times("![a](b \"头发\") "), times("[a](\n"), times("[a][\n"), times("[a]( "),
	then("brackets around much", times("["), then("", times("*a* "), times("]"))),
	then("brackets around images", times("[ "), then("", times("![a](b) "), times("] "))),
	times("[^a]"), times("[^"), times("[^\n"), times("![^a"), times("[^a\\]"), times("\\[a\\]("),
	between("[头發]: x\n\n", "[头发] ", ""), between("[头发]: x\n\n", "[头发] ", ""), between("[頭髮]: x\n\n", "[头发] ", ""),
	between("[頭髮]: x\n\n", "[头发]\n", ""), between("[頭髮]: x\n\n", "[头发][]\n", ""),
	between("[a]: b\n\n", "[a] ", ""), between("[a]: b\n\n", "[a]\n", ""), between("[a]: b \"头发\"\n\n", "[x][a]\n", ""),
}

var definitionShapes = []shape{
	times("[a]: b\n"), times("[a]: b \"头发\"\n"), times("[a]:\nb\n\"c\"\n"), times("[a]: b \"\n"), times("[a]: b (\n"), times("[a\n"),
	times("[a]: b\n\"c\n"), times("[a]: b\n===\n"), between("[a]: b\n", "===\n", ""), between("> [a]: b\n", "> [a]: b\n", ""),
	each("definitions", func(i int) string { return fmt.Sprintf("[a%d]: http://b.c/%d\n", i, i) }),
	each("definitions of Chinese labels", func(i int) string { return fmt.Sprintf("[头发%d]: /b\n", i) }),
	then("definitions and references",
		each("", func(i int) string { return fmt.Sprintf("[a%d]: b\n", i) }),
		each("", func(i int) string { return fmt.Sprintf("\n[a%d] [头发][a%d]\n", i, i) })),
	times("[^a]: b\n"), times("[^a]: b\n\n"), times("[^a]: "), times("[^a]:\n"),
	each("footnotes", func(i int) string { return fmt.Sprintf("[^%d]: 头发\n", i) }),
	then("footnotes and references",
		each("", func(i int) string { return fmt.Sprintf("[^%d]: b\n", i) }),
		each("", func(i int) string { return fmt.Sprintf("\n头发[^%d]\n", i) })),
	then("footnotes and unknown references",
		each("", func(i int) string { return fmt.Sprintf("[^%d]: b\n", i) }), between("\n", "[^a] ", "")),
	then("footnotes and references in one paragraph",
		each("", func(i int) string { return fmt.Sprintf("[^%d]: b\n", i) }), between("\n", "[^60000]", "")),
}

var nestingShapes = []shape{
	times("> "), times(">"), times("- "), times("* "), times("1. "), times("* - "), times("> - "), times("- > 1. "), times(">\t"), times("-\t"),
	between("a\n", "> ", ""), between("", "- ", "a"), between("", "* ", "a"), between("", "1. ", "a"), between("", "* - ", "头发"), between("", "> ", "头发"),
	each("deeper items", func(i int) string { return strings.Repeat("  ", i) + "- 头发\n" }),
	each("deeper items by tabs", func(i int) string { return strings.Repeat("\t", i) + "- 头发\n" }),
	each("deeper items after lazy lines", func(i int) string { return strings.Repeat("  ", i) + "- 头发\nb\n" }),
	each("deeper quotes", func(i int) string { return strings.Repeat(">", i) + " 头发\n" }),
	each("deeper definitions", func(i int) string {
		return strings.Repeat("    ", i) + "a\n" + strings.Repeat("    ", i) + ":   头发\n"
	}),
	each("deeper footnotes", func(i int) string { return strings.Repeat("    ", i) + "[^a]: 头发\n" }),
	times("- - - -\n"), times("- - - - a\n"), times("> > > > a\n"), times(strings.Repeat("> ", 50) + "a\n"), times(strings.Repeat("- ", 50) + "a\n"),
	times(strings.Repeat("> ", 200) + "a\n"), times(strings.Repeat("- ", 200) + "a\n"), times(strings.Repeat("- ", 200) + "\n"),
	between(strings.Repeat("- ", 400)+"a\n", "\n", ""), between(strings.Repeat("- ", 400)+"a\n", " \n", ""),
	between(strings.Repeat("- ", 45)+"a\n", "\n\n\n\n\n\n\n\n", strings.Repeat(" ", 90)+"a"),
	between(strings.Repeat("- ", 45)+"a\n", "\t\r\n", ""), between(strings.Repeat("- ", 45)+"a\n", strings.Repeat("\n", 15)+strings.Repeat("\t", 23)+"a\n", ""),
	between(strings.Repeat("- ", 31)+"a\n", strings.Repeat("\n", 32)+strings.Repeat("\t", 15)+"  a\n", ""),
	between(strings.Repeat("> ", 45)+"a\n", "a\n", ""), between(strings.Repeat("- ", 45)+"a\n", "a\n", ""),
	times("- a\n"), times("- a\n\n"), times("-\n"), times("- 头发\n  - 头发\n"), times("1. a\n"), times("-\n\n"),
}

var lineShapes = []shape{
	times("a\n-\n"), times("a\n===\n"), times("-\n"), times("=\n"), times("a\n=\n=\n"), times("a\n: b\n"), times(": a\n"), between("a\n", ": a\n", ""),
	times("a\n\n: b\n"), times("- [ ] a\n"), times("- [x] 头发\n"), times("[ ] "), times("a  \n"), times("a\\\n"), times("\t"), times("\t\n"), times("\ta\n"),
	times("\x00"), times("\n"), times("\r"), times("\r\n"), times("a\r"), times(" "), times("$"), times("$a$ "), times("{{"), times(":::\n"), times(":::"),
	times("# a {"), times("{#a "), between("# ", "{#a ", ""), between("# ", "{a={", ""), between("# {a=", "[", ""), between("# ", "{a=\"", ""),
	between("# {", "a=[{", ""), times("# a {#b}\n"), times("# {a={a={a={a={a={a={\n"), between("", "{a={", "\n===\n"), between("头发 ", "{a={", "\n---\n"),
	{"attributes", func(n int) string {
		return "# a {" + each("", func(i int) string { return fmt.Sprintf("b%d=c ", i) }).make(n) + "}"
	}},
	each("headings with attributes", func(int) string { return "# " + strings.Repeat("{a={", 1000) + "\n" }),
	times("# a #"), times("#"), times("# "), times("|"), times("| "), times("|a\n"), times("|-"), between("a\n", "|-", ""), times("|a|\n|-|\n"),
	{"columns", func(n int) string {
		n = min(n, 1<<17)
		return strings.Repeat("|a", n) + "\n" + strings.Repeat("|-", n) + "\n"
	}},
	{"columns and rows", func(n int) string {
		n = min(n, 1<<15)
		return strings.Repeat("|a", n) + "\n" + strings.Repeat("|-", n) + "\n" + strings.Repeat("|a\n", 4*n)
	}},
	{"tables", func(n int) string {
		return strings.Repeat(strings.Repeat("|a", 100)+"\n"+strings.Repeat("|-", 100)+"\n"+strings.Repeat("a\n", 800)+"\n", n/500+1)
	}},
	between("a|b\n-|-\n", "a|\\|`", ""), between("a|b\n-|-\n", "`\\|`", "|b"), times("---\n"), times("***\n"), times("头发\n"), times("头"), times("头发 "), times("a "),
}

var otherShapes = []shape{
	each("backticks", func(i int) string { return strings.Repeat("`", i) + "a" }),
	then("backticks before lines", each("", func(i int) string { return strings.Repeat("`", i) + "a" }), times("a\n")),
	times("`"), times("`a"), times("`a``"), times("``a`"), between("`", "a\n", ""), times("`a\n"), times("```\n"), times("~~~\n"), times("```a`"), between("```\n", "```a", ""), between("```\n", "   ```a\n", ""),
	times("<"), times("<!--"), times("<a "), times("<?"), times("<![CDATA["), times("<!A"), times("</"), times("</a "), times("<a\n"), times("<a b=\""), times("<a b='"),
	times("a<a b=' c=\" "), times("<a b='c' "), between("a <a", " b", ""), between("a <a b=\"", "c", ""), between("a <a b=\"", "c\n", ""), times("<div>\n"), times("<div>\n\n"),
	times("<b>"), times("<b><i>"), times("a<b>头发</b> "), times("<script>\n"), times("<!--\n"), times("<http:"), times("<a@b"), times("<a@b.c> "), times("<a."), times("a<!-- "), times("a<? "),
	times("&"), times("&#"), times("&a"), times("&amp;"), times("\\"), times("\\\\"), times("\\a"), times("\\*"), times("!"),
	times("http://"), times("http://a "), times("http://a.b/"), times("(http://a.b/"), times("http://a.b/头发 "), times("http://头("), times("www."), times("www.a.b "), times("*www."),
	times("a@b"), times("a@b "), times("a@b.c "), times("a_a@"), between("", "_a", "@b"), between("", "*a", "@b.c"), times("~a@b."), times("://"), times("a://"), times("a://头 "), times(" http:"), times("(http:"),
	times("(www.a"), times("_http://a.b"), times("&;"), times(" a.b"), times("(((((a"), times("x:x:"),
	{"URL and delimiters", func(n int) string {
		return "a://头" + strings.Repeat("*", n) + strings.Repeat("a\\*", n)
	}},
	{"JSON", func(n int) string { return strings.Repeat("{\"a\":", n) }},
	{"YAML", func(n int) string { return "---\na: " + strings.Repeat("[", n) + "\n---\n头发" }},
	{"YAML of braces", func(n int) string { return "---\n" + strings.Repeat("{", n) + "\n---\n头发" }},
	{"YAML of dashes", func(n int) string { return "---\n" + strings.Repeat("- ", n) + "\n---\n头发" }},
	{"TOML", func(n int) string { return "+++\na = " + strings.Repeat("[", n) + "\n+++\n头发" }},
	{"YAML of aliases", func(n int) string {
		return "---\na: &a [x,x]\n" + each("", func(i int) string { return fmt.Sprintf("b%d: *a\n", i) }).make(n) + "---\n头发"
	}},
}
