package batch

import (
	"path/filepath"
	"regexp"
	"strings"

	"zhmd/convert"
)

// Outputs gives a function that tells whether a file, found on a walk of root,
// is what an earlier run with this template wrote, whatever its targets were.
// Outputs must not be taken for sources: a second run would convert them again.
//
// A template with {variant} is matched against the file's path. Of one without,
// everything in the folder it names is an output if that lies below root. A
// walk of a folder of outputs that was named itself was meant.
func (t *Template) Outputs() func(root, path string) bool {
	if !strings.Contains(t.text, "{variant}") {
		return t.inFolder
	}
	re := t.pattern()
	return func(root, path string) bool {
		m := re.FindStringSubmatch(slashAbs(path))
		return m != nil && !strings.HasPrefix(slashAbs(root)+"/", m[1]+"/")
	}
}

func (t *Template) inFolder(root, path string) bool {
	if strings.HasPrefix(t.text, "{dir}") {
		return false
	}
	folder := slashAbs(t.folder(Source{}))
	below := strings.HasPrefix(folder, strings.TrimSuffix(slashAbs(root), "/")+"/")
	return below && strings.HasPrefix(slashAbs(path), folder+"/")
}

// parts are the patterns of what placeholders stand for.
var parts = map[string]string{
	"{path}": `.+`, "{dir}": `.+`, "{name}": `[^/]+`, "{ext}": `(?:\.[^/]*)?`,
	"{variant}": `(?i:` + tags() + `)`,
}

func tags() string {
	var all []string
	for _, v := range convert.Variants() {
		all = append(all, v.String())
	}
	return strings.Join(all, "|")
}

// pattern matches the absolute paths of outputs, with slashes. Its group is
// what leads up to and with the variant.
func (t *Template) pattern() *regexp.Regexp {
	text := t.text
	if !strings.HasPrefix(text, "{dir}") {
		text = slashAbs(text)
	}
	var b strings.Builder
	b.WriteString("^(")
	at, grouped := 0, false
	for _, m := range placeholder.FindAllStringIndex(text, -1) {
		b.WriteString(regexp.QuoteMeta(text[at:m[0]]) + parts[text[m[0]:m[1]]])
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
