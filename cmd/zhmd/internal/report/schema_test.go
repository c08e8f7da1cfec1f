package report

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
)

// packages are a validator and a package that has the schema of SARIF 2.1.0 with
// it.
var packages = []string{"ajv@6.15.0", "@microsoft/jest-sarif@1.0.0-beta.0"}

const npmFolder = ".cache/npm-report"

// TestSchema checks logs against the schema of SARIF.
func TestSchema(t *testing.T) {
	logs := []string{written(t, "sarif", ""), written(t, "sarif", "(devel)", findings[2])}
	for _, f := range findings {
		logs = append(logs, written(t, "sarif", "1.2.3", f))
	}
	logs = append(logs, written(t, "sarif", "v1.2.3", findings...))
	for i, faults := range validate(t, logs) {
		assert.Empty(t, faults, logs[i])
	}
}

// TestSchemaRefuses checks that the test above would see a fault.
func TestSchemaRefuses(t *testing.T) {
	good := written(t, "sarif", "1.2.3", findings...)
	bad := []string{}
	for _, edit := range [][2]string{
		{`"level":"note"`, `"level":"notice"`},
		{`"startLine":3`, `"startLine":0`},
		{`"ruleIndex":0`, `"ruleIndex":"0"`},
		{`%201.md`, ` 1.md`},
		{`"name":"zhmd",`, ``},
		{`"columnKind":"unicodeCodePoints"`, `"columnKind":"characters"`},
		{`"uriBaseId"`, `"uriBaseID"`},
		{`"executionSuccessful":false,`, ``},
	} {
		require.Contains(t, good, edit[0])
		bad = append(bad, strings.Replace(good, edit[0], edit[1], 1))
	}
	for i, faults := range validate(t, bad) {
		assert.NotEmpty(t, faults, bad[i])
	}
}

// validate gives the faults of each of the logs.
func validate(t *testing.T, logs []string) [][]string {
	t.Helper()
	var in bytes.Buffer
	require.NoError(t, json.NewEncoder(&in).Encode(logs))
	cmd := exec.Command("node", filepath.Join("testdata", "validate.mjs"), converttest.Packages(t, npmFolder, packages...))
	cmd.Stdin, cmd.Stderr = &in, os.Stderr
	data, err := cmd.Output()
	require.NoError(t, err)
	var faults [][]string
	require.NoError(t, json.Unmarshal(data, &faults))
	require.Len(t, faults, len(logs))
	return faults
}
