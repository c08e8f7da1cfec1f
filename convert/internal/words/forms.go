package words

import (
	"bytes"
	"slices"

	"zhmd/convert/internal/table"
)

// Forms are what targets write for entries. Most targets write the same for most, so
// there is each form of an entry once, and which targets write which is one of few
// patterns.
type Forms struct {
	Refs     []table.Ref // the forms of each entry behind those of the one before
	Begin    []uint32    // by entry: where in Refs
	Pattern  []uint8     // by entry: which of Patterns
	Patterns []uint8     // Targets each: by target, which of the entry's forms
}

// Add adds an entry's forms, one for each target. ok is false if there are too many
// patterns.
func (f *Forms) Add(refs []table.Ref) (ok bool) {
	f.Begin = append(f.Begin, uint32(len(f.Refs)))
	begin := len(f.Refs)
	var pattern []uint8
	for _, ref := range refs {
		i := slices.Index(f.Refs[begin:], ref)
		if i < 0 {
			i = len(f.Refs) - begin
			f.Refs = append(f.Refs, ref)
		}
		pattern = append(pattern, uint8(i))
	}
	n := 0
	for n < len(f.Patterns) && !bytes.Equal(f.Patterns[n:n+Targets], pattern) {
		n += Targets
	}
	if n == len(f.Patterns) {
		f.Patterns = append(f.Patterns, pattern...)
	}
	f.Pattern = append(f.Pattern, uint8(n/Targets))
	return n/Targets < 1<<8
}

// begin finds out where the forms of each entry begin.
func (f *Forms) begin() {
	var sizes [1 << 8]uint32 // by pattern: how many forms there are
	for n := range len(f.Patterns) / Targets {
		sizes[n] = 1 + uint32(slices.Max(f.Patterns[n*Targets:(n+1)*Targets]))
	}
	f.Begin = make([]uint32, len(f.Pattern))
	at := uint32(0)
	for e, n := range f.Pattern {
		f.Begin[e] = at
		at += sizes[n]
	}
}

// At gives what a target writes for an entry.
func (f *Forms) At(e, target int) table.Ref {
	which := f.Patterns[int(f.Pattern[e])*Targets+target]
	return f.Refs[f.Begin[e]+uint32(which)]
}
