package config

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"zhmd/convert/converttest"
)

// packages are a validator, and what else is in its folder.
var packages = []string{"ajv@6.15.0", "@microsoft/jest-sarif@1.0.0-beta.0"}

// TestSchemaTakesWhatIsRead holds the schema to the reader: they take and refuse the
// same files.
func TestSchemaTakesWhatIsRead(t *testing.T) {
	texts := []string{
		"sources: [docs]\ntargets: [zh-TW, zh-HK]\nlayout: hugo\n",
		"{}", "directives: false\nlinks: rebase\nanchors: pin\nsite: hugo\nvocabulary: never\n",
		"variants: {zh-TW: tw}\nglossary: [a.yaml]\nglossaries: {it: [b.yaml]}\nkeep: [a]\nignore: [b]\nwords: [it]\nkeys: [title]\n",
		"folders:\n- path: blog/**\n  vocabulary: always\n  words: [it]\n  glossaries: [it]\n",
		"from: auto\nout: '{variant}/{path}'\nsyntax: mediawiki,-math\n",
		"target: [zh-TW]\n", "targets: zh-TW\n", "targets: [[zh-TW]]\n", "variants: [a]\n", "directives: perhaps\n",
		"vocabulary: allways\n", "links: move\n", "- a\n", "folders: [{words: [it]}]\n", "folders: [{path: a, word: [b]}]\n",
		"layout: hexo\n", "glossaries: {it: b.yaml}\n", "folders: {path: a}\n",
	}
	var documents []any
	for _, text := range texts {
		var d any
		require.NoError(t, yaml.Unmarshal([]byte(text), &d))
		documents = append(documents, d)
	}
	refused := 0
	for i, faults := range validate(t, documents) {
		_, err := parse("x", []byte(texts[i]))
		assert.Equal(t, err == nil, len(faults) == 0, "%s: %v, %v", texts[i], err, faults)
		refused += min(1, len(faults))
	}
	assert.Equal(t, 13, refused)
}

// validate gives the faults of each of the documents.
func validate(t *testing.T, documents []any) [][]string {
	t.Helper()
	in, err := json.Marshal(map[string]any{"schema": json.RawMessage(Schema()), "documents": documents})
	require.NoError(t, err)
	cmd := exec.Command("node", filepath.Join("testdata", "validate.mjs"), converttest.Packages(t, ".cache/npm-report", packages...))
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	data, err := cmd.Output()
	require.NoError(t, err)
	var faults [][]string
	require.NoError(t, json.Unmarshal(data, &faults))
	require.Len(t, faults, len(documents))
	return faults
}
