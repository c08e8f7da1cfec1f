package pipeline

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhmd/convert"
)

// orders are what the directives of a document and its rules come to. Offsets
// are bytes of the body.
type orders struct {
	off     []span   // what stays as it is
	words   []word   // of the document
	choices []choice // text that is given for some versions
	source  convert.Variant
	domains []string // what the document is about
}

// A word is one that the document has its own form of, from an offset on.
type word struct {
	from  int
	key   string
	value func(target convert.Variant) (string, bool)
}

// A choice is text in the place of a span, in the versions that it is given for.
type choice struct {
	span
	text func(target convert.Variant) (string, bool)
}

// obey reads directives in the order of the source, and warns of what it cannot
// obey.
func (d *Document) obey(all []directive) {
	slices.SortStableFunc(all, func(a, b directive) int { return cmp.Compare(a.start, b.start) })
	var off, version *directive
	for i := range all {
		o := &all[i]
		switch {
		case o.name == "off" && o.args == "" && off == nil:
			off = o
		case o.name == "on" && o.args == "" && off != nil:
			d.orders.off = append(d.orders.off, span{off.end, o.start})
			off = nil
		case o.name == ":" && version == nil:
			version = o
		case o.name == "/" && version != nil:
			d.version(version, o)
			version = nil
		default:
			d.order(o)
		}
	}
	if off != nil {
		d.orders.off = append(d.orders.off, span{off.end, len(d.body)})
		d.fault(off, "off has no on behind it: the rest of the document is left as it is")
	}
	if version != nil {
		d.fault(version, "this text for some versions has no end; write <!-- /zhmd --> behind it")
	}
	d.orders.off = merged(d.orders.off)
}

// merged gives spans in order, those that overlap as one.
func merged(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var all []span
	for _, s := range spans {
		if last := len(all) - 1; last >= 0 && s.start <= all[last].end {
			all[last].end = max(all[last].end, s.end)
		} else {
			all = append(all, s)
		}
	}
	return all
}

// order obeys a directive that stands by itself.
func (d *Document) order(o *directive) {
	switch o.name {
	case "on":
		d.fault(o, "on has no off before it")
	case "off":
		d.fault(o, "off stands in what is off already")
	case "/":
		d.fault(o, "this ends no text for some versions")
	case "skip":
		if o.args != "" {
			d.fault(o, "skip takes nothing; it is for the next block")
		}
	case "word":
		d.word(o)
	case "words":
		d.domains(o)
	case "source":
		v, err := convert.ParseVariant(o.args)
		if err != nil {
			d.fault(o, "source: "+err.Error())
			return
		}
		d.orders.source = v
	default:
		d.fault(o, "not a directive; there is off, on, skip, word, words, source, and zh-TW: text")
	}
}

// domains reads it, medicine.
func (d *Document) domains(o *directive) {
	for name := range strings.SplitSeq(o.args, ",") {
		name = strings.TrimSpace(name)
		if !slices.Contains(convert.Domains(), name) {
			d.fault(o, "words: there is no domain "+strconv.Quote(name)+", but "+strings.Join(convert.Domains(), ", "))
			continue
		}
		d.orders.domains = append(d.orders.domains, name)
	}
}

// word reads 台积电=台積電, or a word alone that is protected.
func (d *Document) word(o *directive) {
	key, value, ok := strings.Cut(o.args, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if !ok {
		value = key
	}
	if key == "" || value == "" {
		d.fault(o, "word needs a word, or a word = what becomes of it")
		return
	}
	if !areWords(key, value) {
		d.fault(o, notWords)
		return
	}
	d.orders.words = append(d.orders.words, word{o.end, key, always(value)})
}

// maxWord is the size in bytes that a word of a document may have, and what becomes of it.
const maxWord = 300

// areWords reports whether each of texts can be a word or what becomes of one.
func areWords(texts ...string) bool {
	return !slices.ContainsFunc(texts, func(s string) bool { return len(s) > maxWord || !utf8.ValidString(s) })
}

var notWords = fmt.Sprintf("a word, and what becomes of it, is UTF-8 and not longer than %d bytes; it is not taken", maxWord)

func always(text string) func(convert.Variant) (string, bool) {
	return func(convert.Variant) (string, bool) { return text, true }
}

func (d *Document) fault(o *directive, message string) {
	d.remarks = append(d.remarks, remarkf(d.base+o.start, "%s", message))
}
