package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"zhmd/cmd/zhmd/internal/config"
	"zhmd/cmd/zhmd/internal/report"
	"zhmd/pipeline/batch"
	"zhmd/pipeline/batch/state"
)

// siteOptions are the flags for a site that has a configuration, at which what was
// generated is known.
type siteOptions struct {
	force, resolved, prune bool
	whole                  bool // all of the site's sources are converted
	links                  string
}

// remembers opens the state of the site, if the outputs are those of its configuration.
// The state is closed when the run is over.
func (j *job) remembers(ctx context.Context, opts *batch.Options) error {
	if j.file == nil || j.file.OfUser() || !j.placed() {
		if j.prune || j.force || j.resolved {
			return refuse("they are for a site with a "+config.Name+" that says where its outputs go", "--prune, --force and --resolved: nothing is known here of what was generated")
		}
		return nil
	}
	settings, err := j.settings()
	if err != nil {
		return err
	}
	opts.State, err = j.openState(ctx)
	opts.Settings, opts.Force, opts.Resolved, opts.Guard, opts.Whole = settings, j.force, j.resolved, !j.placedThere, j.whole
	return err
}

// openState opens the state of the site. A run that only looks, or whose outputs are not
// the site's, need not be able to write it.
func (j *job) openState(ctx context.Context) (*state.Store, error) {
	site := j.file.Dir()
	if j.dry() || !j.placedThere && !isFolder(filepath.Join(site, state.Folder)) {
		return state.View(ctx, site)
	}
	s, err := state.Open(ctx, site, func() { j.say.line("waiting", "another run converts this site") })
	if err != nil && ctx.Err() != nil {
		return nil, errInterrupted
	}
	if j.placedThere {
		return s, err
	}
	if err == nil {
		if err = s.Begin(); err != nil {
			err = errors.Join(err, s.Close())
		}
	}
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return state.View(ctx, site)
	}
	return s, err
}

// settings gives all that outputs depend on beside their sources: the program, the
// options and the glossaries.
func (j *job) settings() (string, error) {
	holds := j.holds()
	holds.Glossary = nil // the paths are from here; the words count
	options, err := json.Marshal(holds)
	if err != nil {
		return "", err
	}
	all := append(options, j.config+" "+j.engine+" "+j.as+" "+program()...)
	files := j.glossary
	for _, named := range j.file.Glossaries {
		files = append(files[:len(files):len(files)], j.below(named)...)
	}
	var hashes []string
	for i, file := range files {
		data, err := j.readGlossary(file)
		if err != nil {
			return "", err
		}
		hashes = append(hashes, fmt.Sprint(i, filepath.Base(file), state.Of(data)))
	}
	return string(state.Of(append(all, strings.Join(hashes, "\n")...))), nil
}

// program tells this program from others with other words.
func program() string {
	path, err := os.Executable()
	if err != nil {
		return version()
	}
	stamp, err := state.StampOf(path)
	if err != nil {
		return version()
	}
	return fmt.Sprint(version(), stamp)
}

// leftOver lists outputs of sources that are gone, or removes them.
func (j *job) leftOver(s *state.Store, tasks []batch.Task) {
	if s == nil || !j.whole || !j.placedThere || batch.AllKnown(s, tasks) {
		return
	}
	pruning := batch.Pruning{Among: j.among, Kept: j.keeps, Remove: j.prune && !j.dry() && j.failed == 0}
	if copied := j.copied(); copied != nil {
		pruning.Copy = func(path string) bool { return copied("", path) }
	}
	for _, stale := range batch.Prune(s, tasks, pruning) {
		switch {
		case stale.Err != nil:
			j.fail(stale.Err)
		case stale.Removed:
			j.about("removed", "removed", report.Note, stale.Path, 0, ", whose source is gone")
		case stale.Among:
			j.about("stale", "stale", report.Warning, stale.Path, 0, " was generated, and lies among the sources now; remove it, or its line in .zhmd/outputs if it is a source")
		case stale.Edited:
			j.about("stale", "stale", report.Warning, stale.Path, 0, " has no source any more, but somebody has written in it; remove it yourself")
		case stale.Foreign:
			j.about("stale", "stale", report.Warning, stale.Path, 0, " has no source any more, but is not where or what an output of the site is; remove it yourself, or its line in .zhmd/outputs")
		default:
			if j.dry() {
				j.different++
			}
			j.about("stale", "stale", report.Warning, stale.Path, 0, " has no source any more; --prune removes it")
		}
	}
}

// byHand tells of an output that was left as a person has written it.
func (j *job) byHand(out batch.OutputReport) {
	j.keptByHand++
	j.warned++
	if out.Stale && j.dry() {
		j.different++
	}
	j.about("kept", "kept", report.Warning, out.Path, 0, " was not written by zhmd, or it is not known any more what was; name it under keep, say --resolved if it is good, or replace it with --force")
}

// conflicts tells of places that a person has edited and that the source has changed.
func (j *job) conflicting(out batch.OutputReport) {
	if len(out.Conflicts) > 0 && j.dry() {
		j.different++
	}
	for _, c := range out.Conflicts {
		j.warned++
		j.about("conflict", "conflict", report.Warning, out.Path, c.Line,
			fmt.Sprintf(": here is %s, and the source has changed to %s; mend it and say --resolved", shown(c.Ours), shown(c.Theirs)))
	}
}

// shown gives lines as they can be in one.
func shown(lines []byte) string {
	if len(lines) == 0 {
		return "nothing"
	}
	return fmt.Sprintf("%q", strings.TrimRight(string(lines), "\r\n"))
}
