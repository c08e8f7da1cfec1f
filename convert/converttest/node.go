package converttest

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"
)

// Node runs a script with Node.js. The script is called with the folder of the npm packages
// that it needs; it reads one line of JSON for each input, and writes one for each output.
func Node[Out, In any](t testing.TB, script, modules string, inputs []In) []Out {
	t.Helper()
	var in bytes.Buffer
	for _, v := range inputs {
		require.NoError(t, json.NewEncoder(&in).Encode(v))
	}
	cmd := exec.Command("node", script, modules)
	cmd.Stdin, cmd.Stderr = &in, os.Stderr
	data, err := cmd.Output()
	require.NoError(t, err)
	outputs := make([]Out, 0, len(inputs))
	for lines := json.NewDecoder(bytes.NewReader(data)); lines.More(); {
		var v Out
		require.NoError(t, lines.Decode(&v))
		outputs = append(outputs, v)
	}
	require.Len(t, outputs, len(inputs))
	return outputs
}
