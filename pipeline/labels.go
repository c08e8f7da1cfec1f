package pipeline

import (
	"bytes"

	"zhmd/pipeline/internal/markdown"
)

// longLabel is from which length in bytes on it is not said of a text that it is no
// label: conversion may bring it over the 999 characters that one can have.
const longLabel = 900

// hasLabels tells whether the body has labels that are not ASCII, to whichever program
// reads it: what is a formula to one defines labels for another.
func (d *Document) hasLabels() bool {
	if d.tree.Labels != nil {
		return true
	}
	for at := 0; ; {
		n := bytes.Index(d.body[at:], []byte("]:"))
		if n < 0 {
			return false
		}
		open := bytes.LastIndexByte(d.body[at:at+n], '[')
		if open < 0 || open > 0 && d.body[at+open-1] == '\\' || !isASCII(string(d.body[at+open:at+n])) {
			return true
		}
		at += n + len("]:")
	}
}

// sameLabels tells whether what could name or define the target of a link is the same in
// source, with the body or more, and in what has become of it, which differs in letters
// alone. It says no where that takes more than a look at what is between two brackets: a
// label has no others in it, unless they are escaped.
func (d *Document) sameLabels(source, out []byte) bool {
	if bytes.Contains(source, []byte(`\[`)) || bytes.Contains(source, []byte(`\]`)) {
		return false
	}
	old, with := allBracketed(source), allBracketed(out)
	defined := map[string]bool{}
	for _, b := range old {
		if b.defines && bytes.IndexByte(b.text, '\n') >= 0 {
			return false // what its containers put before the lines is in it
		}
		if b.defines {
			defined[markdown.Label(b.text)] = true
		}
	}
	for i := range min(len(old), len(with)) {
		a, b := old[i].text, with[i].text
		if !bytes.Equal(a, b) && (d.isLabel(a, defined) || d.isLabel(b, defined)) {
			return false
		}
	}
	return len(old) == len(with)
}

// isLabel tells whether text may be a label of the document, or one of those that were
// found to be defined.
func (d *Document) isLabel(text []byte, defined map[string]bool) bool {
	if len(text) > longLabel || bytes.IndexByte(text, '\n') >= 0 || bytes.HasPrefix(text, []byte("^")) {
		return true
	}
	label := markdown.Label(text)
	return defined[label] || d.tree.Labels[label]
}

// A bracketed is text between brackets without others in it. It defines a label if a
// colon follows.
type bracketed struct {
	text    []byte
	defines bool
}

func allBracketed(source []byte) (all []bracketed) {
	for {
		_, rest, found := bytes.Cut(source, []byte("["))
		if !found {
			return all
		}
		source = rest
		if n := bytes.IndexAny(rest, "[]"); n >= 0 && rest[n] == ']' {
			all = append(all, bracketed{rest[:n], bytes.HasPrefix(rest[n+1:], []byte(":"))})
		}
	}
}
