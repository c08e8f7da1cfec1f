package pipeline

import (
	"fmt"

	"zhmd/convert"
)

// A version may be this many times longer than its source, and this many bytes beyond
// that. Nothing but words of a user's or a document's own, and new targets of links, makes
// one so long.
const (
	maxTimes  = 8
	maxBeyond = 64 << 10
)

func (d *Document) maxGrowth() int { return maxTimes*len(d.source) + maxBeyond }

// growth is how much longer than the source edits make it.
func growth(edits []convert.Edit) int {
	n := 0
	for _, e := range edits {
		n += len(e.New) - (e.End - e.Start)
	}
	return n
}

// overlong returns the version in place of one that edits of the front matter, of the body
// and of its links would make too long; nil if they do not.
func (d *Document) overlong(front, body, links []convert.Edit) *Result {
	left, base := d.maxGrowth(), d.base-len(d.front.source)
	for _, edits := range [][]convert.Edit{front, body, links} {
		for i := range edits {
			if left -= growth(edits[i : i+1]); left < 0 {
				return d.leftLong(base + edits[i].Start)
			}
		}
		base = d.base
	}
	return nil
}

// leftLong is the source in place of a version that is too long from an offset on.
func (d *Document) leftLong(offset int) *Result {
	message := fmt.Sprintf("the whole document is left unconverted: from here on the converted text would make it more than %d times as long", maxTimes)
	return &Result{Output: d.source, Warnings: d.place([]remark{{offset, message}}), edits: func() []convert.Edit { return nil }}
}
