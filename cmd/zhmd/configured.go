package main

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"zhmd/cmd/zhmd/internal/config"
)

// configOptions are the flags that are about the configuration, and what it says.
type configOptions struct {
	noConfig, printConfig bool
	file                  *config.File                     // nil if there is none
	passed                []string                         // files that were passed over, for they are somebody else's
	placedThere           bool                             // it says where the outputs go
	configured            map[string]bool                  // the glossaries that it names
	glossaryTexts         map[string][]byte                // of glossaries that have been read
	set                   struct{ vocabulary, words bool } // on the command line
}

// configure takes over what .zhmd.yaml says where the command line is silent, and gives
// the names of what is to be converted.
func (o *options) configure(flags *pflag.FlagSet, args []string) ([]string, error) {
	if o.noConfig {
		return args, nil
	}
	path, err := o.configOf(args)
	if err != nil || path == "" {
		return args, err
	}
	if o.file, err = config.Read(path); err != nil {
		return nil, err
	}
	if err := o.valid(); err != nil {
		return nil, err
	}
	if len(args) == 0 && !flags.Changed("to") && !flags.Changed("config") && len(o.file.Sources) > 0 {
		if err := o.validSources(); err != nil {
			return nil, err
		}
		args, o.whole = o.below(o.file.Sources), len(o.exclude) == 0 && !o.hidden && !o.noIgnore
	}
	o.takeOver(flags)
	if alone := len(args) == 1 && flags.Changed("to") && !isFolder(args[0]); !isFilter(args) && !alone {
		o.takeOutputs(flags)
	}
	return args, nil
}

// configOf finds the configuration that the inputs have.
func (o *options) configOf(args []string) (string, error) {
	path := ""
	for i, folder := range foldersOf(args) {
		found, passed, err := config.Find(folder)
		if err != nil {
			return "", err
		}
		for _, path := range passed {
			if !slices.Contains(o.passed, path) {
				o.passed = append(o.passed, path)
			}
		}
		if i > 0 && found != path {
			return "", refuse("convert them one after the other, or say --no-config", "%s and %s have different configurations", args[0], args[i])
		}
		path = found
	}
	return path, nil
}

func foldersOf(args []string) []string {
	if isFilter(args) {
		return []string{"."}
	}
	var all []string
	for _, arg := range args {
		if !isFolder(arg) {
			arg = filepath.Dir(arg)
		}
		all = append(all, arg)
	}
	return all
}

// below gives paths of the configuration as they are from here.
func (o *options) below(paths []string) []string {
	var all []string
	for _, path := range paths {
		if !filepath.IsAbs(path) {
			path = filepath.Join(o.file.Dir(), filepath.FromSlash(path))
		}
		all = append(all, path)
	}
	return all
}

// takeOver sets what no flag sets. -c says where to and with which words itself.
func (o *options) takeOver(flags *pflag.FlagSet) {
	f := o.file
	o.set.vocabulary, o.set.words = flags.Changed("vocabulary") || flags.Changed("config"), flags.Changed("words")
	if !flags.Changed("config") {
		take(flags, "to", &o.to, f.Targets)
		takeText(flags, "from", &o.from, f.From)
		takeText(flags, "vocabulary", &o.vocabulary, f.Vocabulary)
	}
	take(flags, "words", &o.domains, f.Words)
	take(flags, "keys", &o.keys, f.Keys)
	take(flags, "glossary", &o.glossary, o.below(f.Glossary))
	o.configured = map[string]bool{}
	for _, files := range append(slices.Collect(maps.Values(f.Glossaries)), f.Glossary) {
		for _, path := range o.below(files) {
			o.tracked.reads(path)
			o.configured[path] = !flags.Changed("glossary") || !slices.Contains(o.glossary, path)
		}
	}
	takeText(flags, "anchors", &o.anchors, f.Anchors)
	takeText(flags, "site", &o.site, f.Site)
	takeText(flags, "links", &o.links, f.Links)
	takeText(flags, "syntax", &o.syntax, f.Syntax)
	if f.Directives != nil && !*f.Directives && !flags.Changed("syntax") {
		o.syntax = strings.TrimPrefix(o.syntax+",-directives", ",")
	}
}

// takeOutputs sets where the outputs go. A filter has none, and one file that is named
// with its targets goes to standard output.
func (o *options) takeOutputs(flags *pflag.FlagSet) {
	if !flags.Changed("out") && !flags.Changed("layout") && !flags.Changed("write") {
		o.out, o.layout = o.file.Out, o.file.Layout
		o.placedThere = o.placed()
	}
}

func take(flags *pflag.FlagSet, flag string, to *[]string, values []string) {
	if len(values) > 0 && !flags.Changed(flag) {
		*to = values
	}
}

func takeText(flags *pflag.FlagSet, flag string, to *string, value string) {
	if value != "" && !flags.Changed(flag) {
		*to = value
	}
}
