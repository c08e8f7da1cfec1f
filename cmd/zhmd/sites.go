package main

import (
	"bytes"
	"os"
	"path/filepath"
)

// A site is a folder with a site in it, and what goes into its configuration.
type site struct {
	name, where string
	marks       []string // patterns of files that tell it; one of them is enough
	says        string   // what such a file has in it, if its name does not tell enough
	sources     []string // those of them that are there, or the first
	place       string   // the line that says where the outputs go
	ids         string   // whose ids headings have
}

var sites = []site{
	{name: "a Hugo site", where: "where Hugo looks for a language's content folder", marks: []string{"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.*"},
		sources: []string{"content/zh-cn", "content/zh-hans", "content/zh", "content"}, place: "layout: hugo", ids: "hugo"},
	{name: "a Docusaurus site", where: "where Docusaurus looks for translations", marks: []string{"docusaurus.config.*"},
		sources: []string{"docs", "blog"}, place: "layout: docusaurus", ids: "docusaurus"},
	{name: "a Starlight site", where: "where Starlight looks for a locale", marks: []string{"astro.config.*"}, says: "starlight",
		sources: []string{"src/content/docs"}, place: "layout: starlight", ids: "github"},
	{name: "a VitePress site", where: "a folder for each locale, as VitePress has it", marks: []string{".vitepress/config.*"},
		sources: []string{"."}, place: "layout: folder", ids: "vitepress"},
	{name: "a VitePress site in docs", where: "a folder for each locale, as VitePress has it", marks: []string{"docs/.vitepress/config.*"},
		sources: []string{"docs"}, place: "out: 'docs/{variant}/{path}'", ids: "vitepress"},
	{name: "an MkDocs site", where: "beside the page, as mkdocs-static-i18n has it", marks: []string{"mkdocs.yml", "mkdocs.yaml"},
		sources: []string{"docs"}, place: "layout: suffix", ids: "github"},
	{name: "an mdBook", where: "a book for each variant", marks: []string{"book.toml"},
		sources: []string{"src"}, place: "layout: mdbook", ids: "mdbook"},
	{name: "a Hugo site", where: "where Hugo looks for a language's content folder", marks: []string{"config.toml", "config.yaml"}, says: "baseURL",
		sources: []string{"content"}, place: "layout: hugo", ids: "hugo"},
}

// siteIn tells what site is in a folder.
func siteIn(folder string) site {
	for _, s := range sites {
		if s.in(folder) {
			s.sources = present(folder, s.sources)
			return s
		}
	}
	return site{name: "a folder of pages", where: "beside the page", sources: []string{"."}, place: "layout: suffix", ids: "github"}
}

// in tells whether a folder has such a site.
func (s *site) in(folder string) bool {
	for _, mark := range s.marks {
		files, _ := filepath.Glob(filepath.Join(folder, filepath.FromSlash(mark))) // the patterns are good ones
		for _, file := range files {
			if text, err := os.ReadFile(file); s.says == "" || err == nil && bytes.Contains(text, []byte(s.says)) {
				return true
			}
		}
	}
	return false
}

// present gives the sources that are there: of nested ones the innermost.
func present(folder string, sources []string) []string {
	var all []string
	for _, source := range sources {
		if isFolder(filepath.Join(folder, source)) && (len(all) == 0 || source != filepath.Dir(all[0])) {
			all = append(all, source)
		}
	}
	if len(all) == 0 {
		return sources[len(sources)-1:]
	}
	return all
}
