package main

import (
	"debug/buildinfo"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
)

// TestNotice builds the program for each system and compares the modules that NOTICE lists
// as linked, each with its licence, with those in the program.
func TestNotice(t *testing.T) {
	converttest.Full(t)
	linked := map[string]string{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		program := filepath.Join(t.TempDir(), "zhmd")
		build := exec.Command("go", "build", "-o", program)
		build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system)
		out, err := build.CombinedOutput()
		require.NoError(t, err, "%s: %s", system, out)
		info, err := buildinfo.ReadFile(program)
		require.NoError(t, err)
		for _, module := range info.Deps {
			if _, known := linked[module.Path]; !known {
				linked[module.Path] = licence(t, module.Path)
			}
		}
	}
	assert.Equal(t, linked, noticed(t))
}

// noticed returns the licences in NOTICE by module: the indented lines.
func noticed(t *testing.T) map[string]string {
	notice, err := os.ReadFile("../../NOTICE")
	require.NoError(t, err)
	listed := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^    (\S+) +(.+)$`).FindAllStringSubmatch(string(notice), -1) {
		listed[m[1]] = m[2]
	}
	return listed
}

// phrases occur each in the text of one licence.
var phrases = []struct{ text, name string }{
	{"Permission is hereby granted, free of charge", "MIT"},
	{"Apache License", "Apache-2.0"},
	{"Neither the name", "BSD-3-Clause"},
	{"GENERAL PUBLIC LICENSE", "GPL"},
}

// allowed are the licences that go with the project's own.
var allowed = map[string]bool{"MIT": true, "Apache-2.0": true, "MIT and Apache-2.0": true, "BSD-3-Clause": true}

// licence returns the names of the licences in a module's own file.
func licence(t *testing.T, module string) string {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	require.NoError(t, err, module)
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(dir)), "[Ll][Ii][Cc][Ee][Nn]*"))
	require.NoError(t, err)
	require.NotEmpty(t, files, "%s has no licence", module)
	var names []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, p := range phrases {
			if strings.Contains(string(text), p.text) {
				names = append(names, p.name)
			}
		}
	}
	all := strings.Join(names, " and ")
	assert.True(t, allowed[all], "%s is under %q, which does not go with the project's licence", module, all)
	return all
}
