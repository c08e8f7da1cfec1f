package main

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zhmd/cmd/zhmd/internal/config"
	"zhmd/convert"
	"zhmd/pipeline"
	"zhmd/pipeline/batch"
)

const longHelp = `zhmd converts Chinese text in Markdown between its written forms: Simplified
(zh-Hans), Traditional (zh-Hant), Taiwan's (zh-TW), Hong Kong's (zh-HK) and the
mainland's (zh-CN). Only prose changes: link targets, code, formulas, tags,
labels and the keys of front matter are copied byte for byte.

Without a file it is a filter; one file goes to standard output; for several
files, folders or targets name the outputs with -o. In the template
  {variant}  is the target, zh-TW
  {path}     the path below the folder that was named, guide/a.md
  {dir}      the folder of the source
  {name}     the file's name without its extension, a
  {ext}      the extension, .md`

const examples = `  zhmd -t zh-TW < in.md > out.md
  zhmd -t zh-TW page.md
  zhmd -t zh-Hans,zh-Hant,zh-TW -o 'out/{variant}/{path}' docs/
  zhmd -t zh-TW -o '{dir}/{name}.{variant}{ext}' README.md
  zhmd -t zh-Hans -d README.md
  zhmd -t zh-TW --check docs/
  zhmd -t zh-TW --glossary words.yaml page.md
  zhmd -c s2twp --as text < book.txt
  zhmd explain -t zh-TW '芯片面积'
  zhmd init
  zhmd learn -t zh-TW -o words.yaml written/ corrected/
  zhmd words it
  zhmd dict 头发`

// options are the command line's flags.
type options struct {
	to      []string
	out     string
	write   bool
	list    bool
	diff    bool
	check   bool
	jobs    int
	quiet   bool
	version bool
	strict  bool
	format  string
	layout  string
	engineOptions
	readOptions
	configOptions
	siteOptions
	walkOptions
	tracked *inputs // told what the run reads; nil for nobody to tell
}

// engineOptions are the flags that say what converts.
type engineOptions struct {
	from       string
	vocabulary string
	domains    []string
	config     string
	engine     string
	glossary   []string
}

func newCommand() *cobra.Command { return newCommandFor(nil) }

// newCommandFor makes a command that tells in what it reads.
func newCommandFor(in *inputs) *cobra.Command {
	o := options{tracked: in}
	c := &cobra.Command{
		Use:           "zhmd -t VARIANT [flags] [FILE | FOLDER]...",
		Short:         "Convert Chinese text in Markdown between its written forms",
		Long:          longHelp,
		Example:       examples,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(c *cobra.Command, args []string) error {
			if o.version {
				_, err := fmt.Fprintln(c.OutOrStdout(), "zhmd version", version())
				return err
			}
			args, err := o.configure(c.Flags(), args)
			if err != nil {
				return err
			}
			for _, path := range o.passed {
				if !o.quiet {
					ui{c.ErrOrStderr()}.line("warning", path+": belongs to somebody else and is not taken; run zhmd in its folder to take it")
				}
			}
			if o.printConfig {
				return o.writeConfig(c.OutOrStdout())
			}
			return o.run(c, args)
		},
	}
	c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return &hintError{err, "zhmd --help lists the flags"}
	})
	c.CompletionOptions.DisableDefaultCmd = true // completion may be a folder
	o.addFlags(c)
	completeValues(c)
	c.AddCommand(newCompletionCommand(), newDictCommand(), newExplainCommand(), newInitCommand(), newLearnCommand(), newManCommand(), newMdbookCommand(), newSchemaCommand(), newWatchCommand(), newWordsCommand())
	return c
}

func (o *options) addFlags(c *cobra.Command) {
	f := c.Flags()
	f.SortFlags = false
	f.StringSliceVarP(&o.to, "to", "t", nil, "the `variants` to write: zh-Hans, zh-Hant, zh-TW, zh-HK, zh-CN")
	o.addSourceFlags(f)
	f.StringVarP(&o.config, "config", "c", "", "convert by this OpenCC `configuration`, such as s2twp, in place of -t and -f")
	f.StringArrayVar(&o.glossary, "glossary", nil, "the `file` of your own words, YAML or word-tab-value; may be repeated")
	f.StringVar(&o.engine, "engine", "native", "native, or longbridge for the Go port of OpenCC with its words of 2020, in a program built with -tags longbridge")
	f.StringVarP(&o.out, "out", "o", "", "write to the files that this `template` gives")
	f.StringVar(&o.layout, "layout", "", "write where a kind of site looks, `name`: "+strings.Join(batch.Layouts(), ", "))
	f.BoolVarP(&o.write, "write", "w", false, "write each file back in place")
	f.BoolVarP(&o.list, "list", "l", false, "list the files that would change; exit 1 if any")
	f.BoolVarP(&o.diff, "diff", "d", false, "show what would change as a unified diff; exit 1 if anything")
	f.BoolVar(&o.check, "check", false, "exit 1 if any file would change")
	f.StringVar(&o.as, "as", "", "read the source as this `format`, markdown or text; by default by its extension")
	f.StringVar(&o.syntax, "syntax", "", "markup to read or not beside Markdown, `list` of: "+strings.Join(pipeline.SyntaxNames, ", ")+"; -math for not")
	f.StringSliceVar(&o.keys, "keys", pipeline.FrontMatterKeys, "the `keys` of front matter whose values are converted")
	f.StringVar(&o.anchors, "anchors", "warn", "where a heading's id changes: warn of links that break, pin the id, or keep silent (`warn`, pin, keep)")
	f.StringVar(&o.site, "site", "github", "what derives ids from headings: `github`, hugo, vitepress, docusaurus, mdbook")
	f.StringVar(&o.links, "links", "keep", "relative links where an output lies elsewhere: `keep` them, or rebase, so that they lead to a page's version or to what is there")
	f.StringVar(&o.format, "format", "text", "tell of warnings and errors as text, or as json, github (annotations) or sarif on standard output")
	f.BoolVar(&o.strict, "strict", false, "exit 1 if there is a warning")
	f.IntVarP(&o.jobs, "jobs", "j", 0, "convert `N` files at once; 0 for one per core")
	f.StringArrayVar(&o.exclude, "exclude", nil, "leave out what this `pattern` names below a folder, as in .gitignore; may be repeated")
	f.BoolVar(&o.hidden, "hidden", false, "take hidden files and folders too")
	f.BoolVar(&o.noIgnore, "no-ignore", false, "take what .gitignore and .zhmdignore leave out too")
	f.BoolVar(&o.prune, "prune", false, "remove outputs whose sources are gone, of a site with "+config.Name)
	f.BoolVar(&o.resolved, "resolved", false, "take conflicts in edited outputs for settled by what is there")
	f.BoolVar(&o.force, "force", false, "replace outputs that were written or edited by hand")
	f.BoolVar(&o.noConfig, "no-config", false, "look for no "+config.Name)
	f.BoolVar(&o.printConfig, "print-config", false, "print what holds, flags and "+config.Name+" together, and convert nothing")
	f.BoolVar(&o.version, "version", false, "print the version and where the dictionaries come from")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no warnings and no summary")
}

// addSourceFlags adds the flags that say what the text is like.
func (o *engineOptions) addSourceFlags(f *pflag.FlagSet) {
	f.StringVarP(&o.from, "from", "f", "auto", "the `variant` of the source; by default it is judged from the text")
	f.StringSliceVar(&o.domains, "words", nil, "what the text is about, `domains` whose words it has: "+strings.Join(convert.Domains(), ", ")+"; by default it is judged from the text")
	f.StringVar(&o.vocabulary, "vocabulary", "auto", "regional words, `when`: auto where the text is of another region, always, never")
}

// version is what the module is known as, and the data that it converts by.
func version() string {
	return moduleVersion() + "\ndictionaries: " + convert.Origin()
}

func moduleVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}
