package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"zhmd/cmd/zhmd/internal/config"
	"zhmd/convert"
	"zhmd/pipeline/batch"
	"zhmd/pipeline/batch/file"
)

const initHelp = `init writes a .zhmd.yaml with comments for a folder, after looking what is in it: the
sources and the layout of a site by Hugo, Docusaurus, VitePress, Starlight, MkDocs or
mdBook, and as targets the forms that its pages are not in.`

// newInitCommand makes the command that begins a configuration.
func newInitCommand() *cobra.Command {
	var force bool
	c := &cobra.Command{
		Use:   "init [FOLDER]",
		Short: "Write a " + config.Name + " for a folder",
		Long:  initHelp,
		Args:  cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			folder := "."
			if len(args) > 0 {
				folder = args[0]
			}
			return begin(ui{c.ErrOrStderr()}, folder, force)
		},
	}
	c.Flags().BoolVar(&force, "force", false, "replace the file that is there")
	return c
}

// begin writes the file.
func begin(say ui, folder string, force bool) error {
	if !isFolder(folder) {
		return refuse("name the folder of a site", "%s is no folder", folder)
	}
	path := filepath.Join(folder, config.Name)
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) && !force {
		if err != nil {
			return err
		}
		return refuse("edit it, or replace it with --force", "%s is there", path)
	}
	s, p := siteIn(folder)
	if err := batch.WriteFile(path, s.text(p, targetsFor(folder, p.sources))); err != nil {
		return err
	}
	in := ""
	if filepath.Clean(folder) != "." {
		in = " in " + folder
	}
	say.line("done", fmt.Sprintf("%s for %s; look at it, then run zhmd%s", path, s.name, in))
	return nil
}

// targetsFor gives the forms that the sources are not in.
func targetsFor(folder string, sources []string) []string {
	var text []byte
	for _, source := range sources {
		found, err := batch.Walk{}.Find(filepath.Join(folder, source))
		if err != nil {
			continue // the folder is still to come
		}
		for _, page := range found.Sources[:min(len(found.Sources), fewPages)] {
			if page, err := file.Read(page.Path, 0); err == nil {
				text = append(append(text, page...), '\n')
			}
		}
	}
	if convert.NewProfile(convert.ProfileInput{Text: text}).Script() == convert.Hant {
		return []string{"zh-Hans"}
	}
	return []string{"zh-Hant", "zh-TW", "zh-HK"}
}

// fewPages are enough to tell the script of a site.
const fewPages = 50

// text gives the file for a site with its pages in a place.
func (s *site) text(p place, targets []string) []byte {
	return fmt.Appendf(nil, `# What zhmd does in this folder: run it here without arguments. Paths are from here.

# What is converted: folders and files.
sources: [%s]

# What to: zh-Hans, zh-Hant, zh-TW, zh-HK, zh-CN.
targets: [%s]

# Where the versions go: %s.
%s

# How a variant is spelt in paths, if not as above.
# variants: {zh-TW: tw}

# Whose ids headings have, and what to do where one changes: warn, pin, keep.
site: %s
anchors: warn

# Relative links in versions: keep, as site generators mostly want them, which find a page's
# version by the name of its source; or rebase, so that they lead there for who reads the
# files themselves.
# links: rebase

# Regional words, 軟體 for 软件: auto, where a text is of another region; always; never.
vocabulary: auto
%s
# Your own words, and outputs that are kept by hand.
# glossary: [words.yaml]
# keep: ['**/about.md']
`, strings.Join(p.sources, ", "), strings.Join(targets, ", "), p.where, p.line, s.ids, p.along)
}
