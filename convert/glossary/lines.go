package glossary

import (
	"strings"
	"unicode/utf8"

	"zhmd/convert"
)

// lines reads a word from each line.
func (p *parser) lines(text string) error {
	text = strings.TrimPrefix(text, "\uFEFF")
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := p.line(i+1, line); err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) line(n int, line string) error {
	fields := strings.Split(line, "\t")
	w := convert.Word{Key: fields[0], Value: fields[0]}
	column := 2 + utf8.RuneCountInString(fields[0])
	if len(fields) > 1 {
		w.Value, _, _ = strings.Cut(fields[1], " ")
	}
	if len(fields) > 2 {
		targets, err := p.targets(fields[2], n, column+1+utf8.RuneCountInString(fields[1]))
		if err != nil {
			return err
		}
		w.Targets = targets
	}
	if len(fields) > 3 {
		return &Error{p.file, n, utf8.RuneCountInString(strings.Join(fields[:3], " ")) + 2, "more than a word, its value and its targets"}
	}
	return p.add(w, n, 1, column)
}

// targets reads variants between commas.
func (p *parser) targets(list string, line, column int) ([]convert.Variant, error) {
	var all []convert.Variant
	for tag := range strings.SplitSeq(list, ",") {
		v, err := convert.ParseVariant(tag)
		if err != nil {
			return nil, &Error{p.file, line, column, err.Error()}
		}
		all = append(all, v)
		column += 1 + utf8.RuneCountInString(tag)
	}
	return all, nil
}
