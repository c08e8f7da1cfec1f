package main

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
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
			return cond == "root" && os.Geteuid() == 0, nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"bytes": writeBytes,
			"mode":  checkMode,
		},
	})
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
		"zh": "", "klingon": "", "fr": "", "": "",
	} {
		hint := nearVariant(tag)
		if want == "" {
			assert.Empty(t, hint, tag)
		} else {
			assert.Contains(t, hint, want+"?", tag)
		}
	}
}
