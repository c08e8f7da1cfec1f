package batch

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline"
	"zhmd/pipeline/batch/state"
)

// same changes nothing.
type same struct{}

func (same) Edits(dst []convert.Edit, _ []byte, _ []int) []convert.Edit { return dst }

// site writes files, of which none is new, into a folder of the test's own and moves there.
func site(t *testing.T, files map[string]string) {
	t.Chdir(t.TempDir())
	for name, text := range files {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o666))
		require.NoError(t, os.Chtimes(name, time.Time{}, time.Now().Add(-time.Hour)))
	}
}

// converts plans and runs a conversion of docs with two targets, and gives its tasks and reports.
func converts(t *testing.T, template string, opts Options) ([]Task, []Report) {
	tmpl, err := ParseTemplate(template)
	require.NoError(t, err)
	found, err := Walk{IsOutput: tmpl.Outputs()}.Find("docs")
	require.NoError(t, err)
	opts.Targets = []Target{{convert.TW, same{}}, {convert.Hans, same{}}}
	tasks, err := opts.Plan(found.Sources, tmpl, []convert.Variant{convert.TW, convert.Hans})
	require.NoError(t, err)
	var reports []Report
	require.NoError(t, Run(t.Context(), tasks, opts, func(r Report) {
		require.NoError(t, r.Err)
		reports = append(reports, r)
	}))
	return tasks, reports
}

func contents(t *testing.T, path string) string {
	text, err := os.ReadFile(filepath.FromSlash(path))
	require.NoError(t, err)
	return string(text)
}

func TestRebaseLinks(t *testing.T) {
	const text = "[b](../b.md) [c](c.md#d) [e](<e f.png>) [g](../g) [h](../../docs/b.md) [i](/b.md) [j](../../up.md) [k](../guide/)\n"
	for _, c := range []struct{ template, want string }{
		{"out/{variant}/{path}", "[b](../b.md) [c](c.md#d) [e](<../../../docs/guide/e f.png>) [g](../g) [h](../b.md) [i](/b.md) [j](../../../up.md) [k](../guide/)\n"},
		{"{dir}/{name}.{variant}{ext}", "[b](../b.zh-TW.md) [c](c.zh-TW.md#d) [e](<e f.png>) [g](../g) [h](../b.zh-TW.md) [i](/b.md) [j](../../up.md) [k](../guide/)\n"},
		{"flat/{variant}-{name}{ext}", "[b](zh-TW-b.md) [c](zh-TW-c.md#d) [e](<../docs/guide/e f.png>) [g](../g) [h](zh-TW-b.md) [i](/b.md) [j](../up.md) [k](../guide/)\n"},
	} {
		site(t, map[string]string{"docs/guide/a.md": text, "docs/b.md": "", "docs/guide/c.md": "", "docs/guide/e f.png": "", "up.md": ""})
		tasks, _ := converts(t, c.template, Options{Links: RebaseLinks})
		for _, task := range tasks {
			if task.Source.Below == "guide/a.md" {
				assert.Equal(t, c.want, contents(t, task.Outputs[0].Path), c.template)
			}
		}
	}
}

func TestKeepLinks(t *testing.T) {
	site(t, map[string]string{"docs/a.md": "[b](b.md) ![c](c.png) [d](d) ![e](e.png)\n", "docs/b.md": "", "docs/c.png": "", "docs/e.png": "", "out/zh-TW/e.png": ""})
	tasks, reports := converts(t, "out/{variant}/{path}", Options{})
	assert.Equal(t, "[b](b.md) ![c](c.png) [d](d) ![e](e.png)\n", contents(t, "out/zh-TW/a.md"))
	c, e := pipeline.Destination{Position: pipeline.Position{Line: 1, Column: 16}, Path: "c.png"}, pipeline.Destination{Position: pipeline.Position{Line: 1, Column: 35}, Path: "e.png"}
	assert.Equal(t, []pipeline.Destination{c}, reports[0].Outputs[0].Lost)
	assert.Equal(t, []pipeline.Destination{c, e}, reports[0].Outputs[1].Lost)

	looked := 0
	tasks[0].links.files.Range(func(path, _ any) bool {
		assert.NotContains(t, path, "b.md", "what the plan tells is not looked for")
		looked++
		return true
	})
	assert.Equal(t, 9, looked) // three there and in each of two folders
}

// Where nothing lies elsewhere no link is looked at.
func TestLinksOfUnmovedOutputs(t *testing.T) {
	site(t, map[string]string{"docs/a.md": "![c](c.png) ![d](d.png)\n", "docs/c.png": ""})
	tasks, _ := converts(t, "{dir}/{name}.{variant}{ext}", Options{})
	assert.Nil(t, tasks[0].links)
	hugo, err := ParseLayout("hugo")
	require.NoError(t, err)
	tasks, err = new(Options).Plan([]Source{{Path: "content/zh/a/index.md", Below: "a/index.md"}}, hugo, []convert.Variant{convert.TW})
	require.NoError(t, err)
	assert.Nil(t, tasks[0].links)
}

// A site that has not changed is not read again; it is where the set of its pages has.
func TestLinksAndState(t *testing.T) {
	for _, mode := range []LinkMode{KeepLinks, RebaseLinks} {
		site(t, map[string]string{"docs/a.md": "[b](b.md) ![c](c.png)\n", "docs/c.png": ""})
		run := func() bool {
			s, err := state.Open(t.Context(), ".", func() {})
			require.NoError(t, err)
			defer s.Close()
			tasks, reports := converts(t, "out/{variant}/{path}", Options{State: s, Settings: fmt.Sprint(mode), Links: mode})
			require.NoError(t, s.Save())
			assert.Len(t, reports[0].Outputs[0].Lost, int(RebaseLinks-mode))
			return AllKnown(s, tasks)
		}
		run()
		assert.True(t, run(), mode)
		require.NoError(t, os.WriteFile("docs/b.md", nil, 0o666))
		require.NoError(t, os.Chtimes("docs/b.md", time.Time{}, time.Now().Add(-time.Hour)))
		assert.False(t, run(), mode)
		assert.True(t, run(), mode)
	}
	assert.Equal(t, "[b](b.md) ![c](../../docs/c.png)\n", contents(t, "out/zh-TW/a.md"))
}
