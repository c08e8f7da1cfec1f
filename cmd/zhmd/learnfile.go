package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"zhmd/pipeline/batch"
	"zhmd/pipeline/batch/learn"
)

// free refuses a file that is there.
func (x *learner) free() error {
	if x.dest == "" {
		return nil
	}
	if yaml := isYAML(x.dest); yaml && x.lines {
		return refuse("name the file .tsv, or leave --lines out", "%s would be read as YAML", x.dest)
	}
	if _, err := os.Stat(x.dest); !errors.Is(err, fs.ErrNotExist) && !x.force {
		if err != nil {
			return err
		}
		return refuse("name another, or replace it with --force", "%s is there", x.dest)
	}
	return nil
}

func isYAML(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return ext == ".yaml" || ext == ".yml"
}

// write writes the glossary in the form in which the file would be read.
func (x *learner) write(c *cobra.Command, r *learn.Result, note string) error {
	data := r.YAML(note)
	if x.lines || x.dest != "" && !isYAML(x.dest) {
		data = r.Lines(note)
	}
	if x.dest != "" {
		return batch.WriteFile(x.dest, data)
	}
	_, err := c.OutOrStdout().Write(data)
	return err
}
