package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"zhmd/cmd/zhmd/internal/config"
	"zhmd/pipeline/batch/state"
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

// settles is how long nothing may be written for a site to be converted.
const settles = 100 * time.Millisecond

// watch converts the site, and again after each change, until ctx is done.
func watch(ctx context.Context, c *cobra.Command) error {
	path, _, err := config.Find(".")
	if err != nil {
		return err
	}
	if path == "" {
		return refuse("zhmd init writes one", "there is no %s here or above", config.Name)
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer func() { _ = w.Close() }() // there is nothing in it to lose
	if err := watchBelow(w, filepath.Dir(path)); err != nil {
		return err
	}
	return converting(ctx, c, w)
}

// converting converts once and after each change. A fault in a page or the configuration
// is said, and the next change may mend it.
func converting(ctx context.Context, c *cobra.Command, w *fsnotify.Watcher) error {
	due := time.After(0)
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-due:
			due = nil
			again := newCommand()
			again.SetArgs([]string{})
			again.SetOut(c.OutOrStdout())
			again.SetErr(c.ErrOrStderr())
			if err := again.ExecuteContext(ctx); err != nil && ctx.Err() == nil {
				ui{c.ErrOrStderr()}.end(err)
			}
		case event := <-w.Events:
			if err := watchBelow(w, event.Name); err != nil {
				return err
			}
			due = time.After(settles)
		case err := <-w.Errors:
			return err
		}
	}
}

// watchBelow watches a folder and those in it, but for what no source is in. What is no
// folder, or not there any more, is passed over.
func watchBelow(w *fsnotify.Watcher, folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !entry.IsDir():
			return nil
		case entry.Name() == state.Folder || entry.Name() == ".git" || entry.Name() == "node_modules":
			return fs.SkipDir
		}
		return w.Add(path)
	})
}
