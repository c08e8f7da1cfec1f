package pipeline

import (
	"strings"

	"zhmd/convert"
)

// version reads zh-TW: 計程車; zh-HK: 的士 for the text between two comments.
func (d *Document) version(open, end *directive) {
	inner := span{open.end, end.start}
	f, err := parseForms(open.args, ";")
	d.orders.off = append(d.orders.off, inner) // until it is understood
	switch {
	case err != "":
		d.fault(open, err)
	case inner.start >= inner.end || strings.ContainsAny(string(d.body[inner.start:inner.end]), markupBytes):
		d.fault(open, "text for some versions can replace plain text in one line alone")
	default:
		d.orders.off = d.orders.off[:len(d.orders.off)-1]
		d.orders.choices = append(d.orders.choices, choice{inner, f.exact})
	}
}

// markupBytes are those that may be Markdown's syntax in a line.
const markupBytes = "\r\n\\`*_[]<>|~&"

// parseForms reads tags with texts.
func parseForms(list, separator string) (f forms, fault string) {
	for item := range strings.SplitSeq(list, separator) {
		if strings.TrimSpace(item) == "" {
			continue
		}
		tag, text, ok := strings.Cut(item, ":")
		v, err := convert.ParseVariant(strings.TrimSpace(tag))
		text = strings.TrimSpace(text)
		switch {
		case err != nil:
			return f, err.Error()
		case !ok || text == "" || strings.ContainsAny(text, markupBytes):
			return f, "a version's text is missing, or has Markdown's syntax in it"
		}
		f.set(v.String(), text)
	}
	return f, ""
}
