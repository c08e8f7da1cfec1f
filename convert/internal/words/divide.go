package words

import (
	"bytes"
	"unicode/utf8"
)

// maxBlock bounds a block, in bytes: what is longer is divided.
const maxBlock = 16 << 10

// divider is the invalid byte that a caller puts between texts that it converts at once.
// Every byte that is not UTF-8 ends a block as a line break does.
const divider = 0xFF

// A cutter divides a text into blocks. It looks for each of what ends them once.
type cutter struct {
	src           []byte
	line, divider int // the end behind the next one that is known, in src
}

// end returns where the block that begins at an offset ends, unless an invalid byte ends it
// before, as [block.read] finds out: behind a line break, or what is no letter if there is
// none for long.
func (c *cutter) end(at int) int {
	c.line, c.divider = c.behind(c.line, at, '\n'), c.behind(c.divider, at, divider)
	if end := min(c.line, c.divider); end-at <= maxBlock {
		return end
	}
	return at + longEnd(c.src[at:at+maxBlock])
}

// behind gives the end of the next byte b from at on, if known is not that; that of
// the text if there is none.
func (c *cutter) behind(known, at int, b byte) int {
	if known > at {
		return known
	}
	if i := bytes.IndexByte(c.src[at:], b); i >= 0 {
		return at + i + 1
	}
	return len(c.src)
}

// longEnd is where a block ends for which there is no better place than in head.
func longEnd(head []byte) int {
	end := len(head)
	for i := len(head); i > len(head)/2; {
		r, size := utf8.DecodeLastRune(head[:i])
		if r == utf8.RuneError && size == 1 && i == end && i > len(head)-utf8.UTFMax {
			end-- // perhaps a part of a character
		} else if r < utf8.RuneSelf && !alphanumeric(head[i-size]) || r >= 0x3000 && r < 0x3040 || r >= 0xFF00 && r < 0xFF10 {
			return i
		}
		i -= size
	}
	for i := end; i > len(head)/2; i-- { // not in a word of ASCII, of which half would be one by itself
		if !alphanumeric(head[i-1]) {
			return i
		}
	}
	return end
}
