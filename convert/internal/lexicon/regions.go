package lexicon

import (
	"unicode/utf8"

	"zhmd/convert/internal/words"
)

// regions finds the words that a region has in the place of others, everywhere or in
// the texts of a domain.
func (c *compiler) regions() {
	for i := range c.list.Conditional {
		row := &c.list.Conditional[i]
		c.conditional[row.Mainland] = append(c.conditional[row.Mainland], row)
	}
	for i := range c.list.Entries {
		e := &c.list.Entries[i]
		c.instead(e, e.Forms[TWP], e.Forms[HKP])
		for _, row := range c.conditional[e.Hans] {
			if row.When.Domain {
				c.instead(e, row.Taiwan, row.HongKong)
			}
		}
	}
}

// instead notes what is written for an entry in Taiwan and in Hong Kong, if that is
// another word.
func (c *compiler) instead(e *Entry, taiwan, hongKong string) {
	if taiwan != e.Forms[TW] {
		c.regional[taiwan] |= words.OfTaiwan
	}
	if hongKong != e.Forms[HK] {
		c.regional[hongKong] |= words.OfHongKong
	}
}

// regionsOf gives the bits of words.Lexicon.Regions for an entry.
func (c *compiler) regionsOf(e *Entry) (bits uint8) {
	taiwan := e.Forms[TWP] == e.Forms[TW]
	hongKong := e.Forms[HKP] == e.Forms[HK]
	ofTaiwan := c.regional[e.Forms[TW]]&words.OfTaiwan != 0
	ofHongKong := c.regional[e.Forms[HK]]&words.OfHongKong != 0
	if !taiwan && (ofTaiwan || inTaiwansShape(e)) || !hongKong && ofHongKong {
		bits |= words.Open
	}
	switch {
	case utf8.RuneCountInString(e.Forms[TW]) == 1: // is of every region
		return bits
	case !taiwan && !ofTaiwan && !inTaiwansShape(e):
		bits |= words.OfMainland
	case taiwan && ofTaiwan:
		bits |= words.OfTaiwan
	}
	if hongKong && ofHongKong {
		bits |= words.OfHongKong
	}
	return bits
}

// inTaiwansShape tells whether Taiwan writes a word as Simplified text does while other
// Traditional text does not: 痴呆 for 癡呆 may be of the one or the other.
func inTaiwansShape(e *Entry) bool { return e.Hans == e.Forms[TW] && e.Hans != e.Forms[Hant] }
