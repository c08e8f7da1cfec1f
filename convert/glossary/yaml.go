package glossary

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"

	"zhmd/convert"
)

// yaml reads a document with replace and protect.
func (p *parser) yaml(data []byte) error {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return p.yamlError(err)
	}
	if len(doc.Content) == 0 {
		return nil
	}
	return p.pairs(doc.Content[0], "a mapping with replace and protect", func(key, value *yaml.Node) error {
		switch key.Value {
		case "replace":
			return p.pairs(value, "a mapping of words", p.replace)
		case "protect":
			return p.protect(value, nil)
		}
		return p.at(key, "unknown key %q; there is replace and protect", key.Value)
	})
}

var yamlLine = regexp.MustCompile(`line (\d+): (.*)`)

// yamlError gives the position that the library puts into its message.
func (p *parser) yamlError(err error) error {
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		if line, convErr := strconv.Atoi(m[1]); convErr == nil {
			return &Error{p.file, line, 1, "not YAML: " + m[2]}
		}
	}
	return &Error{p.file, 1, 1, fmt.Sprintf("not YAML: %v", errors.Unwrap(err))}
}

func (p *parser) at(n *yaml.Node, format string, args ...any) error {
	return &Error{p.file, n.Line, n.Column, fmt.Sprintf(format, args...)}
}

// pairs calls f for the keys and values of a mapping.
func (p *parser) pairs(n *yaml.Node, what string, f func(key, value *yaml.Node) error) error {
	if n.Kind != yaml.MappingNode {
		return p.at(n, "here has to be %s", what)
	}
	for i := 0; i < len(n.Content); i += 2 {
		if err := f(n.Content[i], n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// replace reads a word with its value, or its values by target.
func (p *parser) replace(key, value *yaml.Node) error {
	if value.Kind == yaml.ScalarNode {
		return p.add(convert.Word{Key: key.Value, Value: value.Value}, key.Line, key.Column, value.Column)
	}
	return p.pairs(value, "a word or a mapping of targets", func(target, value *yaml.Node) error {
		targets, err := p.targets(target.Value, target.Line, target.Column)
		if err != nil {
			return err
		}
		if value.Kind != yaml.ScalarNode {
			return p.at(value, "here has to be a word")
		}
		return p.add(convert.Word{Key: key.Value, Value: value.Value, Targets: targets}, key.Line, key.Column, value.Column)
	})
}

// protect reads a list of words, or such lists by target.
func (p *parser) protect(n *yaml.Node, targets []convert.Variant) error {
	if n.Kind == yaml.MappingNode && targets == nil {
		return p.pairs(n, "", func(target, words *yaml.Node) error {
			targets, err := p.targets(target.Value, target.Line, target.Column)
			if err != nil {
				return err
			}
			return p.protect(words, targets)
		})
	}
	if n.Kind != yaml.SequenceNode {
		return p.at(n, "here has to be a list of words")
	}
	for _, word := range n.Content {
		if word.Kind != yaml.ScalarNode {
			return p.at(word, "here has to be a word")
		}
		if err := p.add(convert.Word{Key: word.Value, Value: word.Value, Targets: targets}, word.Line, word.Column, word.Column); err != nil {
			return err
		}
	}
	return nil
}
