//go:build unix

package config

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Whose a file above is decides whether it is taken.
func TestOthersFiles(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give files to others")
	}
	const somebody, another = 1001, 1002
	for _, c := range []struct {
		name         string
		file, folder int // their owners
		start, here  string
		taken        bool
	}{
		{"root's", 0, another, "a/b", ".", true},
		{"somebody's, above", somebody, 0, "a/b", ".", false},
		{"somebody's, who owns the folder", somebody, somebody, "a/b", ".", true},
		{"somebody's, in the folder", somebody, 0, "a", ".", true},
		{"somebody's, in the current folder", somebody, 0, "b", "a", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			top := t.TempDir()
			t.Setenv("XDG_CONFIG_HOME", filepath.Join(top, "none"))
			path := filepath.Join(top, "a", Name)
			require.NoError(t, os.MkdirAll(filepath.Join(top, "a", "b"), 0o777))
			require.NoError(t, os.WriteFile(path, nil, 0o666))
			require.NoError(t, os.Chown(path, c.file, c.file))
			require.NoError(t, os.Chown(filepath.Join(top, "a", "b"), c.folder, c.folder))
			t.Chdir(filepath.Join(top, c.here))
			found, passed, err := Find(c.start)
			require.NoError(t, err)
			assert.Equal(t, c.taken, found != "")
			assert.Equal(t, !c.taken, len(passed) == 1)
		})
	}
}
