package batch

import (
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"zhmd/convert"
)

// Outputs gives a function that tells whether a file, found on a walk of root,
// is what an earlier run with this template wrote, whatever its targets were. The
// function is for one goroutine.
// Outputs must not be taken for sources: a second run would convert them again.
//
// The file's path is matched against the template. One without {variant} tells
// nothing, and gives nil. A walk of a folder of outputs that was named itself
// was meant.
func (t *Template) Outputs() func(root, path string) bool {
	if !strings.Contains(t.text, "{variant}") {
		return nil
	}
	re, r := t.pattern(), newResolver()
	return func(root, path string) bool {
		at := filepath.Join(r.folder(filepath.Dir(path)), filepath.Base(path))
		m := re.FindStringSubmatch(filepath.ToSlash(at))
		return m != nil && !strings.HasPrefix(filepath.ToSlash(r.folder(root))+"/", m[1]+"/")
	}
}

// Among gives the first of the folders in names that the template's own folder
// lies in, if what is written there could not be told from sources by its name;
// "" if there is none.
func (t *Template) Among(names []string) string {
	if strings.Contains(t.text, "{variant}") || strings.HasPrefix(t.text, "{dir}") {
		return ""
	}
	folder := resolved(t.folder(Source{}))
	for _, name := range names {
		rel, err := filepath.Rel(resolved(name), folder)
		if err == nil && rel != "." && filepath.IsLocal(rel) && isFolder(name) {
			return name
		}
	}
	return ""
}

// parts are the patterns of what placeholders stand for.
var parts = map[string]string{
	"{path}": `.+`, "{dir}": `.+`, "{name}": `[^/]+`, "{ext}": `(?:\.[^/]*)?`,
}

// variants is the pattern of what {variant} stands for: the tags, and how they are
// spelt here.
func (t *Template) variants() string {
	var all []string
	for _, v := range convert.Variants() {
		all = append(all, v.String())
	}
	for _, name := range t.names {
		all = append(all, regexp.QuoteMeta(name))
	}
	return `(?i:` + strings.Join(all, "|") + `)`
}

// pattern matches the absolute paths of outputs, with slashes. Its group is
// what leads up to and with the variant.
func (t *Template) pattern() *regexp.Regexp {
	text := t.text
	if !strings.HasPrefix(text, "{dir}") {
		literal, _, _ := strings.Cut(text, "{")
		dir, _ := path.Split(literal)
		text = filepath.ToSlash(resolved(t.folder(Source{}))) + "/" + strings.TrimPrefix(text, dir)
	}
	var b strings.Builder
	b.WriteString("^(")
	at, grouped := 0, false
	for _, m := range placeholder.FindAllStringIndex(text, -1) {
		part, ok := parts[text[m[0]:m[1]]]
		if !ok {
			part = t.variants()
		}
		b.WriteString(regexp.QuoteMeta(text[at:m[0]]) + part)
		if !grouped && text[m[0]:m[1]] == "{variant}" {
			grouped = true
			b.WriteString(")")
		}
		at = m[1]
	}
	b.WriteString(regexp.QuoteMeta(text[at:]) + "$")
	return regexp.MustCompile(b.String())
}

// slashAbs gives the absolute path with slashes.
func slashAbs(path string) string {
	if abs, err := filepath.Abs(filepath.FromSlash(path)); err == nil {
		path = abs
	}
	return filepath.ToSlash(path)
}
