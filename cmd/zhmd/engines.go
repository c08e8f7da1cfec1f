package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"zhmd/convert"
	"zhmd/convert/glossary"
	"zhmd/pipeline/batch"
	"zhmd/pipeline/batch/file"
)

// variants reads -t, or gives the one that -c leads to.
func (o *options) variants() ([]convert.Variant, error) {
	if o.config != "" {
		return []convert.Variant{variantOf(o.config)}, nil
	}
	var all []convert.Variant
	for _, tag := range o.to {
		v, err := convert.ParseVariant(tag)
		if err != nil {
			return nil, fmt.Errorf("-t: %w", err)
		}
		if !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	if len(all) == 0 {
		return nil, refuse("name what to convert to with -t: zh-Hans, zh-Hant, zh-TW, zh-HK or zh-CN", "no target")
	}
	return all, nil
}

// variantOf gives the variant that an OpenCC configuration writes; 0 for
// Japanese, and for what is no configuration.
func variantOf(config string) convert.Variant {
	_, to, _ := strings.Cut(config, "2")
	return map[string]convert.Variant{
		"s": convert.Hans, "sp": convert.CN, "t": convert.Hant,
		"tw": convert.TW, "twp": convert.TW, "hk": convert.HK, "hkp": convert.HK,
	}[to]
}

// targets makes the engines.
func (o *options) targets(variants []convert.Variant) ([]batch.Target, error) {
	words, err := o.words()
	if err != nil {
		return nil, err
	}
	own := convert.Glossary(words) // one for all, so that they share what is made of it
	var targets []batch.Target
	for _, v := range variants {
		engine, err := o.newEngine(v, own)
		if err != nil {
			return nil, err
		}
		targets = append(targets, batch.Target{Variant: v, Converter: engine})
	}
	return targets, nil
}

func (o *options) newEngine(v convert.Variant, own convert.Option) (convert.Converter, error) {
	from, err := o.source()
	if err != nil {
		return nil, err
	}
	if o.engine == "longbridge" {
		return newLongbridge(v, from)
	}
	vocabulary, err := o.regional()
	if err != nil {
		return nil, err
	}
	for _, name := range o.domains {
		if !slices.Contains(convert.Domains(), name) {
			return nil, &hintError{fmt.Errorf("unknown domain %q; zhmd words lists them", name), didYouMean(name, convert.Domains())}
		}
	}
	engine, err := convert.New(v, convert.From(from), convert.Words(vocabulary), convert.Of(o.domains...), convert.Config(o.config), own)
	switch {
	case err == nil:
		return engine, nil
	case o.config != "" && !slices.Contains(convert.Configs(), o.config):
		return nil, &hintError{err, didYouMean(o.config, convert.Configs())}
	}
	return nil, err // a glossary that cannot be used
}

// vocabularies are the values of --vocabulary.
var vocabularies = map[string]convert.Vocabulary{"auto": convert.AutoWords, "always": convert.AlwaysWords, "never": convert.NeverWords}

// regional reads --vocabulary.
func (o *options) regional() (convert.Vocabulary, error) {
	v, ok := vocabularies[o.vocabulary]
	if !ok {
		return 0, refuse("there is auto, always and never", "unknown vocabulary %q", o.vocabulary)
	}
	return v, nil
}

// source reads -f; 0 for auto.
func (o *options) source() (convert.Variant, error) {
	if o.from == "auto" {
		return 0, nil
	}
	from, err := convert.ParseVariant(o.from)
	if err != nil {
		return 0, fmt.Errorf("-f: %w", err)
	}
	return from, nil
}

// maxGlossary bounds the size of a glossary that a configuration names.
const maxGlossary = 64 << 20

// readGlossary reads a glossary once for all that ask for it: one that is named on the
// command line may be a pipe. What a configuration names has to be a regular file.
func (o *options) readGlossary(path string) ([]byte, error) {
	if data, ok := o.glossaryTexts[path]; ok {
		return data, nil
	}
	read := os.ReadFile
	if o.configured[path] {
		read = func(path string) ([]byte, error) { return file.Read(path, maxGlossary) }
	}
	data, err := read(path)
	if err != nil {
		return nil, &batch.FileError{Path: path, Err: errors.Unwrap(err)}
	}
	if o.glossaryTexts == nil {
		o.glossaryTexts = map[string][]byte{}
	}
	o.glossaryTexts[path] = data
	return data, nil
}

// words reads the glossaries. A word that two of them have is an error, as in
// one.
func (o *options) words() ([]convert.Word, error) {
	var r glossary.Reader
	for _, path := range o.glossary {
		data, err := o.readGlossary(path)
		if err != nil {
			return nil, err
		}
		if err := r.Read(path, data); err != nil {
			return nil, err
		}
	}
	return r.Words(), nil
}
