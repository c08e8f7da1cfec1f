package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"zhmd/pipeline/batch/file"
)

// An UnknownError is a key or a value that means nothing.
type UnknownError struct {
	Path string
	Position
	Kind  string // key or value
	Text  string
	Known []string // what there is
}

func (e *UnknownError) Error() string {
	return fmt.Sprintf("%s:%d:%d: unknown %s %q; there is %s", e.Path, e.Line, e.Column, e.Kind, e.Text, strings.Join(e.Known, ", "))
}

// maxSize bounds the file's size.
const maxSize = 1 << 20

// Read reads a file. What is no YAML, a key that means nothing ([UnknownError]) and a
// value of another kind than its key has are errors with their position.
func Read(path string) (*File, error) {
	data, err := file.Read(path, maxSize)
	if err != nil {
		return nil, err
	}
	return parse(path, data)
}

func parse(path string, data []byte) (*File, error) {
	f := &File{path: path, at: map[string]Position{}}
	var doc yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(data))
	switch err := d.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return f, nil // there is nothing in it
	case err != nil:
		return nil, fmt.Errorf("%s:%s", path, strings.TrimPrefix(lineOf(err), "yaml: line "))
	}
	r := reader{file: f}
	if err := r.check(doc.Content[0], reflect.TypeFor[File](), ""); err != nil {
		return nil, err
	}
	if err := doc.Decode(f); err != nil {
		return nil, fmt.Errorf("%s:%s", path, strings.TrimPrefix(firstOf(err), "line "))
	}
	return f, nil
}

// firstOf gives the first thing that the library says against a document.
func firstOf(err error) string {
	var all *yaml.TypeError
	if errors.As(err, &all) && len(all.Errors) > 0 {
		return all.Errors[0]
	}
	return lineOf(err)
}

// lineOf gives what the library says of what is no YAML, with a line at least.
func lineOf(err error) string {
	text := err.Error()
	if !strings.HasPrefix(text, "yaml: line ") {
		return "1: " + strings.TrimPrefix(text, "yaml: ")
	}
	return text
}

// A reader checks a document against a type.
type reader struct{ file *File }

// kinds are what values may be, by the kind of their type.
var kinds = map[reflect.Kind]struct {
	node yaml.Kind
	name string
}{
	reflect.Struct: {yaml.MappingNode, "keys with values"}, reflect.Map: {yaml.MappingNode, "names with values"},
	reflect.Slice: {yaml.SequenceNode, "a list"}, reflect.String: {yaml.ScalarNode, "a text"}, reflect.Pointer: {yaml.ScalarNode, "true or false"},
}

// check checks a value, which key leads to.
func (r *reader) check(n *yaml.Node, t reflect.Type, key string) error {
	at := Position{n.Line, n.Column}
	r.file.at[key] = at
	want := kinds[t.Kind()]
	if n.Kind != want.node || n.Kind == yaml.ScalarNode && t.Kind() == reflect.Pointer && n.Tag != "!!bool" {
		return fmt.Errorf("%s:%d:%d: %sthere has to be %s", r.file.path, at.Line, at.Column, prefix(key), want.name)
	}
	switch t.Kind() {
	case reflect.Slice:
		for i, item := range n.Content {
			if err := r.check(item, t.Elem(), key+"."+strconv.Itoa(i)); err != nil {
				return err
			}
		}
	case reflect.Map, reflect.Struct:
		return r.pairs(n, t, key)
	}
	return nil
}

func prefix(key string) string {
	if key == "" {
		return ""
	}
	return key + ": "
}

// pairs checks the values of a mapping.
func (r *reader) pairs(n *yaml.Node, t reflect.Type, key string) error {
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		member, ok := memberOf(t, name.Value)
		if !ok {
			return &UnknownError{r.file.path, Position{name.Line, name.Column}, "key", name.Value, Keys(t)}
		}
		if err := r.check(value, member.Type, strings.TrimPrefix(key+"."+name.Value, ".")); err != nil {
			return err
		}
		if known := oneOf(member); value.Kind == yaml.ScalarNode && len(known) > 0 && !slices.Contains(known, value.Value) {
			return &UnknownError{r.file.path, Position{value.Line, value.Column}, "value", value.Value, known}
		}
	}
	return r.complete(n, t, key)
}

// complete tells of a key that a mapping has to have and has not.
func (r *reader) complete(n *yaml.Node, t reflect.Type, key string) error {
	if t.Kind() != reflect.Struct {
		return nil
	}
	there := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		there[n.Content[i].Value] = true
	}
	for i := range t.NumField() {
		if f := t.Field(i); isRequired(f) && !there[keyOf(f)] {
			return fmt.Errorf("%s:%d:%d: %sthere has to be a key %s", r.file.path, n.Line, n.Column, prefix(key), keyOf(f))
		}
	}
	return nil
}

// memberOf gives what is known of a key's value.
func memberOf(t reflect.Type, key string) (reflect.StructField, bool) {
	if t.Kind() == reflect.Map {
		return reflect.StructField{Type: t.Elem()}, true
	}
	for i := range t.NumField() {
		if keyOf(t.Field(i)) == key {
			return t.Field(i), key != ""
		}
	}
	return reflect.StructField{}, false
}

// oneOf gives the values that a field may have, none if that is open.
func oneOf(f reflect.StructField) []string {
	return strings.Fields(f.Tag.Get("one"))
}

// Keys lists those of a type.
func Keys(t reflect.Type) []string {
	var all []string
	for i := range t.NumField() {
		if key := keyOf(t.Field(i)); key != "" {
			all = append(all, key)
		}
	}
	return all
}

// isRequired tells whether a field has a key that may not be left out.
func isRequired(f reflect.StructField) bool {
	return keyOf(f) != "" && !strings.Contains(f.Tag.Get("yaml"), ",omitempty")
}

func keyOf(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	return key
}
