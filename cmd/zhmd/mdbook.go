package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"zhmd/convert"
	"zhmd/pipeline"
)

const mdbookHelp = `mdbook is a preprocessor of mdBook: it converts a book while that is built. In book.toml

  [preprocessor.zhmd]
  command = "zhmd mdbook"
  to = "zh-TW"

from, vocabulary, words (a list) and config may be there too, as the flags of zhmd. For
several versions build the book once for each, with MDBOOK_PREPROCESSOR__ZHMD__TO set.`

// newMdbookCommand makes the command that mdBook runs, first to ask whether a renderer is
// supported: all are.
func newMdbookCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "mdbook",
		Short: "Convert a book while mdBook builds it",
		Long:  mdbookHelp,
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return convertBook(c.InOrStdin(), c.OutOrStdout())
		},
	}
	c.AddCommand(&cobra.Command{
		Use: "supports RENDERER", Short: "Tell mdBook whether a renderer is supported", Args: cobra.ExactArgs(1),
		RunE: func(*cobra.Command, []string) error { return nil },
	})
	return c
}

// A bookContext is what is used of what mdBook says of a build.
type bookContext struct {
	Config struct {
		Preprocessor struct {
			Zhmd struct {
				To, From, Vocabulary, Config string
				Words                        []string
			}
		}
	}
}

// convertBook reads what mdBook writes for a preprocessor, its context and the book, and
// writes the book.
func convertBook(in io.Reader, out io.Writer) error {
	var parts []json.RawMessage
	if err := json.NewDecoder(in).Decode(&parts); err != nil || len(parts) != 2 {
		return refuse("mdBook runs this command; zhmd mdbook --help tells how", "standard input is no book of mdBook's")
	}
	var context bookContext
	var book map[string]any
	if err := json.Unmarshal(parts[0], &context); err != nil {
		return fmt.Errorf("the context of the book: %w", err)
	}
	if err := json.Unmarshal(parts[1], &book); err != nil {
		return fmt.Errorf("the book: %w", err)
	}
	engine, err := context.engine()
	if err != nil {
		return err
	}
	for _, key := range []string{"sections", "items"} { // as the one is called, and was
		inBook(book[key], engine)
	}
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	return e.Encode(book)
}

// engine makes what converts, as book.toml says.
func (c *bookContext) engine() (convert.Converter, error) {
	set := c.Config.Preprocessor.Zhmd
	o := options{engineOptions: engineOptions{from: cmp.Or(set.From, "auto"), vocabulary: cmp.Or(set.Vocabulary, "auto"), config: set.Config, domains: set.Words, engine: "native"}}
	if set.To != "" {
		o.to = []string{set.To}
	}
	variants, err := o.variants()
	if err != nil {
		return nil, &hintError{fmt.Errorf("preprocessor.zhmd in book.toml: %w", err), "set to, as in to = \"zh-TW\""}
	}
	targets, err := o.targets(variants[:1])
	if err != nil {
		return nil, fmt.Errorf("preprocessor.zhmd in book.toml: %w", err)
	}
	return targets[0].Converter, nil
}

// inBook converts the chapters in items, and those below them.
func inBook(items any, c convert.Converter) {
	list, _ := items.([]any)
	for _, item := range list {
		entry, _ := item.(map[string]any)
		if title, ok := entry["PartTitle"].(string); ok {
			entry["PartTitle"] = converted(title, c, pipeline.As(pipeline.Text))
		}
		chapter, _ := entry["Chapter"].(map[string]any)
		if content, ok := chapter["content"].(string); ok {
			chapter["content"] = converted(content, c)
		}
		if name, ok := chapter["name"].(string); ok {
			chapter["name"] = converted(name, c, pipeline.As(pipeline.Text))
		}
		inBook(chapter["sub_items"], c)
	}
}

func converted(text string, c convert.Converter, opts ...pipeline.Option) string {
	return string(pipeline.Parse([]byte(text), opts...).Convert(c).Output)
}
