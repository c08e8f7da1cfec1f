// Package wordtest gives tests the list of words, made anew from its sources.
package wordtest

import (
	"sync"
	"testing"

	"zhmd/convert/converttest"
	"zhmd/convert/internal/lexicon"
)

// Dir gives the folder of the lists of word frequencies. If they cannot be had the
// test is skipped with the command that fetches them; under CI it fails.
func Dir(t testing.TB) string {
	t.Helper()
	dir, err := lexicon.FindWords()
	converttest.Need(t, err)
	return dir
}

// List gives the list. It is made once.
func List(t testing.TB) *lexicon.List {
	t.Helper()
	list, err := build(Dir(t))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

var once struct {
	sync.Once
	list *lexicon.List
	err  error
}

func build(dir string) (*lexicon.List, error) {
	once.Do(func() {
		var s lexicon.Sources
		if s, _, once.err = lexicon.Read(dir); once.err == nil {
			once.list = lexicon.Build(s)
		}
	})
	return once.list, once.err
}
