package slug

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// packages are what VitePress 1.6.4 and Docusaurus 3 derive ids by. They have a
// folder of their own, since npm removes from one what it is not asked for.
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
	cmd := exec.Command("node", filepath.Join("testdata", script), npmDir(t))
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

func npmDir(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", "..", "..", folder, "node_modules"))
	require.NoError(t, err)
	for _, p := range packages {
		if err := hasPackage(dir, p); err != nil {
			missing(t, fmt.Sprintf("%v; fetch it with: npm install --prefix %s --no-save %s", err, folder, strings.Join(packages, " ")))
		}
	}
	return dir
}

func hasPackage(dir, p string) error {
	at := strings.LastIndexByte(p, '@')
	data, err := os.ReadFile(filepath.Join(dir, p[:at], "package.json"))
	if err != nil {
		return fmt.Errorf("npm's %s is missing", p)
	}
	var file struct{ Version string }
	if err := json.Unmarshal(data, &file); err != nil {
		return err
	}
	if file.Version != p[at+1:] {
		return fmt.Errorf("npm's %s is version %s", p, file.Version)
	}
	return nil
}

// missing skips a test that lacks what it compares with; under CI it fails.
func missing(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
}
