package pipeline

import (
	"maps"
	"slices"
	"strings"

	"zhmd/convert"
)

// rules reads MediaWiki's rules, -{…}-, as LanguageConverter does: a rule is
// flags, a bar and texts for variants. What the page would show takes its place.
func (d *Document) rules(spans []span) {
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	for _, s := range spans {
		d.rule(s, string(d.body[s.start+len("-{"):s.end-len("}-")]))
	}
}

func (d *Document) rule(s span, body string) {
	flags, list := "", body
	if bar := strings.IndexByte(body, '|'); bar >= 0 {
		flags, list = strings.TrimSpace(body[:bar]), body[bar+1:]
	}
	f, oneWay := wikiForms(list)
	switch flags {
	case "", "A", "H", "S":
		shown := shownForms(f, list)
		if flags == "H" || len(oneWay) > 0 && len(f.tags) == 0 {
			shown = always("")
		}
		d.orders.choices = append(d.orders.choices, choice{s, shown})
		if flags == "A" || flags == "H" {
			d.wikiWords(s, f, oneWay)
		}
	case "-":
		d.unlearn(f)
		d.orders.choices = append(d.orders.choices, choice{s, always("")})
	case "R":
		d.orders.choices = append(d.orders.choices, choice{s, always(list)})
	case "T":
		d.orders.choices = append(d.orders.choices, choice{s, always("")})
	default:
		d.remarks = append(d.remarks, remarkf(d.base+s.start, "the rule's flag %q is not known; the rule is left as it is", flags))
	}
}

// shownForms gives what a rule shows: the form of the target, or the text as it
// is where it has no forms.
func shownForms(f forms, list string) func(convert.Variant) (string, bool) {
	if len(f.tags) == 0 {
		return always(list)
	}
	return func(target convert.Variant) (string, bool) { return f.nearest(target), true }
}

// A oneWay is 大陆=>zh-tw:中國大陸 of a rule.
type oneWay struct{ from, tag, to string }

// wikiForms reads zh-hans:a; zh-tw:b and 大陆=>zh-tw:c. A list in which something
// else stands has no forms: it is text.
func wikiForms(list string) (f forms, ways []oneWay) {
	for _, item := range wikiItems(list) {
		from, rest, directed := strings.Cut(item, "=>")
		if !directed {
			from, rest = "", item
		}
		tag, text, ok := strings.Cut(rest, ":")
		tag = strings.ToLower(strings.TrimSpace(tag))
		if !ok || !slices.Contains(wikiTags, tag) {
			return forms{}, nil
		}
		if directed {
			ways = append(ways, oneWay{strings.TrimSpace(from), tag, strings.TrimSpace(text)})
		} else {
			f.set(tag, strings.TrimSpace(text))
		}
	}
	return f, ways
}

// wikiItems divides a list at the semicolons behind which another form begins; an
// entity ends in one too.
func wikiItems(list string) []string {
	var all []string
	for item := range strings.SplitSeq(list, ";") {
		tag, _, isForm := strings.Cut(item, ":")
		isForm = isForm && slices.Contains(wikiTags, strings.ToLower(strings.TrimSpace(tag))) || strings.Contains(item, "=>")
		switch {
		case isForm || len(all) == 0:
			all = append(all, item)
		default:
			all[len(all)-1] += ";" + item
		}
	}
	for i := range all {
		all[i] = strings.TrimRight(all[i], "; \t\n")
	}
	return slices.DeleteFunc(all, func(item string) bool { return strings.TrimSpace(item) == "" })
}

var wikiTags = []string{"zh", "zh-hans", "zh-hant", "zh-cn", "zh-tw", "zh-hk", "zh-mo", "zh-sg", "zh-my"}

// wikiWords makes the forms of the rule at s words of the document: each becomes that
// of the target.
func (d *Document) wikiWords(s span, f forms, ways []oneWay) {
	texts := slices.Collect(maps.Values(f.texts))
	for _, w := range ways {
		texts = append(texts, w.from, w.to)
	}
	if !areWords(texts...) {
		d.remarks = append(d.remarks, remark{d.base + s.start, notWords})
		return
	}
	for _, tag := range f.tags {
		if key := f.texts[tag]; key != "" {
			d.orders.words = append(d.orders.words, word{s.end, key, func(target convert.Variant) (string, bool) {
				return f.nearest(target), f.nearest(target) != ""
			}})
		}
	}
	for _, w := range ways {
		if w.from != "" && w.to != "" {
			d.orders.words = append(d.orders.words, word{s.end, w.from, func(target convert.Variant) (string, bool) {
				return w.to, slices.Contains(fallbacks[target], w.tag)
			}})
		}
	}
}

// unlearn takes words back that a rule before has made.
func (d *Document) unlearn(f forms) {
	d.orders.words = slices.DeleteFunc(d.orders.words, func(w word) bool {
		return slices.ContainsFunc(f.tags, func(tag string) bool { return f.texts[tag] == w.key })
	})
}
