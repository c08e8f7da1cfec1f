package ignore_test

import (
	"fmt"
	"testing"

	"zhmd/pipeline/batch/ignore"
)

// BenchmarkIgnored asks about 100,000 files at a time with 50 patterns in three
// folders, none of which matches, so that all are tried.
func BenchmarkIgnored(b *testing.B) {
	kinds := []string{"*.%d", "/name%d", "folder%d/", "**/name%d", "a/**/name%d", "name%d/**", "!name%d.md", "[nx]ame%d", "n?me-%d*", "*-%d-*"}
	lists := make([][]string, 3)
	for i := range 50 {
		lists[i%3] = append(lists[i%3], fmt.Sprintf(kinds[i%len(kinds)], i))
	}
	s := (*ignore.Stack)(nil).Enter("", rules(lists[0]...)).Enter("docs", rules(lists[1]...)).Enter("docs/guide", rules(lists[2]...))
	paths := make([]string, 100_000)
	for i := range paths {
		paths[i] = fmt.Sprintf("docs/guide/chapter%d/name of a page %d.md", i/1000, i)
	}
	for b.Loop() {
		for _, path := range paths {
			if s.Ignored(path, false) {
				b.Fatal(path)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(paths)), "ns/path")
}
