package learn

import (
	"bytes"
	"fmt"
	"strings"
)

// YAML gives a glossary that package zhmd/convert/glossary reads from a .yaml file: the
// note and the doubts are comments.
func (r *Result) YAML(note string) []byte {
	var b bytes.Buffer
	comment(&b, note)
	var protect []Entry
	head := "replace:\n"
	for _, e := range r.Entries {
		if e.Protects() {
			protect = append(protect, e)
			continue
		}
		fmt.Fprintf(&b, "%s  %s: {%s: %s} # %s\n", head, e.Key, e.targets(), e.Value, e.evidence())
		head = ""
	}
	for i, e := range protect {
		if i == 0 {
			fmt.Fprintf(&b, "protect:\n  %s:\n", e.targets())
		}
		fmt.Fprintf(&b, "    - %s # %s\n", e.Key, e.evidence())
	}
	r.doubts(&b)
	return b.Bytes()
}

// Lines gives the same as lines, as in OpenCC's dictionaries.
func (r *Result) Lines(note string) []byte {
	var b bytes.Buffer
	comment(&b, note)
	for _, e := range r.Entries {
		fmt.Fprintf(&b, "# %s\n%s\t%s\t%s\n", e.evidence(), e.Key, e.Value, e.targets())
	}
	r.doubts(&b)
	return b.Bytes()
}

func comment(b *bytes.Buffer, text string) {
	for line := range strings.Lines(text) {
		fmt.Fprintf(b, "# %s\n", strings.TrimSpace(line))
	}
}

func (e Entry) targets() string {
	var all []string
	for _, v := range e.Targets {
		all = append(all, v.String())
	}
	return strings.Join(all, ",")
}

// evidence says what speaks for an entry.
func (e Entry) evidence() string {
	text := fmt.Sprintf("was %s; %d corrected", e.Old, e.Corrected)
	if e.Alone > 0 {
		text += fmt.Sprintf(", %d left alone", e.Alone)
	}
	if len(e.Rivals) > 0 {
		text += "; " + strings.Join(e.Rivals, ", ") + " would be that too"
	}
	return text
}

func (r *Result) doubts(b *bytes.Buffer) {
	if len(r.Doubts) == 0 {
		return
	}
	b.WriteString("\n# Corrected, but not proposed:\n")
	for _, d := range r.Doubts {
		word := d.Old
		if d.Key != "" {
			word = d.Key + ", " + d.Old
		}
		fmt.Fprintf(b, "# %s → %s: %d corrected, %s\n", word, d.Value, d.Corrected, d.Reason)
	}
}
