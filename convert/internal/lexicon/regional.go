package lexicon

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"zhmd/convert/internal/table"
)

// Domains are what words of a region can belong to, in the order of their numbers.
var Domains = []string{"it", "mathematics", "science", "medicine", "daily", "transport", "food", "places",
	"people", "brands", "finance", "law", "sports", "education", "algorithms"}

// A Regional is a row of the project's own table of words that differ between
// regions.
type Regional struct {
	Mainland string // in Simplified characters
	Taiwan   string // in Taiwan's
	HongKong string // in Hong Kong's
	Domain   int    // of Domains
	Both     bool   // Taiwan's word always is the mainland's
	When     Condition
	Source   string
	Line     int // of the table
}

// Why gives the reason for a row that says otherwise than OpenCC, "" for the others.
func (r *Regional) Why() string {
	_, why, _ := strings.Cut(r.Source, againstOpenCC)
	return why
}

// againstOpenCC begins the source of such a row.
const againstOpenCC = "OpenCC: "

// A Condition says where a row counts; the zero Condition is everywhere.
type Condition struct {
	Domain bool     // only in texts of the row's domain
	Before []string // only where one of these words follows
	After  []string // only where one of them is before
	Not    bool     // Before and After are where it does not count
}

// None tells whether the row counts everywhere.
func (c *Condition) None() bool { return !c.Domain && len(c.Before)+len(c.After) == 0 }

// String gives the condition as the table has it.
func (c *Condition) String() string {
	kind, words := "before:", c.Before
	switch {
	case c.Domain:
		return "domain"
	case len(c.After) > 0:
		kind, words = "after:", c.After
	case len(words) == 0:
		return ""
	}
	if c.Not {
		kind = "not-" + kind
	}
	return kind + strings.Join(words, "|")
}

// columns of a row.
const columns = 7

// ReadRegional reads rows of seven columns between tabs: mainland, Taiwan, Hong Kong (=
// for the mainland's in Hong Kong's characters), domain, direction, condition and
// source. # begins a comment line. Errors carry line and column.
func ReadRegional(name string, r io.Reader) ([]Regional, error) {
	var all []Regional
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row, column, err := parseRegional(strings.Split(line, "\t"))
		if err != nil {
			return nil, fmt.Errorf("%s:%d:%d: %w", name, n, columnOf(line, column), err)
		}
		row.Line = n
		all = append(all, row)
	}
	return all, lines.Err()
}

// columnOf gives the column, in characters from 1, at which a field of a line begins.
func columnOf(line string, field int) int {
	at := 0
	for ; field > 0; field-- {
		i := strings.IndexByte(line[at:], '\t')
		if i < 0 {
			break
		}
		at += i + 1
	}
	return 1 + utf8.RuneCountInString(line[:at])
}

// parseRegional reads the fields of a row; column is the one that err is about.
func parseRegional(fields []string) (row Regional, column int, err error) {
	if len(fields) != columns {
		return row, min(len(fields), columns) - 1, fmt.Errorf("%d columns where there have to be %d", len(fields), columns)
	}
	row = Regional{Mainland: fields[0], Taiwan: fields[1], HongKong: fields[2], Source: fields[6]}
	for i, field := range fields[:3] {
		if field == "" {
			return row, i, fmt.Errorf("a word is missing")
		}
	}
	if row.Domain = slices.Index(Domains, fields[3]); row.Domain < 0 {
		return row, 3, fmt.Errorf("unknown domain %q; there is %s", fields[3], strings.Join(Domains, ", "))
	}
	if row.Both = fields[4] == "both"; !row.Both && fields[4] != "to" {
		return row, 4, fmt.Errorf("the direction %q is not both or to", fields[4])
	}
	row.When, err = parseCondition(fields[5])
	return row, 5, err
}

func parseCondition(field string) (c Condition, err error) {
	kind, list, _ := strings.Cut(field, ":")
	words := strings.Split(list, "|")
	switch {
	case field == "":
		return c, nil
	case field == "domain":
		c.Domain = true
		return c, nil
	case slices.Contains(words, ""):
		return c, fmt.Errorf("the condition %q names no word", field)
	}
	c.Not = strings.HasPrefix(kind, "not-")
	if c.Not && len(list) > table.MaxRefLen {
		return c, fmt.Errorf("the condition has more than %d bytes", table.MaxRefLen)
	}
	switch strings.TrimPrefix(kind, "not-") {
	case "before":
		c.Before = words
	case "after":
		c.After = words
	default:
		return c, fmt.Errorf("the condition %q is none of domain, before:…, after:…, not-before:…, not-after:…", field)
	}
	return c, nil
}

// OwnRegional gives the rows of the project's own table.
func OwnRegional() ([]Regional, error) {
	data, err := own("regional.tsv")
	if err != nil {
		return nil, err
	}
	return ReadRegional("regional.tsv", bytes.NewReader(data))
}

// regionalRows takes the rows up: the words of both sides are words.
func (b *builder) regionalRows(rows []Regional) {
	b.rows, b.back = map[string]*Regional{}, map[string]string{}
	for i := range rows {
		row := &rows[i]
		if row.HongKong == "=" {
			row.HongKong = b.configs["s2hk"].Convert(row.Mainland)
		}
		b.atLeast(row.Mainland, regionalCount)
		if !row.When.None() {
			b.list.Conditional = append(b.list.Conditional, *row)
			continue
		}
		b.rows[row.Mainland] = row
		if row.Both {
			b.otherSide(row)
		}
	}
}

// otherSide takes up Taiwan's word of a row, to find it in Traditional text.
func (b *builder) otherSide(row *Regional) {
	hans := b.configs["tw2s"].Convert(row.Taiwan)
	if hans == row.Mainland || utf8.RuneCountInString(hans) != utf8.RuneCountInString(row.Taiwan) {
		return
	}
	b.back[hans] = row.Mainland
	b.regionsOwn(row.Taiwan, "tw")
}

// regionalForms sets what the rows say of a word.
func (b *builder) regionalForms(e *Entry) {
	e.Forms[CN] = b.back[e.Hans]
	row := b.rows[e.Hans]
	if row == nil || b.configs["s2t"].Convert(e.Hans) != e.Forms[Hant] {
		return
	}
	e.Forms[TWP], e.Forms[HKP] = row.Taiwan, row.HongKong
	if row.Taiwan != e.Forms[TW] {
		e.Domain = row.Domain + 1
	}
}
