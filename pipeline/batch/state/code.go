package state

import (
	"encoding/binary"
	"errors"

	"zhmd/pipeline"
)

// The cache is a sequence of numbers and of texts with their lengths before them. Nothing
// of it has to be right: what cannot be read is not known.
const magic = "zhmd seen 6\n"

// An encoder writes the cache.
type encoder []byte

func (e *encoder) number(n int64) { *e = binary.AppendVarint(*e, n) }
func (e *encoder) text(s string)  { e.number(int64(len(s))); *e = append(*e, s...) }
func (e *encoder) stamp(s Stamp) {
	e.number(s.Size)
	e.number(s.Time)
	e.number(int64(s.Node))
	e.number(s.Change)
}
func (e *encoder) place(p pipeline.Position) { e.number(int64(p.Line)); e.number(int64(p.Column)) }

func (e *encoder) warnings(all []pipeline.Warning) {
	e.number(int64(len(all)))
	for _, w := range all {
		e.place(w.Position)
		e.text(w.Message)
	}
}

func (e *encoder) seen(source string, s Seen) {
	e.text(source)
	e.text(s.Settings)
	e.stamp(s.Stamp)
	e.number(int64(s.Bytes))
	e.warnings(s.Warnings)
	e.number(int64(len(s.Links)))
	for _, l := range s.Links {
		e.place(l.Position)
		e.text(l.Path)
		e.text(l.Fragment)
	}
	e.number(int64(len(s.Outputs)))
	for _, out := range s.Outputs {
		e.text(out.Path)
		e.stamp(out.Stamp)
		e.warnings(out.Warnings)
		e.number(int64(len(out.Lost)))
		for _, l := range out.Lost {
			e.place(l.Position)
			e.text(l.Path)
		}
	}
}

// encode gives the form in which the cache is written.
func encode(all map[string]Seen) []byte {
	e := encoder(magic)
	for source, s := range all {
		e.seen(source, s)
	}
	return e
}

var errDamaged = errors.New("the cache is damaged")

// A decoder reads it; it panics with errDamaged.
type decoder struct {
	rest string
	left int // how many elements of lists there may still be
}

// maxElements bounds the memory that a damaged cache can take: 100,000 pages have a
// tenth of that.
const maxElements = 1 << 22

func (d *decoder) number() int64 {
	n, size := binary.Varint([]byte(d.rest[:min(len(d.rest), binary.MaxVarintLen64)]))
	if size <= 0 {
		panic(errDamaged)
	}
	d.rest = d.rest[size:]
	return n
}

// count reads how many elements a list has.
func (d *decoder) count() int {
	n := d.number()
	if n < 0 || n > int64(d.left) {
		panic(errDamaged)
	}
	d.left -= int(n)
	return int(n)
}

func (d *decoder) text() string {
	n := d.number()
	if n < 0 || n > int64(len(d.rest)) {
		panic(errDamaged)
	}
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

func (d *decoder) stamp() Stamp {
	return Stamp{d.number(), d.number(), uint64(d.number()), d.number()}
}

func (d *decoder) place() pipeline.Position {
	return pipeline.Position{Line: int(d.number()), Column: int(d.number())}
}

func (d *decoder) warnings() []pipeline.Warning {
	var all []pipeline.Warning
	for range d.count() {
		all = append(all, pipeline.Warning{Position: d.place(), Message: d.text()})
	}
	return all
}

func (d *decoder) seen() (source string, s Seen) {
	source = d.text()
	s = Seen{Settings: d.text(), Stamp: d.stamp(), Bytes: int(d.number()), Warnings: d.warnings()}
	for range d.count() {
		s.Links = append(s.Links, pipeline.Link{Position: d.place(), Path: d.text(), Fragment: d.text()})
	}
	for range d.count() {
		out := SeenOutput{Path: d.text(), Stamp: d.stamp(), Warnings: d.warnings()}
		for range d.count() {
			out.Lost = append(out.Lost, pipeline.Destination{Position: d.place(), Path: d.text()})
		}
		s.Outputs = append(s.Outputs, out)
	}
	return source, s
}

// decode reads what encode made. ok is false for anything else.
func decode(data []byte) (all map[string]Seen, ok bool) {
	defer func() {
		if fault := recover(); fault != nil {
			all, ok = nil, false
		}
	}()
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return nil, false
	}
	all = map[string]Seen{}
	d := decoder{string(data[len(magic):]), maxElements}
	for len(d.rest) > 0 {
		if d.left--; d.left < 0 {
			panic(errDamaged)
		}
		source, s := d.seen()
		all[source] = s
	}
	return all, true
}
