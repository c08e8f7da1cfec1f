package pipeline

import (
	"path/filepath"
	"slices"
	"strings"

	"zhmd/pipeline/internal/markdown"
)

// A Format is a kind of source.
type Format uint8

const (
	Markdown Format = iota
	Text            // all of it is prose
)

var formats = map[string]Format{
	".md": Markdown, ".markdown": Markdown, ".mdx": Markdown, ".qmd": Markdown, ".rmd": Markdown,
	".txt": Text,
}

// Named reads the source as the name of its file says: in the format of its
// extension, and with MDX if that is .mdx.
func Named(name string) Option {
	f, _ := FormatOf(name)
	return func(d *Document) {
		d.format = f
		if strings.HasSuffix(strings.ToLower(name), ".mdx") {
			d.syntax |= markdown.MDX
		}
	}
}

// dataFormats are the extensions of files that are no documents: most of what is in one
// means something to a program.
var dataFormats = []string{".ipynb", ".json", ".po", ".pot", ".toml", ".yaml", ".yml"}

// IsData reports whether the extension of a file's name, in any case, says that it is data
// for programs, which neither Markdown nor plain text is a way to read.
func IsData(name string) bool {
	return slices.Contains(dataFormats, strings.ToLower(filepath.Ext(name)))
}

// FormatOf tells the format of a file by the extension of its name, in any
// case; ok is false if the extension is of neither.
func FormatOf(name string) (f Format, ok bool) {
	f, ok = formats[strings.ToLower(filepath.Ext(name))]
	return f, ok
}
