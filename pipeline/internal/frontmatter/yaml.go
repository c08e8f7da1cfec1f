package frontmatter

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// yaml gathers the values of a YAML document, the first if there are several.
// The opening fence stays on: it is the document's marker, and lines count from
// it. The library bounds the depth.
func (c *collector) yaml() error {
	body := c.body()
	source := c.front[:body.End]
	if i := unprintable(source); i >= 0 {
		return &Error{i, "not YAML: here is a byte that is not UTF-8, or a control character"}
	}
	root, err := parseYAML(source)
	if err != nil {
		return err
	}
	r := yamlReader{c, cursor{source: source}}
	r.node(root, "", false)
	return nil
}

// unprintable gives the offset of the first character that YAML does not allow
// (YAML 1.2.2, 5.1); -1 if there is none. The library does not tell where it is.
func unprintable(source []byte) int {
	for i := 0; i < len(source); {
		r, size := utf8.DecodeRune(source[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			return i
		case r == '\t' || r == '\n' || r == '\r' || r == 0x85:
		case r < ' ' || r >= 0x7F && r < 0xA0 || r == 0xFFFE || r == 0xFFFF:
			return i
		}
		i += size
	}
	return -1
}

func parseYAML(source []byte) (root *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &Error{0, fmt.Sprintf("not YAML: %v", r)}
		}
	}()
	root = new(yaml.Node)
	if err := yaml.Unmarshal(source, root); err != nil {
		return nil, yamlError(source, err)
	}
	return root, nil
}

var (
	yamlLine = regexp.MustCompile(`^line (\d+): (.*)`)
	// afterScan matches the errors that the library finds behind its scanner.
	// It counts their lines from 0, the scanner's from 1.
	afterScan = regexp.MustCompile(`^(did not find expected (<|node content|'-'|key|',' or)|found undefined tag handle)`)
)

// yamlError gives the position of an error, of which the library tells the line
// in its message.
func yamlError(source []byte, err error) error {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	m := yamlLine.FindStringSubmatch(message)
	if m == nil {
		return &Error{0, "not YAML: " + message}
	}
	line, _ := strconv.Atoi(m[1])
	if afterScan.MatchString(m[2]) {
		line++
	}
	c := cursor{source: source}
	c.seek(line, 1)
	blank := len(source[c.offset:]) - len(bytes.TrimLeft(source[c.offset:], " \t"))
	return &Error{c.offset + blank, "not YAML: " + m[2]}
}

// A yamlReader reads a document node by node, in the order of the source.
type yamlReader struct {
	*collector
	cursor cursor
}

// node reads the value of a key. It does not follow an alias.
func (r *yamlReader) node(n *yaml.Node, key string, named bool) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			name := n.Content[i]
			r.node(n.Content[i+1], name.Value, name.Kind == yaml.ScalarNode && r.keys[name.Value])
		}
	case yaml.DocumentNode, yaml.SequenceNode:
		for _, item := range n.Content {
			r.node(item, key, named)
		}
	case yaml.ScalarNode:
		if named && n.Tag == "!!str" && n.Value != "" {
			r.scalar(n, key)
		}
	}
}

// scalar adds a string if what stands at its position reads as the library has
// read it.
func (r *yamlReader) scalar(n *yaml.Node, key string) {
	if !r.cursor.seek(n.Line, n.Column) {
		return
	}
	source := r.cursor.source
	start := skipProperties(source, r.cursor.offset)
	s := scalar{source: source, at: start}
	if s.read(n) {
		r.add(key, Range{start, s.at}, s.text)
	}
}
