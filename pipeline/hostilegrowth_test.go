package pipeline_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
)

// TestHostileGrowth asserts that no document costs much for its size: for hostile documents
// of twice the size, each statement of the project and of goldmark is executed at most 2.5
// times as often. Coverage counts that, so that it is the same on every machine. What the
// bounds leave to short documents is below fewest.
func TestHostileGrowth(t *testing.T) {
	converttest.Full(t)
	const size, fewest = 1 << 16, 10_000_000
	program := filepath.Join(t.TempDir(), "pipeline.test")
	out, err := exec.Command("go", "test", "-c", "-o", program, "-covermode=count", "-coverpkg=zhmd/...,github.com/yuin/goldmark/...").CombinedOutput()
	require.NoError(t, err, "%s", out)
	once, twice := executed(t, program, size), executed(t, program, 2*size)
	counted := 0
	for statement, n := range twice {
		if n > fewest {
			counted++
			assert.LessOrEqual(t, 10*n, 25*once[statement], "%s: executed %d times, and %d times for twice the input", statement, once[statement], n)
		}
	}
	assert.Greater(t, counted, 100)
}

// executed returns how often each statement is executed for the hostile documents of a size.
func executed(t *testing.T, program string, size int) map[string]int {
	profile := filepath.Join(t.TempDir(), "profile")
	run := exec.Command(program, "-test.run", "^(TestHostile|TestHostileSyntax)$", "-test.coverprofile", profile)
	run.Env = append(os.Environ(), fmt.Sprint("ZHMD_HOSTILE=", size))
	out, err := run.CombinedOutput()
	require.NoError(t, err, "%s", out)
	data, err := os.ReadFile(profile)
	require.NoError(t, err)
	counts := map[string]int{}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] { // the first is the mode
		fields := strings.Fields(line)
		n, err := strconv.Atoi(fields[2])
		require.NoError(t, err)
		counts[fields[0]] = n
	}
	return counts
}
