package main

import (
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"
)

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
