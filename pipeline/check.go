package pipeline

import (
	"bytes"
	"unicode/utf8"

	"zhmd/convert"
	"zhmd/pipeline/internal/markdown"
)

// maxChecks bounds how often one version is parsed again. Blocks that are
// independent of each other are all found at once; more rounds are for blocks
// that one cause changed together.
const maxChecks = 4

// check makes sure that the body with the edits parses to the same document. It
// gives back the edits that may be made, and a warning for each block whose
// source it had to keep.
func (d *Document) check(edits []convert.Edit) ([]convert.Edit, []remark) {
	if d.harmless(edits) {
		return edits, nil
	}
	var warnings []remark
	for _, r := range d.readers() {
		kept, dropped, ok := checked(r.shapes(), edits, func(edits []convert.Edit) []markdown.Shape {
			out := d.asRead(convert.Splice(nil, d.body, edits))
			return markdown.Shapes(markdown.Parse(out, r.syntax), out)
		})
		edits, warnings = kept, append(warnings, d.keptSource(dropped)...)
		if !ok {
			warnings = append(warnings, remarkf(d.base, "the whole document is left unconverted: the converted text would be other Markdown"))
		}
	}
	return edits, warnings
}

// checked takes the edits of blocks out of edits with which the shapes of the body are
// not those that it wants. dropped holds the first one of each such block; ok is false,
// and nothing is left, if that does not help.
func checked(want []markdown.Shape, edits []convert.Edit, shapes func([]convert.Edit) []markdown.Shape) (kept, dropped []convert.Edit, ok bool) {
	for range maxChecks {
		bad := markdown.Differences(want, shapes(edits))
		if len(bad) == 0 {
			return edits, dropped, true
		}
		rest, firsts := withoutBlocks(edits, want, bad)
		if len(firsts) == 0 {
			break // the cause lies in another block than the one that it changes
		}
		edits, dropped = rest, append(dropped, firsts...)
	}
	return nil, nil, false
}

// harmless tells whether no edit can change how the body is read: each puts
// letters in the place of letters, as nearly all entries of the dictionaries do.
// Labels alone are compared by their letters, and have a longest length: where there
// are some that are not ASCII, none may change, see [Document.sameLabels].
func (d *Document) harmless(edits []convert.Edit) bool {
	if len(edits) == 0 {
		return true
	}
	return lettersForLetters(d.body, edits) && (!d.labelled() || d.sameLabels(d.body, convert.Splice(nil, d.body, edits)))
}

// lettersForLetters reports whether edits put nothing but letters in the place of
// letters, see areLetters, or what is as harmless.
func lettersForLetters(source []byte, edits []convert.Edit) bool {
	for _, e := range edits {
		if !(areLetters([]byte(e.New)) && areLetters(source[e.Start:e.End])) && !insideWord(source, e) {
			return false
		}
	}
	return true
}

// insideWord reports whether an edit is of letters, and letters and digits of ASCII, and
// those of ASCII are between letters before and after it. There they are no markup either:
// all that Markdown makes of them is told by what is no letter beside them. 性价比 becomes
// CP值.
func insideWord(source []byte, e convert.Edit) bool {
	before, old, behind, with := source[:e.Start], source[e.Start:e.End], source[e.End:], []byte(e.New)
	return (behindLetter(before) || beforeLetter(old) && beforeLetter(with)) && (beforeLetter(behind) || behindLetter(old) && behindLetter(with)) &&
		areAlphanumeric(old) && areAlphanumeric(with)
}

// areAlphanumeric reports whether b is nothing but letters, and letters and digits of ASCII.
func areAlphanumeric(b []byte) bool {
	return !bytes.ContainsFunc(b, func(r rune) bool {
		return !isUnicodeLetter(r) && !(r < utf8.RuneSelf && isAlphanumeric(byte(r)))
	})
}

// withoutBlocks takes the edits in the bad ones of blocks out of edits. dropped
// holds the first one of each such block.
func withoutBlocks(edits []convert.Edit, blocks []markdown.Shape, bad []int) (kept, dropped []convert.Edit) {
	isBad := map[int]bool{}
	for _, i := range bad {
		isBad[i] = true
	}
	last := -1
	for _, e := range edits {
		i := markdown.BlockAt(blocks, e.Start)
		switch {
		case !isBad[i]:
			kept = append(kept, e)
		case i != last:
			dropped = append(dropped, e)
			last = i
		}
	}
	return kept, dropped
}

// keptSource warns of blocks that are left as they are, each named by its first
// edit.
func (d *Document) keptSource(firsts []convert.Edit) []remark {
	var remarks []remark
	for _, e := range firsts {
		remarks = append(remarks, remark{d.base + e.Start, "this block is left unconverted: the converted text would be other Markdown"})
	}
	return remarks
}
