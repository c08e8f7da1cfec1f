package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhmd/pipeline/batch"
	"zhmd/pipeline/batch/file"
)

// A site is a kind of site, and what goes into the configuration of one.
type site struct {
	name   string
	marks  map[string]string // patterns of files that tell it, and what such a file says, in lower case, if its name does not tell enough
	ids    string            // whose ids headings have
	places []place           // the first that has pages is taken, or the last
}

// A place is where a site has its pages. In sources {zh} stands for a folder of pages in
// Chinese beside those in other languages.
type place struct {
	sources     []string
	line, where string // the line that says where the outputs go, and what that means
	along       string // the lines that say what goes along with them
}

// pictures is for sites that look for a picture beside the version of a page. Hugo and
// MkDocs take the source's.
const pictures = `
# What goes along with the pages as it is, patterns as in .gitignore.
copy: ['*.png', '*.jpg', '*.jpeg', '*.gif', '*.svg', '*.webp', '!**/public/**']
`

var sites = []site{
	{name: "a Hugo site", ids: "hugo",
		marks: map[string]string{"hugo.toml": "", "hugo.yaml": "", "hugo.yml": "", "hugo.json": "", "config/_default/hugo.*": "", "config/_default/config.*": "",
			"config.toml": "baseurl", "config.yaml": "baseurl", "config.yml": "baseurl"},
		places: []place{
			{[]string{"content/{zh}"}, "layout: hugo", "where Hugo looks for a language's content folder", ""},
			{[]string{"content"}, "layout: hugo-suffix", "beside the page, as Hugo has translations by file name", ""}}},
	{name: "a Docusaurus site", ids: "docusaurus",
		marks: map[string]string{"docusaurus.config.*": ""},
		places: []place{
			{[]string{"i18n/{zh}"}, "layout: docusaurus", "where Docusaurus looks for translations", pictures},
			{[]string{"docs", "blog", "src/pages", "versioned_docs"}, "layout: docusaurus", "where Docusaurus looks for translations", pictures}}},
	{name: "a Starlight site", ids: "github",
		marks: map[string]string{"astro.config.*": "starlight"},
		places: []place{
			{[]string{"src/content/docs/{zh}"}, "layout: starlight", "where Starlight looks for a locale", pictures},
			{[]string{"src/content/docs"}, "layout: starlight", "where Starlight looks for a locale", pictures}}},
	{name: "a VitePress site", ids: "vitepress",
		marks: map[string]string{".vitepress/config.*": "", ".vitepress/config/index.*": ""},
		places: []place{
			{[]string{"{zh}"}, "layout: folder", "a folder for each locale, as VitePress has it", pictures},
			{[]string{"."}, "layout: folder", "a folder for each locale, as VitePress has it", pictures}}},
	{name: "a VitePress site in docs", ids: "vitepress",
		marks: map[string]string{"docs/.vitepress/config.*": "", "docs/.vitepress/config/index.*": ""},
		places: []place{
			{[]string{"docs/{zh}"}, "out: 'docs/{variant}/{path}'", "a folder for each locale, as VitePress has it", pictures},
			{[]string{"docs"}, "out: 'docs/{variant}/{path}'", "a folder for each locale, as VitePress has it", pictures}}},
	{name: "an MkDocs site", ids: "github",
		marks: map[string]string{"mkdocs.yml": "", "mkdocs.yaml": ""},
		places: []place{
			{[]string{"docs/{zh}"}, "out: 'docs/{variant}/{path}'", "a folder for each locale, as mkdocs-static-i18n has it", ""},
			{[]string{"docs"}, "layout: suffix", "beside the page, as mkdocs-static-i18n has it", ""}}},
	{name: "an mdBook", ids: "mdbook",
		marks:  map[string]string{"book.toml": ""},
		places: []place{{[]string{"src"}, "layout: mdbook", "a book for each variant", pictures}}},
}

// folderOfPages is where there is no site.
var folderOfPages = site{name: "a folder of pages", ids: "github", places: []place{{[]string{"."}, "layout: suffix", "beside the page", ""}}}

// siteIn tells what site is in a folder, and where in it the pages are.
func siteIn(folder string) (*site, place) {
	i := slices.IndexFunc(sites, func(s site) bool { return s.in(folder) })
	s := &folderOfPages
	if i >= 0 {
		s = &sites[i]
	}
	for _, p := range s.places {
		if sources := present(folder, p.sources); len(sources) > 0 {
			p.sources = sources
			return s, p
		}
	}
	last := s.places[len(s.places)-1]
	last.sources = last.sources[:1]
	return s, last
}

// maxSettings bounds the files that tell what site there is.
const maxSettings = 1 << 20

// in tells whether a folder has such a site.
func (s *site) in(folder string) bool {
	for mark, says := range s.marks {
		files, _ := filepath.Glob(filepath.Join(folder, filepath.FromSlash(mark))) // the patterns are good ones
		for _, path := range files {
			if text, err := file.Read(path, maxSettings); says == "" || err == nil && bytes.Contains(bytes.ToLower(text), []byte(says)) {
				return true
			}
		}
	}
	return false
}

// present gives the sources that have pages.
func present(folder string, sources []string) []string {
	var all []string
	for _, source := range sources {
		if before, after, ok := strings.Cut(source, "{zh}"); ok {
			source = before + chinese(filepath.Join(folder, before)) + after
		}
		if found, err := (batch.Walk{}).Find(filepath.Join(folder, source)); err == nil && len(found.Sources) > 0 {
			all = append(all, source)
		}
	}
	return all
}

// locales are what folders of pages in Simplified Chinese are called beside those in
// other languages, in any case.
var locales = []string{"zh-cn", "zh-hans", "zh", "zh_cn", "cn"}

// chinese gives the name of such a folder in a folder, or one that is not there.
func chinese(folder string) string {
	entries, _ := os.ReadDir(folder) // what cannot be read has none
	for _, locale := range locales {
		for _, e := range entries {
			if e.IsDir() && strings.EqualFold(e.Name(), locale) {
				return e.Name()
			}
		}
	}
	return locales[0]
}
