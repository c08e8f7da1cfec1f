package slug

import "strconv"

// A Slugger gives the ids of a page's headings in their order.
type Slugger struct {
	site Site
	// taken holds the ids in use, and for each the last number that was put
	// behind it.
	taken map[string]int
}

// New makes a Slugger for one page.
func New(s Site) *Slugger {
	return &Slugger{site: s, taken: map[string]int{}}
}

// ID gives the id that the site derives from the text of the next heading. The
// constants say how each site reads that text from a heading.
//
// All sites make an id unique by the smallest number from 1 on that gives an
// unused one: github-slugger, markdown-it-anchor's uniqueSlug, Hugo's idFactory
// and mdBook's unique_id.
func (s *Slugger) ID(text string) string {
	base := rules[s.site].slug(text)
	id := base
	for s.isTaken(id) {
		s.taken[base]++
		id = base + "-" + strconv.Itoa(s.taken[base])
	}
	s.taken[id] = 0
	return id
}

// Take tells of the next heading that its id was given explicitly. Such an id
// counts for Hugo and VitePress: the headings behind it do not get it. It does
// not for the others: Docusaurus and mdBook give a heading behind it the same
// id, and GitHub knows no explicit ids.
//
// VitePress refuses to build a page on which an explicit id is already taken.
func (s *Slugger) Take(id string) {
	if rules[s.site].counts && !s.isTaken(id) {
		s.taken[id] = 0
	}
}

func (s *Slugger) isTaken(id string) bool {
	_, taken := s.taken[id]
	return taken
}
