package table

import (
	"unicode/utf8"

	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/trie"
)

// changing makes [Config.Changing].
func (b *builder) changing(c *opencc.Config) {
	compiled := b.table.Config(c.Name)
	first := compiled.Stages[0]
	if compiled.Segments != nil {
		if first = compiled.Segments; !b.table.Composable(compiled.Stages[0]) {
			return
		}
	}
	if first.Filter == nil {
		return
	}
	f := trie.NewFilter()
	for i, key := range b.phrases[first] {
		if changes(c, key, b.table.Text(first.Refs[i])) {
			f.AddKey(b.spell(key))
		}
	}
	if compiled.Segments != nil {
		f.Add(compiled.Stages[1].Trie, b.table.Becoming(compiled.Stages[0]))
	}
	compiled.Changing = func() *trie.Filter { return f }
}

// changes tells whether value is other than what the characters of key become
// each by itself, or these are not all such as the fast way deals with.
func changes(c *opencc.Config, key, value string) bool {
	alone := ""
	for _, r := range key {
		one := c.Convert(string(r))
		if _, size := utf8.DecodeRuneInString(one); utf8.RuneLen(r) != 3 || size < 3 || size != len(one) {
			return true
		}
		alone += one
	}
	return alone != value
}
