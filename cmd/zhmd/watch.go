package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"zhmd/cmd/zhmd/internal/config"
)

// newWatchCommand makes the command that converts a site whenever it is saved.
func newWatchCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "watch",
		Short: "Convert a site with a " + config.Name + " each time a source, a glossary or that is saved",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return watch(ctx, c)
		},
	}
}

// A site is converted when nothing has been written for a moment, or at last when a
// change has waited for long.
const (
	settles  = 100 * time.Millisecond
	patience = time.Second
)

// watch converts the site, and again after each change, until ctx is done.
func watch(ctx context.Context, c *cobra.Command) error {
	path, _, err := config.Find(".")
	if err != nil {
		return err
	}
	if path == "" {
		return refuse("zhmd init writes one", "there is no %s here or above", config.Name)
	}
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer func() { _ = notify.Close() }() // there is nothing in it to lose
	w := watcher{notify: notify, command: c, config: path, watched: map[string]bool{}, in: &inputs{files: map[string]bool{}}}
	return w.run(ctx)
}

// A watcher converts a site again and again.
type watcher struct {
	notify  *fsnotify.Watcher
	command *cobra.Command
	config  string          // the path of the configuration
	watched map[string]bool // folders, by absolute paths
	in      *inputs         // of the last run
	known   map[string]bool // what w.in knows of paths that have changed since
	gap     bool            // nothing is known to have changed but what was not watched yet
}

// run converts once and after each change. A fault in a page or the configuration is said,
// and the next change may mend it.
func (w *watcher) run(ctx context.Context) error {
	due, first := time.After(0), time.Time{}
	for {
		changed := false
		select {
		case <-ctx.Done():
			return nil
		case <-due:
			first, due = time.Time{}, nil
			changed = w.convert(ctx)
			w.gap = changed
		case event := <-w.notify.Events:
			if event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename) {
				delete(w.watched, event.Name) // another folder of that name is watched anew
			}
			if changed = w.concerns(event); changed && event.Has(fsnotify.Create) {
				w.addBelow(event.Name)
			}
		case err := <-w.notify.Errors:
			// What overflowed the queue of the system is not known: all is looked at again.
			if changed = true; !errors.Is(err, fsnotify.ErrEventOverflow) {
				ui{w.command.ErrOrStderr()}.error(err)
			}
			w.gap = false
			clear(w.watched)
		}
		if changed {
			if first.IsZero() {
				first = time.Now()
			}
			due = time.After(min(settles, time.Until(first.Add(patience))))
		}
	}
}

// concerns reports whether a run can make something else after an event. Where a file is
// written again and again that is found out once.
func (w *watcher) concerns(event fsnotify.Event) bool {
	does, known := w.known[event.Name]
	if !known || event.Op != fsnotify.Write {
		does = w.in.concern(event.Name)
		w.known[event.Name] = does
	}
	w.gap = w.gap && !does
	return does
}

// convert converts the site and watches what that has read. It reports whether some of
// that was not watched meanwhile, and so may have changed unseen; warnings are not said
// again then.
func (w *watcher) convert(ctx context.Context) (again bool) {
	in := &inputs{files: map[string]bool{}, quiet: len(w.watched) > 0}
	in.reads(w.config)
	c := newCommandFor(in)
	c.SetArgs([]string{fmt.Sprintf("--quiet=%t", w.gap)})
	c.SetOut(w.command.OutOrStdout())
	c.SetErr(w.command.ErrOrStderr())
	_, err := os.Stat(w.config)
	if err == nil {
		err = c.ExecuteContext(ctx)
	}
	if err != nil && ctx.Err() == nil {
		ui{w.command.ErrOrStderr()}.end(err)
		in.keep(w.in)
	}
	w.in, w.known = in, map[string]bool{}
	return w.addAll()
}

// addAll watches all inputs, and reports whether one of them was not watched before.
func (w *watcher) addAll() (added bool) {
	for _, folder := range w.in.folders {
		added = w.add(folder) || added
	}
	for file := range w.in.files {
		added = w.addAbove(file) || added
	}
	return added
}

// addAbove watches the folder of a file, or the nearest above that is there. One that the
// configuration is in does not go.
func (w *watcher) addAbove(file string) (added bool) {
	if isBelow(file, absolute(w.config)) {
		return false
	}
	folder := filepath.Dir(file)
	for !isFolder(folder) && folder != filepath.Dir(folder) {
		folder = filepath.Dir(folder)
	}
	return w.add(folder)
}

// addBelow watches a folder that has come, and those in it that a run would look into.
// What is no folder is passed over.
func (w *watcher) addBelow(folder string) {
	_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil || !entry.IsDir():
			return nil
		case !w.in.concern(path):
			return fs.SkipDir
		}
		w.add(path)
		return nil
	})
}

// add watches a folder; one that is gone again is passed over.
func (w *watcher) add(folder string) bool {
	if w.watched[folder] {
		return false
	}
	if err := w.notify.Add(folder); err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			ui{w.command.ErrOrStderr()}.error(err)
		}
		return false
	}
	w.watched[folder] = true
	return true
}
