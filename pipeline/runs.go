package pipeline

import "sort"

// runs are the runs of a source as spans of it, in the order in which they were
// found.
type runs struct {
	spans  []span // those of each run behind those of the one before
	counts []int32
}

// add adds the run of spans, which are not empty, in ascending order and do not
// touch.
func (r *runs) add(spans []span) {
	r.spans = append(r.spans, spans...)
	r.counts = append(r.counts, int32(len(spans)))
}

// each gives the runs in order.
func (r *runs) each(yield func([]span) bool) {
	at := 0
	for _, n := range r.counts {
		next := at + int(n)
		if !yield(r.spans[at:next:next]) {
			return
		}
		at = next
	}
}

// without leaves out the runs that begin where directives have turned conversion
// off, at spans in the order of the source.
func (r *runs) without(off []span) {
	if len(off) == 0 {
		return
	}
	var kept runs
	for spans := range r.each {
		if !holds(off, spans[0].start) {
			kept.add(spans)
		}
	}
	*r = kept
}

// within leaves out what is not in prose, whose spans are in the order of the source and do
// not touch. A run ends there.
func (r *runs) within(prose []span) {
	var kept runs
	var run []span
	end := func() {
		if len(run) > 0 {
			kept.add(run)
			run = run[:0]
		}
	}
	for spans := range r.each {
		for _, s := range spans {
			i := sort.Search(len(prose), func(i int) bool { return prose[i].end > s.start })
			for ; i < len(prose) && prose[i].start < s.end; i++ {
				if prose[i].start > s.start {
					end()
				}
				run = append(run, span{max(s.start, prose[i].start), min(s.end, prose[i].end)})
				s.start = run[len(run)-1].end
			}
			if s.start < s.end {
				end()
			}
		}
		end()
	}
	*r = kept
}

// holds tells whether an offset is in one of the spans, which are in the order of the
// source.
func holds(spans []span, offset int) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].end > offset })
	return i < len(spans) && spans[i].start <= offset
}
