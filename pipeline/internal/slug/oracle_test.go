package slug

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/internal/oracle"
)

// packages are what VitePress 1.6.4 and Docusaurus 3 derive ids by.
var packages = []string{
	"github-slugger@2.0.0", "@mdit-vue/shared@2.1.3",
	"markdown-it@14.1.0", "markdown-it-anchor@9.2.0", "markdown-it-attrs@4.3.1",
}

const folder = ".cache/npm-slug"

// node runs a script of testdata with the folder of the packages as argument,
// the inputs as lines of JSON and the outputs likewise.
func node[In, Out any](t *testing.T, script string, inputs []In) []Out {
	t.Helper()
	var in bytes.Buffer
	for _, v := range inputs {
		require.NoError(t, json.NewEncoder(&in).Encode(v))
	}
	cmd := exec.Command("node", filepath.Join("testdata", script), oracle.Packages(t, folder, packages...))
	cmd.Stdin, cmd.Stderr = &in, os.Stderr
	data, err := cmd.Output()
	require.NoError(t, err)
	var outputs []Out
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var v Out
		require.NoError(t, json.Unmarshal(lines.Bytes(), &v))
		outputs = append(outputs, v)
	}
	require.Len(t, outputs, len(inputs))
	return outputs
}
