package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"zhmd/convert"
)

const wordsHelp = `words lists what the project's own table has of words that differ between regions:
without a name the domains and how many words each has, with some the words, as the
mainland, Taiwan and Hong Kong write them, where they count, and why where OpenCC says
otherwise. = stands for the mainland's word in Hong Kong's characters.`

// newWordsCommand makes the command that lists regional words.
func newWordsCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "words [DOMAIN]...",
		Short:   "List the words that differ between regions, and their domains",
		Long:    wordsHelp,
		Example: "  zhmd words\n  zhmd words it medicine",
		RunE: func(c *cobra.Command, args []string) error {
			for _, name := range args {
				if !slices.Contains(convert.Domains(), name) {
					return &hintError{fmt.Errorf("unknown domain %q", name), didYouMean(name, convert.Domains())}
				}
			}
			if len(args) == 0 {
				return listDomains(c.OutOrStdout())
			}
			return listWords(c.OutOrStdout(), args)
		},
	}
}

func listDomains(w io.Writer) error {
	count := map[string]int{}
	for _, row := range convert.RegionalWords() {
		count[row.Domain]++
	}
	for _, name := range convert.Domains() {
		if _, err := fmt.Fprintf(w, "%s\t%d\n", name, count[name]); err != nil {
			return err
		}
	}
	return nil
}

func listWords(w io.Writer, domains []string) error {
	for _, row := range convert.RegionalWords() {
		if !slices.Contains(domains, row.Domain) {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", row.Mainland, row.Taiwan, row.HongKong, row.Domain, row.When, row.Why); err != nil {
			return err
		}
	}
	return nil
}
