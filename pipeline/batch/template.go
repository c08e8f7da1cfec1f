package batch

import (
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"zhmd/convert"
)

// A Template says where the versions of a source go: a path with the
// placeholders {variant}, {path}, {dir}, {name} and {ext}.
type Template struct {
	text   string
	base   string                     // the folder that it begins in, see [Template.In]
	within string                     // the folder that it may not lead out of, see [Template.Within]; "" for none
	names  map[convert.Variant]string // see [Template.Spelt]
	lower  bool                       // as shares and moves, see layout
	shares bool
	moves  [][2]string
}

// Placeholders lists what a template may hold between braces.
var Placeholders = []string{"variant", "path", "dir", "name", "ext"}

var placeholder = regexp.MustCompile(`\{[^{}]*\}|[{}]`)

// ParseTemplate reads a template. One that ends in a slash names a folder, in
// which the sources' paths are kept. An unknown placeholder is an error, and so
// are a brace without its partner and .. behind a placeholder.
func ParseTemplate(text string) (*Template, error) {
	if text == "" {
		return nil, fmt.Errorf("the output template is empty")
	}
	for _, p := range placeholder.FindAllString(text, -1) {
		if len(p) == 1 || !slices.Contains(Placeholders, p[1:len(p)-1]) {
			return nil, fmt.Errorf("output template %q: %s is not a placeholder; there is {%s}",
				text, p, strings.Join(Placeholders, "}, {"))
		}
	}
	text = filepath.ToSlash(text)
	if _, tail, _ := strings.Cut(text, "{"); slices.Contains(strings.Split(tail, "/"), "..") {
		return nil, fmt.Errorf("output template %q: .. behind a placeholder leads out of the folder that the template names", text)
	}
	if strings.HasSuffix(text, "/") {
		text += "{path}"
	}
	return &Template{text: text}, nil
}

// Path gives the output for a version of a source, cleaned, in the system's
// form.
func (t *Template) Path(s Source, v convert.Variant) string {
	return filepath.Join(filepath.FromSlash(t.base), filepath.FromSlash(t.fill(t.text, s, v)))
}

func (t *Template) fill(text string, s Source, v convert.Variant) string {
	dir, file := path.Split(filepath.ToSlash(s.Path))
	ext := path.Ext(file)
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, behind, _ := strings.Cut(rest, "}")
		switch text = behind; name {
		case "variant":
			b.WriteString(t.variant(v))
		case "path":
			b.WriteString(t.below(s))
		case "dir":
			b.WriteString(path.Clean(dir + "."))
		case "name":
			b.WriteString(strings.TrimSuffix(file, ext))
		case "ext":
			b.WriteString(ext)
		}
	}
}

// bounds returns the folder that is opened to write the outputs of a source: links that
// lead out of it are not followed.
func (t *Template) bounds(s Source) string {
	if t.within != "" {
		return t.within
	}
	return t.folder(s)
}

// folder gives the folder that the template names for a source, out of which no
// output may lead: what stands before the first placeholder, or the source's
// own folder if that is {dir}.
func (t *Template) folder(s Source) string {
	literal, _, _ := strings.Cut(t.text, "{")
	if literal == "" && strings.HasPrefix(t.text, "{dir}") {
		return filepath.Dir(s.Path)
	}
	dir, _ := path.Split(literal)
	return filepath.FromSlash(path.Join(t.base, path.Clean(dir+".")))
}
