package batch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline/batch"
)

// upper writes ASCII letters in capitals, and panics on a !.
type upper struct{}

func (upper) Edits(dst []convert.Edit, text []byte, _ []int) []convert.Edit {
	if strings.Contains(string(text), "!") {
		panic("an exclamation mark")
	}
	return append(dst, convert.Edit{Start: 0, End: len(text), New: strings.ToUpper(string(text))})
}

var targets = []batch.Target{{convert.TW, upper{}}, {convert.Hans, upper{}}}

// tree writes files into a folder of the test's own and moves there.
func tree(t *testing.T, files map[string]string) {
	t.Chdir(t.TempDir())
	for name, text := range files {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o666))
	}
}

func plan(t *testing.T, template string, names ...string) []batch.Task {
	tmpl, err := batch.ParseTemplate(template)
	require.NoError(t, err)
	found, err := batch.Walk{IsOutput: tmpl.Outputs()}.Find(names...)
	require.NoError(t, err)
	require.Empty(t, found.Failed)
	tasks, err := new(batch.Options).Plan(found.Sources, tmpl, []convert.Variant{convert.TW, convert.Hans})
	require.NoError(t, err)
	return tasks
}

func TestReportsComeInOrder(t *testing.T) {
	files, want := map[string]string{}, []string{}
	for i := range 200 {
		name := fmt.Sprintf("in/%03d.md", i)
		files[name] = strings.Repeat("text ", (200-i)*20)
		want = append(want, name)
	}
	tree(t, files)
	tasks := plan(t, "out/{variant}/{path}", "in")
	for _, jobs := range []int{0, 1, 7} {
		var got []string
		require.NoError(t, batch.Run(t.Context(), tasks, batch.Options{Targets: targets, Jobs: jobs}, func(r batch.Report) {
			got = append(got, filepath.ToSlash(r.Source.Path))
			assert.NoError(t, r.Err)
			assert.Len(t, r.Outputs, 2)
		}))
		assert.Equal(t, want, got)
	}
}

func TestAFaultInOneFileStopsNoOther(t *testing.T) {
	tree(t, map[string]string{"in/a.md": "a", "in/b.md": "b!", "in/c.md": "c", "in/gone.md": "d"})
	tasks := plan(t, "out/{variant}/{path}", "in")
	require.NoError(t, os.Remove("in/gone.md"))
	var errs []error
	require.NoError(t, batch.Run(t.Context(), tasks, batch.Options{Targets: targets}, func(r batch.Report) {
		errs = append(errs, r.Err)
	}))
	require.Len(t, errs, 4)
	assert.NoError(t, errs[0])
	assert.ErrorContains(t, errs[1], "an exclamation mark")
	assert.NoError(t, errs[2])
	assert.ErrorIs(t, errs[3], os.ErrNotExist)
	assert.FileExists(t, "out/zh-TW/c.md")
	assert.NoFileExists(t, "out/zh-TW/b.md")
}

func TestACancelledRunBeginsNothing(t *testing.T) {
	tree(t, map[string]string{"in/a.md": "a", "in/b.md": "b", "in/c.md": "c"})
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	err := batch.Run(ctx, plan(t, "out/{variant}/", "in"), batch.Options{Targets: targets, Jobs: 1}, func(r batch.Report) {
		n++
		cancel()
	})
	assert.ErrorIs(t, err, context.Canceled)
	assert.Less(t, n, 3)
	assert.FileExists(t, "out/zh-Hans/a.md") // what was begun is complete
}

func TestTemplate(t *testing.T) {
	walked := batch.Source{Path: "docs/guide/a.b.md", Below: "guide/a.b.md"}
	named := batch.Source{Path: "README", Below: "README"}
	for _, c := range []struct{ template, walked, named string }{
		{"out/{variant}/{path}", "out/zh-TW/guide/a.b.md", "out/zh-TW/README"},
		{"out/", "out/guide/a.b.md", "out/README"},
		{"{dir}/{name}.{variant}{ext}", "docs/guide/a.b.zh-TW.md", "README.zh-TW"},
		{"./x/../{variant}-{name}", "zh-TW-a.b", "zh-TW-README"},
		{"plain", "plain", "plain"},
	} {
		tmpl, err := batch.ParseTemplate(c.template)
		require.NoError(t, err)
		assert.Equal(t, filepath.FromSlash(c.walked), tmpl.Path(walked, convert.TW))
		assert.Equal(t, filepath.FromSlash(c.named), tmpl.Path(named, convert.TW))
	}
	for _, bad := range []string{"", "{", "a}", "{}", "{Path}", "{variant}/../{path}", "{{path}}"} {
		_, err := batch.ParseTemplate(bad)
		assert.Error(t, err, bad)
	}
}

func TestOutputsAreNoSources(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		template, root, path string
		want                 bool
	}{
		{"out/{variant}/{path}", ".", "out/zh-TW/a.md", true},
		{"out/{variant}/{path}", ".", "out/ZH-tw/b/a.md", true},
		{"out/{variant}/{path}", ".", "out/fr/a.md", false},
		{"out/{variant}/{path}", ".", "other/zh-TW/a.md", false},
		{"out/{variant}/{path}", "out", "out/zh-TW/a.md", true},
		{"out/{variant}/{path}", "out/zh-TW", "out/zh-TW/a.md", false},
		{"{variant}/{path}", ".", "zh-Hans/a.md", true},
		{"{variant}/{path}", "zh-CN", "zh-CN/a.md", false},
		{"{dir}/{name}.{variant}{ext}", "docs", "docs/a.zh-TW.md", true},
		{"{dir}/{name}.{variant}{ext}", "docs", "docs/a.md", false},
		{"{dir}/{variant}/{name}{ext}", ".", "docs/zh-TW/a.md", true},
		{"out.(1)/{variant}+{path}", ".", "out.(1)/zh-TW+a.md", true},
	} {
		tmpl, err := batch.ParseTemplate(c.template)
		require.NoError(t, err)
		assert.Equal(t, c.want, tmpl.Outputs()(c.root, c.path), "%+v", c)
	}
}
