package state

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The marks are a text of lines that are sorted, so that a tool for versions can merge
// them: two hashes and the path of an output.
const marksHeader = "# What zhmd has generated here: the text, its source, the output. Keep it with the outputs.\n"

const marksName = Folder + "/outputs"

func (s *Store) marksPath() string { return s.Path(marksName) }

func (s *Store) readMarks() (map[string]Mark, error) {
	marks := map[string]Mark{}
	data, err := os.ReadFile(s.marksPath())
	if isMissing(err) {
		return marks, nil
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; err == nil && lines.Scan(); n++ {
		if line := lines.Text(); line != "" && !strings.HasPrefix(line, "#") {
			err = s.readMark(marks, n, strings.SplitN(line, " ", 3))
		}
	}
	return marks, firstOf(err, lines.Err())
}

func (s *Store) readMark(marks map[string]Mark, line int, fields []string) error {
	if len(fields) != 3 || len(fields[0]) != len(Of(nil)) || len(fields[1]) != len(Of(nil)) {
		return fmt.Errorf("%s:%d:1: this is no mark of an output; mend the line or delete it, and the output counts as kept by hand", s.marksPath(), line)
	}
	path, err := strconv.Unquote(fields[2])
	if err != nil {
		path = fields[2]
	}
	marks[path] = Mark{Hash(fields[0]), Hash(fields[1])}
	return nil
}

// writeMarks writes the marks that this run has set, and those of others that have run
// since it began.
func (s *Store) writeMarks() error {
	unlock, err := lock(s.marksPath() + ".lock")
	if err != nil {
		return err
	}
	defer unlock()
	marks, err := s.readMarks()
	if err != nil {
		return err
	}
	for path := range s.changed {
		if m, ok := s.marks[path]; ok {
			marks[path] = m
		} else {
			delete(marks, path)
		}
	}
	s.marks, s.changed = marks, map[string]bool{}
	var b bytes.Buffer
	b.WriteString(marksHeader)
	for _, path := range sortedKeys(marks, func(string) bool { return true }) {
		m := marks[path]
		fmt.Fprintf(&b, "%s %s %s\n", m.Generated, m.Source, quoted(path))
	}
	if err := firstOf(replace(s.marksPath(), b.Bytes()), s.forget()); err != nil {
		return err
	}
	stamp, err := StampOf(s.marksPath())
	s.listed, s.dirty = listed{stamp, len(marks)}, true
	return err
}

// quoted gives a path as it can stand in a line.
func quoted(path string) string {
	if q := strconv.Quote(path); strings.ContainsAny(path, "\n\r\"") || strings.TrimSpace(path) != path {
		return q
	}
	return path
}

// lock makes a file that only one run can make, and gives what removes it. One that has
// been there for long was left by a run that did not end.
func lock(path string) (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, err
	}
	for range 500 {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
		if err == nil {
			return func() { _ = os.Remove(path) }, f.Close()
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if info, statErr := os.Stat(path); statErr == nil && time.Since(info.ModTime()) > 10*time.Second {
			_ = os.Remove(path) // if another run does it first that is as good
		}
		time.Sleep(20 * time.Millisecond)
	}
	return nil, fmt.Errorf("%s: another run holds it; delete it if there is none", path)
}

// sortedKeys gives those keys of a map that fit, in order.
func sortedKeys[V any](m map[string]V, fit func(string) bool) []string {
	var all []string
	for key := range maps.Keys(m) {
		if fit(key) {
			all = append(all, key)
		}
	}
	slices.Sort(all)
	return all
}

// replace writes a file whole: another run that looks sees the old one or the new one.
func replace(path string, data []byte) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	f, err := os.CreateTemp(folder, "tmp-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if chmod, closed := f.Chmod(0o644), f.Close(); err == nil {
		err = firstOf(chmod, closed)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the other error says more
	}
	return err
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
