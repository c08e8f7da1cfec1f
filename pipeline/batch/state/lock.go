package state

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

const lockName = "lock"

// patience is how long a run waits for another before it says so.
const patience = time.Second

// lock waits until no other run holds the site, or ctx is done. waiting is called once if
// that takes longer than a moment. On a file system without locks there is none.
func (s *Store) lock(ctx context.Context, waiting func()) (unlock func(), err error) {
	if info, err := s.dir.Lstat(lockName); err == nil && !info.Mode().IsRegular() {
		return nil, s.fault(lockName, errNotFile)
	}
	type result struct {
		unlock func()
		err    error
	}
	held := make(chan result, 1)
	go func() {
		unlock, err := lockedfile.MutexAt(filepath.Join(s.root, Folder, lockName)).Lock()
		held <- result{unlock, err}
	}()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	for {
		select {
		case r := <-held:
			if errors.Is(r.err, errors.ErrUnsupported) {
				return func() {}, nil
			}
			return r.unlock, r.err
		case <-timer.C:
			waiting()
		case <-ctx.Done():
			go func() { // the wait itself cannot be ended
				if r := <-held; r.err == nil {
					r.unlock()
				}
			}()
			return nil, ctx.Err()
		}
	}
}

// fault returns an error about a file of the state with its path.
func (s *Store) fault(name string, err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return &fs.PathError{Op: "open", Path: filepath.Join(s.root, Folder, filepath.FromSlash(name)), Err: err}
}
