package state

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"path"

	"zhmd/pipeline/batch/file"
)

// The cache holds the texts of sources, of which some are for nobody else to read, so
// nobody else may look into its folder.
const (
	cacheName    = "cache"
	seenName     = cacheName + "/seen"
	textsName    = cacheName + "/sources"
	cacheMode    = 0o700
	cacheOfFiles = 0o600
)

// maxText bounds what is kept of a source, and so what a damaged text can unpack to.
const maxText = 64 << 20

// readCache reads what earlier runs have seen. It is only what has been found out before:
// with a cache that is damaged or of another version everything is read again.
func (s *Store) readCache() {
	if data, err := s.read(seenName); err == nil {
		s.seen = decode(data)
	}
}

func (s *Store) writeCache() error {
	data, err := encode(s.seen)
	if err != nil {
		return err
	}
	if err := s.writeCached(seenName, data); err != nil {
		return err
	}
	s.dirty = false
	return nil
}

// writeCached writes a file of the cache. A folder that an earlier version has made is
// closed to others.
func (s *Store) writeCached(name string, data []byte) error {
	if info, err := s.dir.Stat(cacheName); err == nil && info.Mode().Perm()&^cacheMode != 0 {
		if err := s.dir.Chmod(cacheName, cacheMode); err != nil {
			return s.fault(cacheName, err)
		}
	}
	if err := file.Replace(s.dir, name, data, file.Replacement{Mode: cacheOfFiles, FolderMode: cacheMode}); err != nil {
		return s.fault(name, err)
	}
	return nil
}

// ignoreRules keep out of version control what is of this machine alone.
const ignoreRules = "/cache/\n/journal\n/lock\n"

// ignored writes them, and over those of an earlier version.
func (s *Store) ignored() error {
	const name = ".gitignore"
	text, err := s.read(name)
	if err != nil || len(text) > 0 && string(text) != "/cache/\n" {
		return err // it is the user's
	}
	if err := file.Replace(s.dir, name, []byte(ignoreRules), file.Replacement{}); err != nil {
		return s.fault(name, err)
	}
	return nil
}

// Keep keeps the text of a source, from which what was generated can be made again. A
// damaged one is written again; very large ones are not kept.
func (s *Store) Keep(h Hash, text []byte) error {
	if len(text) > maxText || s.isKept(h) {
		return nil
	}
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		return err
	}
	if _, err := z.Write(text); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	if err := s.writeCached(textName(h), b.Bytes()); err != nil {
		return err
	}
	s.kept.Store(h, true)
	return nil
}

// isKept reports whether a text is there and whole. That of a page that many folders have
// is looked at once.
func (s *Store) isKept(h Hash) bool {
	if _, known := s.kept.Load(h); known {
		return true
	}
	_, ok := s.Text(h)
	if ok {
		s.kept.Store(h, true)
	}
	return ok
}

// Text returns the text of a source as it was; ok is false if it is not kept any more.
func (s *Store) Text(h Hash) (text []byte, ok bool) {
	if s.dir == nil {
		return nil, false // there is nothing
	}
	data, err := file.ReadIn(s.dir, textName(h), 2*maxText)
	if err != nil {
		return nil, false
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, false
	}
	text, err = io.ReadAll(io.LimitReader(z, maxText+1))
	if err != nil || len(text) > maxText || Of(text) != h {
		return nil, false
	}
	return text, true
}

func textName(h Hash) string { return path.Join(textsName, string(h[:2]), string(h[2:])) }

// forget deletes the texts of sources that no mark is from any more.
func (s *Store) forget() error {
	used := s.used()
	for _, h := range s.unused {
		if h != "" && !used[h] {
			s.kept.Delete(h)
			if err := s.dir.Remove(textName(h)); err != nil && !isMissing(err) {
				return s.fault(textName(h), err)
			}
		}
	}
	s.unused = nil
	return nil
}

// sweep deletes all texts that no mark is from, of which a run that did not end has left
// some that no other knows of.
func (s *Store) sweep() error {
	used := s.used()
	err := fs.WalkDir(s.dir.FS(), textsName, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if h := Hash(path.Base(path.Dir(name)) + path.Base(name)); !used[h] {
			return s.dir.Remove(name)
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// used returns the texts that marks are from.
func (s *Store) used() map[Hash]bool {
	used := map[Hash]bool{}
	for _, m := range s.marks {
		used[m.Source], used[m.Generated] = true, true
	}
	return used
}
