package main

import (
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"zhmd/cmd/zhmd/internal/report"
	"zhmd/pipeline/batch"
)

// completeValues has shells complete the values of flags that take one of a few.
func completeValues(c *cobra.Command) {
	for flag, values := range map[string][]string{
		"anchors": {"warn", "pin", "keep"}, "links": slices.Sorted(maps.Keys(linkModes)), "layout": batch.Layouts(),
		"vocabulary": slices.Sorted(maps.Keys(vocabularies)), "site": {"github", "hugo", "vitepress", "docusaurus", "mdbook"},
		"engine": engines, "as": {"markdown", "text"}, "format": append(report.Formats(), "text"),
	} {
		if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
			panic(err) // there is no such flag
		}
	}
}

// newCompletionCommand makes the command that writes what shells complete by. cobra's own
// is called completion, as a file may be.
func newCompletionCommand() *cobra.Command {
	shells := map[string]func(*cobra.Command, io.Writer) error{
		"bash":       func(c *cobra.Command, w io.Writer) error { return c.GenBashCompletionV2(w, true) },
		"fish":       func(c *cobra.Command, w io.Writer) error { return c.GenFishCompletion(w, true) },
		"powershell": func(c *cobra.Command, w io.Writer) error { return c.GenPowerShellCompletionWithDesc(w) },
		"zsh":        func(c *cobra.Command, w io.Writer) error { return c.GenZshCompletion(w) },
	}
	return &cobra.Command{
		Use:       "shell-completion SHELL",
		Short:     "Write what bash, fish, powershell or zsh complete by",
		Example:   "  source <(zhmd shell-completion bash)",
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs: slices.Sorted(maps.Keys(shells)),
		RunE: func(c *cobra.Command, args []string) error {
			return shells[args[0]](c.Root(), c.OutOrStdout())
		},
	}
}
