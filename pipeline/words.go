package pipeline

import (
	"sort"

	"zhmd/convert"
)

// targetOf returns the variant that c writes, 0 if it does not say.
func targetOf(c convert.Converter) convert.Variant {
	if t, ok := c.(convert.Targeted); ok {
		return t.Target()
	}
	return 0
}

// chosen gives the edits with, in place of those inside, the texts that the
// document itself gives for a target.
func (d *Document) chosen(edits []convert.Edit, target convert.Variant) []convert.Edit {
	if target == 0 || len(d.orders.choices) == 0 {
		return edits
	}
	var all []convert.Edit
	at := 0
	for _, c := range d.orders.choices {
		text, ok := c.text(target)
		if !ok {
			continue
		}
		lo := at + sort.Search(len(edits)-at, func(i int) bool { return edits[at+i].Start >= c.start })
		all = append(all, edits[at:lo]...)
		for at = lo; at < len(edits) && edits[at].End <= c.end; at++ {
		}
		if text != string(d.body[c.start:c.end]) {
			all = append(all, convert.Edit{Start: c.start, End: c.end, New: text})
		}
	}
	return append(all, edits[at:]...)
}
