// Package state keeps beside a site's outputs what was generated: a mark for each
// output, by which one that a person has edited is recognised, and a cache, by which a
// run does not read again what has not changed.
//
// Both are in the folder .zhmd of the site. The marks, in .zhmd/outputs, belong to the
// site and can be kept under version control; .zhmd/cache can be deleted at any time, and
// several runs can share it. A [Store] is opened by a run, asked and told about files by
// many goroutines, and saved at its end.
package state

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"zhmd/pipeline"
)

// Folder is the name of the folder.
const Folder = ".zhmd"

// A Hash tells contents apart.
type Hash string

// Of gives the hash of a content.
func Of(data []byte) Hash {
	sum := sha256.Sum256(data)
	return Hash(hex.EncodeToString(sum[:16]))
}

// A Mark is what was generated for an output.
type Mark struct {
	Generated Hash // the text that was made, which a person may have edited since
	Source    Hash // and what from
}

// A Stamp is what a file looks like without being read.
type Stamp struct {
	Size, Time int64  // bytes, nanoseconds
	Node       uint64 // of the file, where the system tells it
}

// Seen is what a run found out about a source.
type Seen struct {
	Settings string // all that the outputs depend on beside the source
	Stamp    Stamp
	Bytes    int
	Warnings []pipeline.Warning
	Links    []pipeline.Link
	Outputs  []SeenOutput
}

// A SeenOutput is one of its outputs.
type SeenOutput struct {
	Path     string
	Stamp    Stamp
	Warnings []pipeline.Warning
	Lost     []pipeline.Destination // of the source's, what leads to nothing from here
}

// A Store is the state of a site. Paths are those from its folder, with slashes.
type Store struct {
	root  string
	abs   string // the root, and the current folder
	here  string
	begun time.Time

	sync.Mutex
	marks   map[string]Mark // nil if they are as listed and were not asked for
	listed  listed
	seen    map[string]Seen
	dirty   bool            // the cache has to be written
	changed map[string]bool // marks that this run has set or dropped
	unused  []Hash          // texts of sources that no mark is from any more
}

// listed is what the marks looked like when the cache was written.
type listed struct {
	stamp Stamp
	count int // of marks
}

// load reads the marks if that was not done.
func (s *Store) load() (err error) {
	if s.marks == nil {
		s.marks, err = s.readMarks()
	}
	return err
}

// mustLoad loads marks that could be read a moment ago. What cannot be now are none: then
// outputs are left as they are.
func (s *Store) mustLoad() {
	if err := s.load(); err != nil {
		s.marks = map[string]Mark{}
	}
}

// Lists tells whether the marks are those of so many outputs, all of which are known from
// the cache, so that none is stale.
func (s *Store) Lists(outputs int) bool {
	return s.listed.stamp != (Stamp{}) && s.listed.count == outputs
}

// Open reads the state of the site in a folder. A cache that cannot be read is taken for
// none; marks that cannot be are an error, for they are not to be lost.
func Open(root string) (*Store, error) {
	s := &Store{root: root, begun: time.Now(), seen: map[string]Seen{}, changed: map[string]bool{}}
	var err error
	if s.here, err = os.Getwd(); err != nil {
		return nil, err
	}
	s.abs = s.absolute(root)
	s.readCache()
	if s.listed.stamp != (Stamp{}) && s.is(marksName, s.listed.stamp) {
		return s, nil // they are read when they are asked for
	}
	s.listed = listed{}
	return s, s.load()
}

// Rel gives a path from the site's folder, with slashes.
func (s *Store) Rel(path string) string {
	abs := s.absolute(path)
	if rel, ok := strings.CutPrefix(abs, s.abs+string(filepath.Separator)); ok {
		return filepath.ToSlash(rel)
	}
	rel, err := filepath.Rel(s.abs, abs)
	if err != nil {
		rel = path // on another drive
	}
	return filepath.ToSlash(rel)
}

func (s *Store) absolute(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(s.here, path)
}

// Path gives where such a path is.
func (s *Store) Path(rel string) string {
	if filepath.IsAbs(rel) {
		return rel
	}
	return filepath.Join(s.root, filepath.FromSlash(rel))
}

// Mark gives that of an output.
func (s *Store) Mark(output string) (Mark, bool) {
	s.Lock()
	defer s.Unlock()
	s.mustLoad()
	m, ok := s.marks[output]
	return m, ok
}

// Wrote tells whether an earlier run has generated what is at path, and none has taken it
// for a source since.
func (s *Store) Wrote(path string) bool {
	rel := s.Rel(path)
	s.Lock()
	defer s.Unlock()
	if _, isSource := s.seen[rel]; isSource {
		return false
	}
	s.mustLoad()
	_, marked := s.marks[rel]
	return marked
}

// Own notes that what an earlier run has written is a source of the site now.
func (s *Store) Own(path string) { s.Drop(s.Rel(path)) }

// Any tells whether anything is known to have been generated.
func (s *Store) Any() bool {
	s.Lock()
	defer s.Unlock()
	s.mustLoad()
	return len(s.marks) > 0
}

// SetMark notes what was generated for an output.
func (s *Store) SetMark(output string, m Mark) {
	s.Lock()
	defer s.Unlock()
	s.mustLoad()
	if old := s.marks[output]; old != m {
		s.marks[output], s.changed[output] = m, true
		s.unused = append(s.unused, old.Source, old.Generated)
	}
}

// Drop forgets an output that is not there any more.
func (s *Store) Drop(output string) {
	s.Lock()
	defer s.Unlock()
	s.mustLoad()
	s.unused = append(s.unused, s.marks[output].Source, s.marks[output].Generated)
	delete(s.marks, output)
	s.changed[output] = true
}

// Stale lists the outputs whose marks are there and that are none of those, in order.
func (s *Store) Stale(outputs map[string]bool) []string {
	s.Lock()
	defer s.Unlock()
	s.mustLoad()
	return sortedKeys(s.marks, func(path string) bool { return !outputs[path] })
}

// Same gives what is known of a source that looks like stamp, if it and its outputs are as
// they were, as far as that is told without reading them.
func (s *Store) Same(source string, stamp Stamp, settings string, outputs []string) (Seen, bool) {
	s.Lock()
	seen, ok := s.seen[source]
	s.Unlock()
	if !ok || seen.Settings != settings || len(seen.Outputs) != len(outputs) || seen.Stamp != stamp {
		return Seen{}, false
	}
	for i, out := range seen.Outputs {
		if out.Path != outputs[i] || !s.is(out.Path, out.Stamp) {
			return Seen{}, false
		}
	}
	return seen, true
}

// is tells whether a file looks as it did.
func (s *Store) is(rel string, stamp Stamp) bool {
	now, err := StampOf(s.Path(rel))
	return err == nil && now == stamp
}

// StampOf gives what a file looks like now.
func StampOf(path string) (Stamp, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Stamp{}, err
	}
	return StampIn(info), nil
}

// StampIn gives what a file looks like by what is known of it.
func StampIn(info fs.FileInfo) Stamp {
	return Stamp{info.Size(), info.ModTime().UnixNano(), nodeOf(info)}
}

// Note notes what was found out about a source. What was written a moment ago may be
// written again without looking otherwise, and is not noted.
func (s *Store) Note(source string, seen Seen) {
	for i := range seen.Outputs {
		stamp, err := StampOf(s.Path(seen.Outputs[i].Path))
		if err != nil {
			return
		}
		seen.Outputs[i].Stamp = stamp
	}
	s.Lock()
	defer s.Unlock()
	delete(s.seen, source)
	if s.dirty = true; seen.Stamp.Time < s.begun.Add(-momentOf(seen.Stamp)).UnixNano() {
		s.seen[source] = seen
	}
}

// momentOf is how coarse the time of a file may be: some file systems know seconds alone.
func momentOf(stamp Stamp) time.Duration {
	if stamp.Time%int64(time.Second) == 0 {
		return 2 * time.Second
	}
	return 20 * time.Millisecond
}

// Save writes what has changed.
func (s *Store) Save() error {
	s.Lock()
	defer s.Unlock()
	var err error
	if len(s.changed) > 0 {
		err = s.writeMarks()
	}
	if s.dirty {
		err = errors.Join(err, s.writeCache())
	}
	return err
}

func isMissing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
