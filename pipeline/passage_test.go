package pipeline_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/pipeline"
)

// TestPassages holds the passages of golden documents and their versions against each
// other: what is made of those of the source are those of the version.
func TestPassages(t *testing.T) {
	engine, err := convert.New(convert.TW)
	require.NoError(t, err)
	for _, name := range []string{"site", "markup", "crlf", "mixed"} {
		source, err := os.ReadFile(filepath.Join("../testdata/golden", name+".md"))
		require.NoError(t, err)
		doc := pipeline.Parse(source)
		made, passages := doc.Version(engine), doc.Passages()
		version := pipeline.Parse(doc.Convert(engine).Output).Passages()
		require.Len(t, version, len(passages), name)
		for i, p := range passages {
			text := convert.Splice(nil, p.Text(), made.Edits(p))
			assert.Equal(t, string(version[i].Text()), string(text), name)
		}
	}
}

func TestPassagesAre(t *testing.T) {
	doc := pipeline.Parse([]byte("---\ntitle: 标题\n---\n**头**发 `code` [链\n接](/a \"题\")\n"))
	var texts []string
	for _, p := range doc.Passages() {
		texts = append(texts, string(p.Text()))
	}
	assert.Equal(t, []string{"标题", "头发 ", " 链接", "题"}, texts)
	assert.Equal(t, "头发", string(pipeline.NewPassage([]byte("头发")).Text()))
}
