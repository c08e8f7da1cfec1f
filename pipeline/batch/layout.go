package batch

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"zhmd/convert"
)

// A layout is where a kind of site expects the versions of its pages.
type layout struct {
	name, template string
	lower          bool // variants are spelt in lower case
	// shares tells that a page has the files that lie beside its other versions, as Hugo's
	// bundles do.
	shares bool
	// moves say what takes the place of the folder that a page lies in; the first is taken
	// that begins the path with the name of the folder that was named before it, or else
	// the path below that folder.
	moves [][2]string
}

// docusaurus has a folder for each of its plugins, which pages that are translations
// themselves lie in already.
var docusaurus = [][2]string{
	{"docusaurus-plugin-", "docusaurus-plugin-"},
	{"docs/", "docusaurus-plugin-content-docs/current/"}, {"blog/", "docusaurus-plugin-content-blog/"},
	{"src/pages/", "docusaurus-plugin-content-pages/"}, {"pages/", "docusaurus-plugin-content-pages/"},
	{"versioned_docs/", "docusaurus-plugin-content-docs/"}, {"", "docusaurus-plugin-content-docs/current/"},
}

var layouts = []layout{
	{name: "suffix", template: "{dir}/{name}.{variant}{ext}"},
	{name: "folder", template: "{variant}/{path}"},
	{name: "hugo", template: "content/{variant}/{path}", lower: true, shares: true, moves: [][2]string{{"content/", ""}}},
	{name: "hugo-suffix", template: "{dir}/{name}.{variant}{ext}", lower: true},
	{name: "docusaurus", template: "i18n/{variant}/{path}", moves: docusaurus},
	{name: "starlight", template: "src/content/docs/{variant}/{path}", lower: true, moves: [][2]string{{"src/content/docs/", ""}, {"docs/", ""}}},
	{name: "mdbook", template: "{variant}/{path}", moves: [][2]string{{"src/", "src/"}}},
}

// Layouts lists the names that [ParseLayout] knows.
func Layouts() []string {
	var all []string
	for _, l := range layouts {
		all = append(all, l.name)
	}
	return all
}

// ParseLayout gives the template of a kind of site: where Hugo, Docusaurus, Starlight,
// VitePress (folder) or MkDocs (suffix) look for the versions of a page.
func ParseLayout(name string) (*Template, error) {
	i := slices.IndexFunc(layouts, func(l layout) bool { return l.name == name })
	if i < 0 {
		return nil, fmt.Errorf("unknown layout %q; there is %s", name, strings.Join(Layouts(), ", "))
	}
	l := layouts[i]
	return &Template{text: l.template, lower: l.lower, shares: l.shares, moves: l.moves}, nil
}

// Spelt gives a template that spells some variants in its own way: tw for zh-TW.
func (t *Template) Spelt(names map[convert.Variant]string) *Template {
	spelt := *t
	spelt.names = names
	return &spelt
}

// In gives a template whose paths begin in a folder, unless they are absolute or begin
// in the folder of the source.
func (t *Template) In(folder string) *Template {
	in := *t
	if !strings.HasPrefix(t.text, "{dir}") && !path.IsAbs(t.text) {
		in.base = folder
	}
	return &in
}

// Within returns a template whose outputs may not lead out of a folder, nor into a .git
// in it, by their names or by links.
func (t *Template) Within(folder string) *Template {
	in := *t
	in.within = folder
	return &in
}

// variant gives how a variant is spelt.
func (t *Template) variant(v convert.Variant) string {
	name, ok := t.names[v]
	switch {
	case ok:
		return name
	case t.lower:
		return strings.ToLower(v.String())
	}
	return v.String()
}

// below gives {path} for a source.
func (t *Template) below(s Source) string {
	root := path.Base(strings.TrimSuffix(strings.TrimSuffix(slashed(s.Path), s.Below), "/"))
	for _, at := range []string{path.Join(root, s.Below), s.Below} {
		for _, move := range t.moves {
			if rest, ok := strings.CutPrefix(at, move[0]); ok && (move[0] != "" || at == s.Below) {
				return move[1] + rest
			}
		}
	}
	return s.Below
}
