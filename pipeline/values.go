package pipeline

import (
	"bytes"

	"zhmd/pipeline/internal/frontmatter"
)

// FrontMatter gives the strings that a key of the front matter has, as they are written,
// without quotes and without what an escape sequence stands for; none if it has none.
func (d *Document) FrontMatter(key string) []string {
	values, err := frontmatter.Values(d.front.source, []string{key})
	if err != nil {
		return nil // a warning says that it is not read
	}
	var all []string
	for _, v := range values {
		var text bytes.Buffer
		for _, r := range v.Ranges {
			text.Write(d.front.source[r.Start:r.End])
		}
		all = append(all, text.String())
	}
	return all
}
