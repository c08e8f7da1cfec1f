//go:build linux || darwin

package state

import (
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A file that was written in place and given back its time has changed all the same. Only
// these systems tell.
func TestStampsTellOfChanges(t *testing.T) {
	t.Chdir(t.TempDir())
	before := write(t, "a", "one", time.Hour)
	time.Sleep(20 * time.Millisecond) // the clock of a file system is coarse
	require.NoError(t, os.WriteFile("a", []byte("two"), 0o666))
	require.NoError(t, os.Chtimes("a", time.Time{}, time.Unix(0, before.Time)))
	after, err := StampOf("a")
	require.NoError(t, err)
	assert.Equal(t, before.Time, after.Time)
	assert.NotEqual(t, before, after)
}
