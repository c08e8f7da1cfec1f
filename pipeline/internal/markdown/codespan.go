package markdown

import "bytes"

// ticksAt is the number of backticks at i.
func ticksAt(line []byte, i int) int {
	n := 0
	for i+n < len(line) && line[i+n] == '`' {
		n++
	}
	return n
}

// codeSpanEnd gives where as many backticks stand as the line begins with; 0 if
// they do not in the line.
func codeSpanEnd(line []byte, ticks int) int {
	for i := ticks; ; {
		n := bytes.IndexByte(line[i:], '`')
		if n < 0 {
			return 0
		}
		i += n
		closing := ticksAt(line, i)
		if closing == ticks {
			return i
		}
		i += closing
	}
}

// TagCode returns where the first code span in a line of HTML is that begins in text between
// two offsets and holds the tag behind it; ok is false if there is none.
func TagCode(html []byte, from, to int) (code Mask, ok bool) {
	for i := from + bytes.LastIndexByte(html[from:to], '\n') + 1; i < to; {
		if html[i] != '`' {
			i++
			continue
		}
		ticks := ticksAt(html, i)
		end := codeSpanEnd(lineAt(html, i), ticks)
		switch {
		case end == 0:
			i += ticks
		case i+end > to:
			return Mask{i, i + end + ticks}, true
		default:
			i += end + ticks
		}
	}
	return Mask{}, false
}
