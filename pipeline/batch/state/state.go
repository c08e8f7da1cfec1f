// Package state keeps beside a site's outputs what was generated: a mark for each
// output, by which one that a person has edited is recognised, and a cache, by which a
// run does not read again what has not changed.
//
// Both are in the folder .zhmd of the site. The marks, in .zhmd/outputs, belong to the
// site and can be kept under version control; .zhmd/cache can be deleted at any time. A run
// that writes holds .zhmd/lock from [Open] to [Store.Close], and .zhmd/journal is what one
// that did not end has left. A [Store] is asked and told about files by many goroutines,
// and saved at the end of a run.
package state

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"zhmd/pipeline"
	"zhmd/pipeline/batch/file"
)

// Folder is the name of the folder.
const Folder = ".zhmd"

// A Hash tells contents apart.
type Hash string

// hashLen is the length of a Hash.
const hashLen = 32

// Of returns the hash of a content.
func Of(data []byte) Hash {
	sum := sha256.Sum256(data)
	return Hash(hex.EncodeToString(sum[:hashLen/2]))
}

// A Mark is what was generated for an output.
type Mark struct {
	Generated Hash // the text that was made, which a person may have edited since
	Source    Hash // and what from
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

// A Store is the state of a site. Paths are those from its folder, with slashes. Many
// goroutines may use it at a time.
type Store struct {
	root   string
	abs    string // the root, and the current folder
	here   string
	dir    *os.Root // the folder of the state; nil if there is none, of one that is only looked at
	kept   sync.Map // hashes of the texts that are known to be kept
	unlock func()   // nil of one that is only looked at
	begun  time.Time

	sync.Mutex
	marks   map[string]Mark
	seen    map[string]Seen
	journal *os.File // nil before Begin
	dirty   bool     // the cache has to be written
	changed bool     // so have the marks
	unused  []Hash   // texts of sources that no mark is from any more
}

// Lists reports whether there are marks of so many outputs. If all of these are known from
// the cache, none is stale.
func (s *Store) Lists(outputs int) bool { return len(s.marks) == outputs }

// maxFile bounds the files of the state, which for 100,000 pages have some 100 MB.
const maxFile = 128 << 20

// Open opens the state of the site in a folder for a run that writes outputs. It waits
// until no other run has it open, or ctx is done, and calls waiting if that takes longer
// than a moment; [Store.Close] lets the next one in. What a run that did not end has
// written is made up for. A cache that cannot be read is taken for none; marks that cannot
// be are an error, for they are not to be lost.
func Open(ctx context.Context, root string, waiting func()) (*Store, error) {
	s, err := newStore(root)
	if err != nil {
		return nil, err
	}
	if s.dir, err = openFolder(root, true); err != nil {
		return nil, err
	}
	if info, err := s.dir.Lstat(cacheName); err == nil && !info.IsDir() {
		return nil, errors.Join(s.fault(cacheName, errNotFolder), s.dir.Close())
	}
	if s.unlock, err = s.lock(ctx, waiting); err != nil {
		return nil, errors.Join(err, s.dir.Close())
	}
	journal, err := s.load(ctx)
	if err == nil && len(journal) > 0 {
		err = s.settle(journal)
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// settle saves what a journal has told, and removes what its run has left besides.
func (s *Store) settle(journal []entry) error {
	info, err := s.dir.Stat(journalName)
	if err != nil {
		return s.fault(journalName, err)
	}
	if err := s.saveMarks(); err != nil {
		return err
	}
	if err := s.endJournal(); err != nil {
		return err
	}
	s.removeTemporary(journal, info.ModTime())
	return s.sweep()
}

// View opens the state of a site to look at. It waits for no other run and writes nothing.
func View(ctx context.Context, root string) (*Store, error) {
	s, err := newStore(root)
	if err != nil {
		return nil, err
	}
	if s.dir, err = openFolder(root, false); err != nil {
		return nil, err
	}
	if _, err := s.load(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func newStore(root string) (*Store, error) {
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	s := &Store{root: root, here: here, begun: time.Now(), seen: map[string]Seen{}}
	s.abs = s.absolute(root)
	return s, nil
}

// openFolder opens the folder of the state; nil if there is none and none is made. A link
// could lead out of the site.
func openFolder(root string, make bool) (*os.Root, error) {
	site, err := os.OpenRoot(root)
	if err != nil {
		return nil, err
	}
	defer site.Close()
	info, err := site.Lstat(Folder)
	if isMissing(err) {
		if !make {
			return nil, nil
		}
		if err = site.Mkdir(Folder, 0o777); isExisting(err) {
			err = nil // another run has made it
		}
	} else if err == nil && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: Folder, Err: errNotFolder}
	}
	if err == nil {
		var dir *os.Root
		if dir, err = site.OpenRoot(Folder); err == nil {
			return dir, nil
		}
	}
	var inner *fs.PathError
	if errors.As(err, &inner) {
		inner.Path = filepath.Join(root, Folder)
	}
	return nil, err
}

var errNotFile = errors.New("is not a regular file; remove it")

var errNotFolder = errors.New("is not a folder, and what zhmd knows of a site has to be in a folder of the site itself; remove it")

// Close lets other runs in. What was not saved is lost; to close again does nothing.
func (s *Store) Close() error {
	var err error
	if s.journal != nil {
		err = s.journal.Close()
	}
	if s.dir != nil {
		err = errors.Join(err, s.dir.Close())
	}
	if s.unlock != nil {
		s.unlock()
	}
	s.journal, s.dir, s.unlock = nil, nil, nil
	return err
}

// load reads the state. It returns the journal of a run that did not end, which is made up
// for. The journal is read before the marks, for a run that ends writes the marks first.
func (s *Store) load(ctx context.Context) (journal []entry, err error) {
	if journal, err = s.readJournal(); err != nil {
		return nil, err
	}
	s.readCache()
	if s.marks, err = s.readMarks(); err != nil {
		return nil, err
	}
	return journal, s.recover(ctx, journal)
}

// read reads a file of the state, which is empty if it is not there.
func (s *Store) read(name string) ([]byte, error) {
	if s.dir == nil {
		return nil, nil
	}
	info, err := s.dir.Lstat(name)
	if err == nil && !info.Mode().IsRegular() {
		return nil, s.fault(name, errNotFile)
	}
	data, err := file.ReadIn(s.dir, name, maxFile)
	if isMissing(err) {
		return nil, nil
	}
	if err != nil {
		return nil, s.fault(name, err)
	}
	return data, nil
}

// removeTemporary removes what a run that did not end has left beside outputs in the site's
// folder. What is younger than the journal is another run's.
func (s *Store) removeTemporary(journal []entry, last time.Time) {
	site, err := os.OpenRoot(s.root)
	if err != nil {
		return // they do no harm
	}
	defer site.Close()
	done := map[string]bool{}
	for _, e := range journal {
		folder := path.Dir(e.path)
		if done[folder] || !filepath.IsLocal(filepath.FromSlash(e.path)) {
			continue
		}
		done[folder] = true
		files, _ := fs.ReadDir(site.FS(), folder)
		for _, f := range files {
			if info, err := f.Info(); err == nil && info.Mode().IsRegular() && file.IsTemporary(f.Name()) && !info.ModTime().After(last.Add(time.Second)) {
				_ = site.Remove(path.Join(folder, f.Name()))
			}
		}
	}
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
	_, marked := s.marks[rel]
	return marked
}

// Own notes that what an earlier run has written is a source of the site now.
func (s *Store) Own(path string) { s.Drop(s.Rel(path)) }

// Any tells whether anything is known to have been generated.
func (s *Store) Any() bool {
	s.Lock()
	defer s.Unlock()
	return len(s.marks) > 0
}

// SetMark notes what was generated for an output.
func (s *Store) SetMark(output string, m Mark) {
	s.Lock()
	defer s.Unlock()
	s.setMark(output, m)
}

func (s *Store) setMark(output string, m Mark) {
	if old := s.marks[output]; old != m {
		s.marks[output], s.changed = m, true
		s.unused = append(s.unused, old.Source, old.Generated)
	}
}

// Drop forgets an output that is not there any more.
func (s *Store) Drop(output string) {
	s.Lock()
	defer s.Unlock()
	s.drop(output)
}

func (s *Store) drop(output string) {
	if m, ok := s.marks[output]; ok {
		s.unused = append(s.unused, m.Source, m.Generated)
		delete(s.marks, output)
		s.changed = true
	}
}

// Stale lists the outputs whose marks are there and that are none of those, in order.
func (s *Store) Stale(outputs map[string]bool) []string {
	s.Lock()
	defer s.Unlock()
	var all []string
	for path := range s.marks {
		if !outputs[path] {
			all = append(all, path)
		}
	}
	slices.Sort(all)
	return all
}

// is reports whether a file looks as it did.
func (s *Store) is(rel string, stamp Stamp) bool {
	now, err := StampOf(s.Path(rel))
	return err == nil && now == stamp
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

// Save writes what has changed. When it fails the journal stays, by which the next run
// knows what this one has written. A state that was opened to look at saves nothing.
func (s *Store) Save() error {
	if s.unlock == nil {
		return nil
	}
	s.Lock()
	defer s.Unlock()
	if s.changed {
		if err := s.saveMarks(); err != nil {
			return err
		}
		if err := s.forget(); err != nil {
			return err
		}
	}
	err := s.endJournal()
	if s.dirty {
		err = errors.Join(err, s.writeCache())
	}
	return err
}

func isMissing(err error) bool  { return errors.Is(err, fs.ErrNotExist) }
func isExisting(err error) bool { return errors.Is(err, fs.ErrExist) }
