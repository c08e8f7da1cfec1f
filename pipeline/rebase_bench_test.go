package pipeline_test

import (
	"testing"

	"zhmd/convert"
	"zhmd/pipeline"
)

// BenchmarkLinks makes one version of real pages: as they are, with their destinations
// gathered, and with all of them replaced.
func BenchmarkLinks(b *testing.B) {
	pages, size := vueDocs(b)
	e := engine(b, convert.TW)
	for _, c := range []struct {
		name    string
		options []pipeline.Option
		version []pipeline.VersionOption
	}{
		{name: "none"},
		{name: "gathered", options: []pipeline.Option{pipeline.Destinations()}},
		{"replaced", []pipeline.Option{pipeline.Destinations()}, []pipeline.VersionOption{pipeline.Rebase(up)}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(size)
			for b.Loop() {
				for _, page := range pages {
					pipeline.Parse(page, c.options...).Convert(e, c.version...)
				}
			}
		})
	}
}
