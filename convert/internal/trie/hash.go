package trie

import "math/bits"

// What a [Filter] does is spelt out here for a loop that has no time for calls
// and keeps the filter's parts at hand. All of it is small enough to be inlined.

// Start puts the three symbols at a place into one number. The next place's is
// that number shifted by the 16 bits of a symbol: what is above them does not
// count.
func Start(a, b, c Symbol) uint64 { return uint64(a)<<32 | uint64(b)<<16 | uint64(c) }

// Pair is the hash of the first two symbols of a start.
func Pair(start uint64) uint64 { return uint64(uint32(start>>16)) * 0x9E3779B97F4A7C15 }

// triple is that of all three.
func triple(pair, start uint64) uint64 { return pair + uint64(Symbol(start))*0xC2B2AE3D27D4EB4F }

// Index gives the number of the row for a start, from the upper bits of the hash
// of its pair, by [Filter.Shift].
func Index(pair, start uint64, shift uint8) uint64 { return pair>>(shift&63)<<2 | start&3 }

// Begins tells whether there may be a key that begins with start, from the row
// for it: one of two characters, or one that goes on with the third.
func Begins(row, pair, start uint64) bool {
	two := both(row, pair)
	return two>>(pair>>firstBit&63)&1 != 0 || two>>(triple(pair, start)>>firstBit&63)&1 != 0
}

// A key has two bits in its row. One tells of its hash, and how far off the other
// is of its pair, so one rotation finds the other bits of all keys of the pair.

// firstBit is where in a hash the number of the first is. To ask for one by its number is
// one instruction; by [bit] and a mask it is three.
const firstBit = 40

func bit(hash uint64) uint64 { return 1 << (hash >> firstBit & 63) }

func distance(pair uint64) int { return int(pair >> 34 & 63) }

// both leaves the bits of a row that are there together with their second.
func both(row, pair uint64) uint64 { return row & bits.RotateLeft64(row, distance(pair)) }

func marks(pair, hash uint64) uint64 {
	return bit(hash) | bits.RotateLeft64(bit(hash), -distance(pair))
}
