package report

import (
	"fmt"
	"path/filepath"
	"strings"
)

// srcRoot stands for the folder that the program runs in. That is what GitHub
// takes it for, where the program runs in the root of the checkout.
const srcRoot = "%SRCROOT%"

// artifact gives the location of a file by SARIF 2.1.0, sections 3.4 and 3.10. A
// path that leads out of the current folder is made absolute, since consumers
// should reject .. in a path.
func artifact(name string) sarifArtifact {
	name = filepath.Clean(name)
	if !filepath.IsLocal(name) {
		if abs, err := filepath.Abs(name); err == nil {
			return sarifArtifact{URI: fileURI(filepath.ToSlash(abs))}
		}
	}
	// A colon in the first segment would end a scheme.
	uri := strings.ReplaceAll(escapePath(filepath.ToSlash(name)), ":", "%3A")
	return sarifArtifact{URI: uri, URIBaseID: srcRoot}
}

// fileURI gives the URI of an absolute path by RFC 8089, where a share of
// Windows (appendix E.3) begins with two slashes and other paths of Windows with
// the letter of a drive (appendix E.2).
func fileURI(slashed string) string {
	switch {
	case strings.HasPrefix(slashed, "//"):
		return "file:" + escapePath(slashed)
	case strings.HasPrefix(slashed, "/"):
		return "file://" + escapePath(slashed)
	}
	return "file:///" + escapePath(slashed)
}

// escapePath percent-encodes what RFC 3986 has not as pchar in section 3.3, byte
// by byte, so that a path that is not UTF-8 can be read back too.
func escapePath(slashed string) string {
	var b strings.Builder
	for _, c := range []byte(slashed) {
		if isPathByte(c) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

func isPathByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
		strings.IndexByte("/-._~!$&'()*+,;=:@", c) >= 0
}
