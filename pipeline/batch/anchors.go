package batch

import (
	"cmp"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"zhmd/pipeline"
	"zhmd/pipeline/batch/file"
)

// A LinkReport is a link from one document to a heading of another that a
// conversion breaks.
type LinkReport struct {
	Source  Source // that the link is in
	Warning pipeline.Warning
}

// Links finds, among the links that reports of a run tell of, those to headings
// of other sources of its tasks whose ids change. Only documents that such links lead to
// are read, again.
func Links(reports []Report, tasks []Task, opts Options) []LinkReport {
	if len(reports) == 0 {
		return nil
	}
	byPath := map[string]Source{}
	for _, t := range tasks {
		byPath[slashed(t.Source.Path)] = t.Source
	}
	moved := map[string]map[string]string{}
	var all []LinkReport
	for _, r := range reports {
		for _, l := range r.Links {
			target, ok := resolve(r.Source, l.Path, byPath)
			if !ok {
				continue
			}
			if _, known := moved[target.Path]; !known {
				moved[target.Path] = opts.moved(target)
			}
			if id, is := moved[target.Path][l.Fragment]; is {
				all = append(all, LinkReport{r.Source, pipeline.Warning{Position: l.Position, Message: pipeline.BrokenLink(l, id)}})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b LinkReport) int { return cmp.Compare(a.Source.Path, b.Source.Path) })
	return all
}

// moved gives the headings of a source whose ids change in any version.
func (o *Options) moved(s Source) map[string]string {
	source, err := file.Read(s.Path, 0)
	if err != nil {
		return nil // it was reported when it was to be converted
	}
	doc := pipeline.Parse(source, o.read(s.Path)...)
	all := map[string]string{}
	targets, err := o.targets(s, doc)
	if err != nil {
		return nil // and so was this
	}
	for _, t := range targets {
		for id, becomes := range doc.Moved(doc.Convert(t.Converter)) {
			all[id] = becomes
		}
	}
	return all
}

// resolve finds the source that a link's path leads to: relative to the
// document, or with a slash before it to the folder that was named; as site
// generators have it, with or without an extension, or a folder's index.
func resolve(from Source, link string, byPath map[string]Source) (Source, bool) {
	file := slashed(from.Path)
	base := path.Dir(file)
	if strings.HasPrefix(link, "/") {
		base = strings.TrimSuffix(file, from.Below)
	}
	at := path.Join(base, link)
	for _, try := range []string{at, at + ".md", strings.TrimSuffix(at, ".html") + ".md", at + ".mdx", at + "/index.md", at + "/_index.md", at + "/README.md"} {
		if s, ok := byPath[try]; ok {
			return s, true
		}
	}
	return Source{}, false
}

func slashed(name string) string { return filepath.ToSlash(filepath.Clean(name)) }
