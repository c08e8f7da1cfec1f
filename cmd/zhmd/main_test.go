package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write what the scripts compare with anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"zhmd": main})
}

// TestScript runs the command line's contract, one script a subject.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "root":
				return os.Geteuid() == 0, nil
			case "longbridge":
				return slices.Contains(engines, cond), nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"bytes":  writeBytes,
			"mode":   checkMode,
			"status": checkStatus,
		},
	})
}

// checkStatus runs a program and compares its exit status: status 2 zhmd -w.
func checkStatus(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s ended with status %d, want %d", args[1], got, want)
	}
}

// TestInterrupt ends a run before it has begun.
func TestInterrupt(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.md")
	require.NoError(t, os.WriteFile(file, []byte("软件"), 0o666))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c := newCommand()
	c.SetArgs([]string{"-t", "zh-TW", "-w", file})
	var said strings.Builder
	assert.Equal(t, 130, ui{&said}.end(c.ExecuteContext(ctx)))
	assert.Equal(t, "error: interrupted; the files that were begun are complete\n", said.String())
	left, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "软件", string(left))
}

// writeBytes writes a file from a quoted Go string: bytes FILE '"汉\xff"'.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// checkMode compares a file's permissions: mode 0640 FILE.
func checkMode(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := fmt.Sprintf("%#o", info.Mode().Perm()); got != args[0] {
		ts.Fatalf("%s has mode %s, want %s", args[1], got, args[0])
	}
}

func TestNearVariant(t *testing.T) {
	for tag, want := range map[string]string{
		"tw": "zh-TW", "zh-Hnas": "zh-Hans", "zhtw": "zh-TW", "hant": "zh-Hant", "zh-Hantt": "zh-Hant",
		"zh": "", "klingon": "", "fr": "", "": "", "en": "", "zh-Tv": "",
	} {
		hint := nearVariant(tag)
		if want == "" {
			assert.Empty(t, hint, tag)
		} else {
			assert.Contains(t, hint, want+"?", tag)
		}
	}
}
