package state

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"strings"

	"zhmd/pipeline/batch/file"
)

// The journal tells of a run that was ended in its middle what it had written. Marks are
// saved when a run ends; before each output takes its place a line goes into the journal,
// and the next run finds out by the hashes what has become of it: without that it would
// take what zhmd has written for what a person has.
//
// A line has four hashes and the path of the output.
const (
	journalName   = "journal"
	journalHeader = "# What an unfinished run of zhmd has written: before, after, generated, source, output.\n"
)

// An entry is what the journal tells of an output.
type entry struct {
	path   string
	before Hash // of what was there
	after  Hash // of what was to be written: the generated text, with a person's edits
	mark   Mark // which holds once it is written
}

func (e *entry) String() string {
	return fmt.Sprintf("%s %s %s %s %s\n", e.before, e.after, e.mark.Generated, e.mark.Source, quoted(e.path))
}

// parseEntry reads a line without its end. ok is false for a comment and for a line that
// was not completed.
func parseEntry(line string) (e entry, ok bool) {
	fields := strings.SplitN(line, " ", 5)
	if len(fields) != 5 {
		return e, false
	}
	for i, h := range []*Hash{&e.before, &e.after, &e.mark.Generated, &e.mark.Source} {
		if *h, ok = parseHash(fields[i]); !ok {
			return e, false
		}
	}
	e.path = unquoted(fields[4])
	return e, path.Clean(e.path) == e.path
}

// readJournal returns what a run that did not end has left.
func (s *Store) readJournal() ([]entry, error) {
	data, err := s.read(journalName)
	if err != nil {
		return nil, err
	}
	var all []entry
	for line := range bytes.Lines(data) {
		text, complete := strings.CutSuffix(string(line), "\n")
		if e, ok := parseEntry(text); ok && complete {
			all = append(all, e)
		}
	}
	return all, nil
}

// Begin makes the state ready to be told of outputs by [Store.Writing]. An error says that
// it cannot be written, and then no output should be.
func (s *Store) Begin() error {
	if s.unlock == nil || s.journal != nil {
		return nil // it is only looked at, or ready
	}
	if err := s.ignored(); err != nil {
		return err
	}
	f, err := s.dir.OpenFile(journalName, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	if err != nil {
		return s.fault(journalName, err)
	}
	if _, err := f.WriteString(journalHeader); err != nil {
		return errors.Join(s.fault(journalName, err), f.Close())
	}
	s.journal = f
	return nil
}

// Writing notes that the contents of an output are about to change from before to after,
// and that m is its mark then. It must be called before anything is written beside it.
// Of a state that is only looked at it is an error: what is written would count as a
// person's.
func (s *Store) Writing(output string, before, after Hash, m Mark) error {
	s.Lock()
	defer s.Unlock()
	if s.journal == nil {
		return errors.New("is known to the site in " + s.root + ", whose " + Folder + " cannot be written; make that writable")
	}
	e := entry{output, before, after, m}
	if _, err := s.journal.WriteString(e.String()); err != nil {
		return s.fault(journalName, err)
	}
	return nil
}

// recover brings the marks up to date with a journal. An output that holds neither what
// was there nor what was to be written has been edited since; what the edits are to cannot
// be told any more, so it counts as written by hand.
func (s *Store) recover(ctx context.Context, journal []entry) error {
	byPath := map[string][]entry{}
	for _, e := range journal {
		byPath[e.path] = append(byPath[e.path], e)
	}
	for path, entries := range byPath {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.recoverOne(path, entries)
	}
	return nil
}

// maxOutput bounds what is read to find out about an output; a larger one counts as
// written by hand.
const maxOutput = 256 << 20

func (s *Store) recoverOne(path string, entries []entry) {
	text, err := file.Read(s.Path(path), maxOutput)
	var large *file.SizeError
	if err != nil && !errors.As(err, &large) {
		return // there is nothing that could be mistaken
	}
	now, old := Of(text), s.marks[path]
	isOld := now == old.Generated
	for _, e := range entries {
		if now == e.after {
			s.setMark(path, e.mark)
			return
		}
		isOld = isOld || now == e.before || old == e.mark
	}
	if !isOld {
		s.drop(path)
	}
}

// endJournal removes the journal when the marks are saved.
func (s *Store) endJournal() error {
	if s.journal != nil {
		err := s.journal.Close()
		if s.journal = nil; err != nil {
			return err
		}
	}
	if err := s.dir.Remove(journalName); err != nil && !isMissing(err) {
		return s.fault(journalName, err)
	}
	return nil
}
