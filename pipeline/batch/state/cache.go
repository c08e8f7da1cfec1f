package state

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
)

func (s *Store) cache(parts ...string) string {
	return filepath.Join(append([]string{s.root, Folder, "cache"}, parts...)...)
}

// readCache reads what earlier runs have seen. It is only what has been found out before:
// with a cache that is damaged or of another version everything is read again.
func (s *Store) readCache() {
	data, err := os.ReadFile(s.cache("seen"))
	if err != nil {
		return
	}
	if seen, listed, ok := decode(data); ok {
		s.seen, s.listed = seen, listed
	}
}

func (s *Store) writeCache() error {
	if err := s.ignored(); err != nil {
		return err
	}
	return replace(s.cache("seen"), encode(s.seen, s.listed))
}

// ignored keeps the cache out of version control.
func (s *Store) ignored() error {
	path := filepath.Join(s.root, Folder, ".gitignore")
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	return replace(path, []byte("/cache/\n"))
}

// Keep keeps the text of a source, from which what was generated can be made again.
func (s *Store) Keep(h Hash, text []byte) error {
	path := s.textPath(h)
	if _, err := os.Stat(path); err == nil {
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
	return replace(path, b.Bytes())
}

// Text gives the text of a source as it was; ok is false if it is not kept any more.
func (s *Store) Text(h Hash) (text []byte, ok bool) {
	data, err := os.ReadFile(s.textPath(h))
	if err != nil {
		return nil, false
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, false
	}
	text, err = io.ReadAll(z)
	return text, err == nil && Of(text) == h
}

func (s *Store) textPath(h Hash) string { return s.cache("sources", string(h[:2]), string(h[2:])) }

// forget deletes the texts of sources that no mark is from.
func (s *Store) forget() error {
	used := map[Hash]bool{}
	for _, m := range s.marks {
		used[m.Source], used[m.Generated] = true, true
	}
	for _, h := range s.unused {
		if h != "" && !used[h] {
			if err := os.Remove(s.textPath(h)); err != nil && !isMissing(err) {
				return err
			}
		}
	}
	s.unused = nil
	return nil
}
