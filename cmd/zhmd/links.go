package main

import (
	"fmt"

	"zhmd/cmd/zhmd/internal/report"
	"zhmd/pipeline"
	"zhmd/pipeline/batch"
	"zhmd/pipeline/batch/state"
)

// linkModes are the values of --links.
var linkModes = map[string]batch.LinkMode{"keep": batch.KeepLinks, "rebase": batch.RebaseLinks}

// linkMode reads --links.
func (o *options) linkMode() (batch.LinkMode, error) {
	mode, ok := linkModes[o.links]
	if !ok {
		return 0, refuse("there is keep and rebase", "--links: unknown mode %q", o.links)
	}
	return mode, nil
}

// beside gives the sources of a site of which some pages are converted, so that links lead
// where they would if all were; none where they cannot be found, as all could not be.
func (j *job) beside(template *batch.Template, s *state.Store) []batch.Source {
	if j.mode != batch.RebaseLinks || j.whole || !j.placedThere || j.file.OfUser() || len(j.file.Sources) == 0 {
		return nil
	}
	site := *j.options
	site.walkOptions, site.whole = walkOptions{}, true
	found, err := (&job{options: &site}).walk(template.Outputs(), s).Find(site.below(site.file.Sources)...)
	if err != nil {
		return nil
	}
	return site.rooted(found.Sources)
}

// fewLinks are as many as are said one by one to a person: a site may have thousands that
// one setting mends.
const fewLinks = 5

// losing tells of the links that lead to nothing from an output, but for those that said
// holds, of the source's other versions.
func (j *job) losing(name string, said map[pipeline.Destination]bool, lost []pipeline.Destination) {
	for _, l := range lost {
		if said[l] {
			continue
		}
		said[l] = true
		if j.lost++; j.lost > fewLinks && j.forPersons() {
			j.warned++
			continue
		}
		text := "the link to " + l.Path + " leads to nothing from where the output is; let zhmd mend it (links: rebase)"
		j.warnOf("lost-link", name, []pipeline.Warning{{Position: l.Position, Message: text}})
	}
}

// lostLinks says how many more there are.
func (j *job) lostLinks() {
	if n := j.lost - fewLinks; n > 0 && j.forPersons() {
		j.tell("warning", report.Finding{Level: report.Warning, Rule: "lost-link",
			Message: fmt.Sprintf("%d more links lead to nothing from where the outputs are; let zhmd mend them (links: rebase)", n)})
	}
}

// forPersons tells whether what is found is read as it comes; of annotations a page shows
// no more than ten.
func (j *job) forPersons() bool { return j.machine == nil || j.format == "github" }
