package main

import (
	_ "embed"
	"io"

	"github.com/spf13/cobra"
)

// manual is made from the flags and the help by TestManPage with -update.
//
//go:embed zhmd.1
var manual string

// newManCommand makes the command that writes the manual, for who installs the program
// alone.
func newManCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man-page",
		Short:   "Write the manual as man reads it",
		Example: "  zhmd man-page | man -l -\n  zhmd man-page > /usr/local/share/man/man1/zhmd.1",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := io.WriteString(c.OutOrStdout(), manual)
			return err
		},
	}
}
