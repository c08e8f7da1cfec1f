//go:build unix

package state

import (
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A pipe that nobody writes to is not waited for.
func TestPipesAreNoState(t *testing.T) {
	for _, name := range []string{"outputs", "journal", "lock"} {
		t.Chdir(t.TempDir())
		require.NoError(t, os.Mkdir(Folder, 0o777))
		require.NoError(t, syscall.Mkfifo(Folder+"/"+name, 0o666))
		_, err := Open(t.Context(), ".", func() {})
		assert.ErrorContains(t, err, name+": is not a regular file")
	}
}
