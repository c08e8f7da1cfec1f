package config

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/pipeline/batch"
)

func TestRead(t *testing.T) {
	f, err := parse("a/.zhmd.yaml", []byte("sources: [docs]\ntargets:\n  - zh-TW\nvariants: {zh-TW: tw}\ndirectives: false\nfolders:\n  - path: blog/**\n    vocabulary: never\n"))
	require.NoError(t, err)
	assert.Equal(t, []string{"docs"}, f.Sources)
	assert.Equal(t, map[string]string{"zh-TW": "tw"}, f.Variants)
	assert.False(t, *f.Directives)
	assert.Equal(t, []Folder{{Path: "blog/**", Vocabulary: "never"}}, f.Folders)
	assert.Equal(t, "a", f.Dir())
	assert.EqualError(t, f.Error("targets.0", assert.AnError), "a/.zhmd.yaml:3:5: targets.0: "+assert.AnError.Error())
	for _, nothing := range []string{"", "# nothing\n"} {
		_, err := parse("x", []byte(nothing))
		assert.NoError(t, err)
	}
}

func TestWhatIsWrongHasItsPlace(t *testing.T) {
	for text, want := range map[string]string{
		"target: [zh-TW]\n":              `x:1:1: unknown key "target"; there is sources, targets`,
		"# 中\n字: 1\n":                    `x:2:1: unknown key "字"`,
		"folders:\n- path: a\n  word: b": `x:3:3: unknown key "word"`,
		"targets: zh-TW\n":               "x:1:10: targets: there has to be a list",
		"targets: [[zh-TW]]\n":           "x:1:11: targets.0: there has to be a text",
		"variants: [a]\n":                "x:1:11: variants: there has to be names with values",
		"directives: perhaps\n":          "x:1:13: directives: there has to be true or false",
		"vocabulary: allways\n":          `x:1:13: unknown value "allways"; there is auto, always, never`,
		"folders:\n- words: [it]\n":      "x:2:3: folders.0: there has to be a key path",
		"links: move\n":                  `x:1:8: unknown value "move"; there is keep, rebase`,
		"- a\n":                          "x:1:1: there has to be keys with values",
		"targets: [zh-TW\n":              "x:1: did not find expected",
		"a: b: c\n":                      "x:1: mapping values are not allowed",
		"targets: [a]\ntargets: [b]\n":   `x:2: mapping key "targets" already defined at line 1`,
	} {
		_, err := parse("x", []byte(text))
		assert.ErrorContains(t, err, want, text)
	}
}

func TestFind(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(t.TempDir(), "none"))
	require.NoError(t, os.MkdirAll("a/b/c", 0o777))
	found, _, err := Find("a/b/c")
	require.NoError(t, err)
	assert.Empty(t, found)
	require.NoError(t, os.WriteFile("a/.zhmd.yaml", nil, 0o666))
	for folder, want := range map[string]string{"a/b/c": "a/.zhmd.yaml", "a": "a/.zhmd.yaml", ".": ""} {
		found, _, err := Find(folder)
		require.NoError(t, err)
		assert.Equal(t, filepath.FromSlash(want), found, folder)
	}
}

// Every example of what a file may hold is valid by the schema's own words, which are
// made from the type: keys, kinds and values.
func TestSchema(t *testing.T) {
	var s struct {
		Properties map[string]struct {
			Type, Description string
			Enum              []string
			Items             struct{ Required []string }
		}
		AdditionalProperties *bool
	}
	require.NoError(t, json.Unmarshal(Schema(), &s))
	assert.False(t, *s.AdditionalProperties)
	assert.Equal(t, batch.Layouts(), s.Properties["layout"].Enum)
	assert.Equal(t, "boolean", s.Properties["directives"].Type)
	assert.Equal(t, []string{"path"}, s.Properties["folders"].Items.Required)
	for key, p := range s.Properties {
		assert.NotEmpty(t, p.Description, key)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("targets: [zh-TW]\nfolders: [{path: a}]\n"))
	f.Add([]byte("&a targets: *a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if file, err := parse("x", data); err == nil {
			assert.NotNil(t, file)
		}
	})
}
