// Package converttest is what the tests of the module have in common. It finds the programs
// and npm packages that they compare the project with, runs these, and sets how much the
// tests do.
//
// What is missing fails a test under CI, and elsewhere skips it with the command that
// fetches it. By default the tests make a tenth of their random trials and leave out what
// takes long. The environment variable ZHMD_TESTS=all runs everything; ZHMD_TESTS=20 makes
// twenty times as many random trials as a full run.
package converttest

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Need ends a test that lacks what it needs, as err says; nil is that it is there.
func Need(t testing.TB, err error) {
	t.Helper()
	switch {
	case err == nil:
	case os.Getenv("CI") != "":
		t.Fatal(err)
	default:
		t.Skip(err)
	}
}

// Program ends a test if a program is missing, which a command installs.
func Program(t testing.TB, name, install string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		Need(t, fmt.Errorf("%s is missing; install it with: %s", name, install))
	}
}

// Packages returns the folder of npm packages, each NAME@VERSION, in a folder below the
// checkout that has no others: npm removes from a folder what it is not asked for. Node.js
// is needed too.
func Packages(t testing.TB, folder string, packages ...string) string {
	t.Helper()
	Program(t, "node", "apt-get install nodejs npm")
	for _, p := range packages {
		at := strings.LastIndexByte(p, '@')
		if _, err := Package(folder, p[:at], p[at+1:]); err != nil {
			Need(t, fmt.Errorf("%w; fetch it with: npm install --prefix %s --no-save %s", err, folder, strings.Join(packages, " ")))
		}
	}
	return modules(folder)
}

// Package returns the folder of an npm package. One that is not there or of another version
// is an error.
func Package(folder, name, version string) (string, error) {
	dir := filepath.Join(modules(folder), filepath.FromSlash(name))
	data, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if err != nil {
		return "", fmt.Errorf("npm's %s is missing", name)
	}
	var file struct{ Version string }
	if err := json.Unmarshal(data, &file); err != nil {
		return "", err
	}
	if file.Version != version {
		return "", fmt.Errorf("npm's %s is version %s", name, file.Version)
	}
	return dir, nil
}

// modules returns where npm puts packages into a folder below the checkout.
func modules(folder string) string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..", filepath.FromSlash(folder), "node_modules")
}
