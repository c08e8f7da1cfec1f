// Package config reads .zhmd.yaml, which says for a folder what the command line's flags
// say for a run. [Find] looks for the file, [Read] reads it, [Schema] describes it to
// editors.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"go.yaml.in/yaml/v3"

	"zhmd/pipeline/batch/ignore"
)

// Name is what the file is called.
const Name = ".zhmd.yaml"

// A File is a configuration. A field is absent if it is empty; a bool that is nil is.
type File struct {
	Sources    []string            `yaml:"sources,omitempty" doc:"folders and files to convert when none is named, below this file's folder"`
	Targets    []string            `yaml:"targets,omitempty" doc:"variants to write: zh-Hans, zh-Hant, zh-TW, zh-HK, zh-CN"`
	From       string              `yaml:"from,omitempty" doc:"the variant of the sources; auto judges it from the text"`
	Layout     string              `yaml:"layout,omitempty" one:"suffix folder hugo hugo-suffix docusaurus starlight mdbook" doc:"where a kind of site expects the versions: suffix, folder, hugo, hugo-suffix, docusaurus, starlight, mdbook"`
	Out        string              `yaml:"out,omitempty" doc:"a template for the outputs in place of a layout: {variant}, {path}, {dir}, {name}, {ext}"`
	Variants   map[string]string   `yaml:"variants,omitempty" doc:"how a variant is spelt in paths, zh-TW: tw"`
	Vocabulary string              `yaml:"vocabulary,omitempty" one:"auto always never" doc:"regional words: auto, always, never"`
	Words      []string            `yaml:"words,omitempty" doc:"what the texts are about, domains as zhmd words lists them"`
	Keys       []string            `yaml:"keys,omitempty" doc:"keys of front matter whose values are converted"`
	Anchors    string              `yaml:"anchors,omitempty" one:"warn pin keep" doc:"where the id of a heading changes: warn, pin, keep"`
	Site       string              `yaml:"site,omitempty" one:"github hugo vitepress docusaurus mdbook" doc:"what derives ids from headings: github, hugo, vitepress, docusaurus, mdbook"`
	Links      string              `yaml:"links,omitempty" one:"keep rebase" doc:"relative links where a version lies elsewhere than its source: keep, rebase"`
	Syntax     string              `yaml:"syntax,omitempty" doc:"markup to read or not beside Markdown, such as mediawiki,-math"`
	Directives *bool               `yaml:"directives,omitempty" doc:"whether comments such as <!-- zhmd off --> are obeyed"`
	Glossary   []string            `yaml:"glossary,omitempty" doc:"files of your own words, for all sources"`
	Glossaries map[string][]string `yaml:"glossaries,omitempty" doc:"files of your own words, by a name for folders and for zhmd-glossary in front matter"`
	Folders    []Folder            `yaml:"folders,omitempty" doc:"what is otherwise for some sources; the last that fits counts"`
	Keep       []string            `yaml:"keep,omitempty" doc:"patterns of outputs that are kept by hand and never written, below this file's folder"`
	Ignore     []string            `yaml:"ignore,omitempty" doc:"patterns of what is no source, as in .gitignore"`
	Copy       []string            `yaml:"copy,omitempty" doc:"patterns, as in .gitignore, of files that are no pages and go along with them as they are, such as pictures"`
	path       string
	at         map[string]Position // of values, by their key; of the items of a list by key and number
}

// A Folder says what is otherwise for the sources that its pattern fits.
type Folder struct {
	Path       string   `yaml:"path" doc:"a pattern of paths below this file's folder, blog/**"`
	Vocabulary string   `yaml:"vocabulary,omitempty" one:"auto always never" doc:"regional words there: auto, always, never"`
	Words      []string `yaml:"words,omitempty" doc:"what the texts there are about"`
	Glossaries []string `yaml:"glossaries,omitempty" doc:"names of glossaries whose words count there too"`
}

// A Position is a line and a column, from 1; columns count characters.
type Position struct{ Line, Column int }

// Path gives where the file is.
func (f *File) Path() string { return f.path }

// Dir gives the folder that paths in the file are relative to.
func (f *File) Dir() string { return filepath.Dir(f.path) }

// Top returns the folder that what the file names has to lie in: its own, or that of the
// work tree of git around it.
func (f *File) Top() string {
	dir, err := filepath.Abs(f.Dir())
	if err != nil {
		return f.Dir()
	}
	if top, ok := ignore.WorkTree(dir); ok {
		return top
	}
	return dir
}

// OfUser tells whether the file is the user's own, for wherever they are: it is no site's.
func (f *File) OfUser() bool { return filepath.Base(f.path) != Name }

// Error gives err as one about the value of a key, with its position.
func (f *File) Error(key string, err error) error {
	if at, ok := f.at[key]; ok {
		return fmt.Errorf("%s:%d:%d: %s: %w", f.path, at.Line, at.Column, key, err)
	}
	return fmt.Errorf("%s: %s: %w", f.path, key, err)
}

// Find looks for the file in a folder and those above it, then in the user's folder of
// configurations; path is "" if there is none.
//
// In a folder that others may write to, /tmp, anybody can put a file that says what is
// written where. So one above folder that belongs to somebody else is passed over, unless
// its folder is the current one: neither to the user, nor to root, nor to who owns folder,
// as in a container that mounts another user's checkout. passed are those.
func Find(folder string) (path string, passed []string, err error) {
	start, err := filepath.Abs(folder)
	if err != nil {
		return "", nil, err
	}
	for at := start; ; at = filepath.Dir(at) {
		file := filepath.Join(at, Name)
		if at != start && isForeign(file, start) && !isSameFolder(at, ".") {
			passed = append(passed, file)
		} else if path, ok, err := there(file); ok || err != nil {
			return path, passed, err
		}
		if at == filepath.Dir(at) {
			break
		}
	}
	user, err := os.UserConfigDir()
	if err != nil {
		return "", passed, nil // there is no home, and nothing in it
	}
	path, _, err = there(filepath.Join(user, "zhmd", "zhmd.yaml"))
	return path, passed, err
}

func isSameFolder(a, b string) bool {
	info, err := os.Stat(a)
	return err == nil && isSame(b, info)
}

// there tells whether a path is a file, and gives it as short as it can be.
func there(path string) (string, bool, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && info.IsDir():
		return "", false, nil
	case err != nil:
		return "", false, err
	}
	if here, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(here, path); err == nil && len(rel) < len(path) && isSame(rel, info) {
			path = rel
		}
	}
	return path, true, nil
}

// Text gives the text of a file.
func Text(f File) ([]byte, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := errors.Join(e.Encode(f), e.Close()); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// isSame tells whether a path leads to a file: .. leads elsewhere in a folder that is a
// link.
func isSame(path string, file fs.FileInfo) bool {
	info, err := os.Stat(path)
	return err == nil && os.SameFile(info, file)
}
