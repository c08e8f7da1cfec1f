//go:build ignore

// Command measure is what .ci/measure runs when it has built both sides.
//
//	measure FOLDER COMMIT ROUNDS [PART]...
//
// FOLDER has new/ and old/, each with the programs zhmd and bench, and src/, the tree of
// the commit; texts and outputs are written there.
package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode"
)

var (
	tmp    string // the folder of the run
	rounds int
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 4 {
		log.Fatal("usage: measure FOLDER COMMIT ROUNDS [PART]...")
	}
	var err error
	tmp = os.Args[1]
	rounds, err = strconv.Atoi(os.Args[3])
	must(err)
	parts := os.Args[4:]
	if len(parts) == 0 {
		parts = []string{"gates", "texts", "peers"}
	}
	for _, part := range parts {
		if !slices.Contains([]string{"gates", "texts", "peers"}, part) {
			log.Fatalf("there is no part %q; name gates, texts or peers", part)
		}
	}
	writeTexts()
	var rows []*row
	for _, r := range append(textRows(), otherRows()...) {
		if len(r.gates) > 0 && slices.Contains(parts, "gates") || r.text != "" && slices.Contains(parts, "texts") {
			rows = append(rows, r)
		}
	}
	missed := 0
	if len(rows) > 0 {
		sample(rows)
		missed = printRows(rows, os.Args[2])
	}
	if slices.Contains(parts, "peers") {
		printPeers()
	}
	if missed > 0 {
		log.Fatalf("%d gates are missed", missed)
	}
}

// Texts

// texts are the names of the texts of the benchmark: Simplified documentation, dense
// prose, the mixed page, the Traditional book, the mixed page as Markdown.
var texts = []string{"docs", "dense", "mixed", "book", "markdown"}

// writeTexts writes the texts from the shared data.
func writeTexts() {
	vue, page, book := pages("vue-docs-zh-cn"), pages("pages"), pages("haskell-mixed/zh-tw/*/*.md")
	var dense []string
	for line := range strings.Lines(vue) {
		if hanShare(line) > 0.71 {
			dense = append(dense, line)
		}
	}
	writeText("docs", vue, 5)
	writeText("dense", strings.Join(dense, ""), 20)
	writeText("mixed", page, 1400)
	writeText("book", book, 6)
	writeText("markdown", page, 350)
	writeText("page of 10 MB", page, 10_000_000/len(page)+1)
	writeText("docs of 10 MB", vue, 10_000_000/len(vue)+1)
	writeText("word", "汉字\n", 1)
}

// pages returns the pages of a folder, or those that a pattern matches, one behind the other.
func pages(pattern string) string {
	var all strings.Builder
	found, err := filepath.Glob(filepath.Join("../shared/data", pattern))
	must(err)
	for _, path := range found {
		must(filepath.WalkDir(path, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(path) != ".md" {
				return err
			}
			text, err := os.ReadFile(path)
			all.Write(text)
			return err
		}))
	}
	if all.Len() == 0 {
		log.Fatalf("../shared/data has no pages %s", pattern)
	}
	return all.String()
}

// hanShare returns how much of the bytes of a line is Han.
func hanShare(line string) float64 {
	line = strings.TrimSuffix(line, "\n")
	han := 0
	for _, r := range line {
		if unicode.Is(unicode.Han, r) {
			han += len(string(r))
		}
	}
	return float64(han) / float64(max(1, len(line)))
}

func writeText(name, text string, times int) {
	must(os.WriteFile(textPath(name), bytes.Repeat([]byte(text), times), 0o666))
}

func textPath(name string) string { return filepath.Join(tmp, name+".md") }

func megabytes(name string) float64 {
	info, err := os.Stat(textPath(name))
	must(err)
	return float64(info.Size()) / 1e6
}

// Rows

// A row is a line of the table: a figure of both sides.
type row struct {
	name    string
	unit    string
	text    string               // of the five, if it is a row of one
	figure  func(s side) float64 // what a run of a side takes
	starts  func(s side) float64 // what its start takes of that, where Debian's opencc stands beside it
	config  string               // with which Debian's opencc has the same job
	gates   []gate
	samples map[string][]float64
}

// A side is a state of the project, by the folder of its programs: new or old.
type side string

func (s side) program(name string) string { return filepath.Join(tmp, string(s), name) }

// A gate is what the figure of this checkout is held to.
type gate struct {
	text string
	met  func(now, then float64) bool
}

func atLeast(x float64) gate {
	return gate{fmt.Sprintf("≥ %v", x), func(now, _ float64) bool { return now >= x }}
}

func atMost(x float64) gate {
	return gate{fmt.Sprintf("≤ %v", x), func(now, _ float64) bool { return now <= x }}
}

func atLeastTimes(x float64) gate {
	return gate{fmt.Sprintf("≥ %.3g times", x), func(now, then float64) bool { return now >= x*then }}
}

func atMostTimes(x float64) gate {
	return gate{fmt.Sprintf("≤ %.3g times", x), func(now, then float64) bool { return now <= x*then }}
}

// processGates are those of the five texts, whole process.
var processGates = map[string][]gate{
	"mixed to zh-TW":    {atLeast(60), atLeastTimes(4)},
	"mixed to zh-Hant":  {atLeast(60), atLeastTimes(4)},
	"mixed to zh-Hans":  {atLeast(60), atLeastTimes(4)},
	"book to zh-CN":     {atLeast(50)},
	"book to zh-TW":     {atLeast(45)},
	"docs to zh-TW":     {atLeast(60)},
	"dense to zh-TW":    {atLeastTimes(0.8)},
	"markdown to zh-TW": {atLeast(30)},
	"markdown to zh-CN": {atLeast(30)},
}

// lowestOf are the rows whose figure is held to a factor of that of Debian's opencc.
var lowestOf = []string{"mixed to zh-TW", "mixed to zh-Hant", "mixed to zh-Hans", "book to zh-CN", "book to zh-TW"}

const lowestFactor = 10

// configs are those of Debian's opencc with the job of a target.
var configs = map[string]string{"zh-TW": "s2twp", "zh-Hant": "s2t", "zh-Hans": "t2s", "zh-CN": "tw2sp"}

// textRows returns the rows of the five texts on one core, whole process and in process.
func textRows() (rows []*row) {
	for _, text := range texts {
		as := "text"
		if text == "markdown" {
			as = "markdown"
		}
		for _, target := range []string{"zh-TW", "zh-Hant", "zh-Hans", "zh-CN"} {
			r := processRow(text, as, "-t", target)
			r.gates, r.config = processGates[r.name], configs[target]
			rows = append(rows, r, benchRow(text, as, target))
		}
		for _, config := range []string{"s2twp", "t2s"} {
			process, bench := processRow(text, as, "-c", config), benchRow(text, as, config)
			process.gates, bench.gates = []gate{atLeastTimes(0.85)}, []gate{atLeastTimes(0.85)}
			process.config = config
			rows = append(rows, process, bench)
		}
	}
	return rows
}

func processRow(text, as, flag, job string) *row {
	filter := func(s side, text string) float64 {
		return run(s.program("zhmd"), textPath(text), true, "-q", flag, job, "--as", as)
	}
	return &row{name: text + " to " + job, unit: "MB/s", text: text,
		figure: func(s side) float64 { return filter(s, text) },
		starts: func(s side) float64 { return filter(s, "word") }}
}

func benchRow(text, as, job string) *row {
	return &row{name: text + " to " + job + " in process", unit: "MB/s", text: text, figure: func(s side) float64 {
		out, err := exec.Command(s.program("bench"), as, job, textPath(text)).Output()
		must(err)
		return number(string(out))
	}}
}

// otherRows returns the rows that are no row of one of the five texts.
func otherRows() []*row {
	return []*row{
		{name: "markdown to three targets", unit: "CPU ms", gates: []gate{atMostTimes(1. / 3)}, figure: func(s side) float64 {
			return 1000 * threeTargets(s, textPath("markdown"), true)
		}},
		{name: "116 pages of the docs to three targets", unit: "CPU ms", gates: []gate{atMostTimes(1.3)}, figure: func(s side) float64 {
			return 1000 * threeTargets(s, "../shared/data/vue-docs-zh-cn", false)
		}},
		{name: "the page repeated to 10 MB, three targets", unit: "MB peak", gates: []gate{atMost(150)}, figure: func(s side) float64 {
			return peak(s, textPath("page of 10 MB"))
		}},
		{name: "the docs repeated to 10 MB, three targets", unit: "MB peak", gates: []gate{atMost(150)}, figure: func(s side) float64 {
			return peak(s, textPath("docs of 10 MB"))
		}},
		{name: "one word to zh-TW", unit: "CPU ms", gates: []gate{atMostTimes(1.05)}, figure: func(s side) float64 { // no slower; 5 % is noise
			return 1000 * run(s.program("zhmd"), textPath("word"), false, "-t", "zh-TW", "--as", "text")
		}},
		{name: "program, stripped", unit: "KB", gates: []gate{atMostTimes(1)}, figure: func(s side) float64 {
			info, err := os.Stat(s.program("zhmd"))
			must(err)
			return float64(info.Size() / 1000)
		}},
		{name: "Go without tests, comments, blanks", unit: "lines", gates: []gate{atMost(22_500)}, figure: linesOfGo},
	}
}

// threeTargets returns the CPU seconds of writing three versions of a file or folder.
func threeTargets(s side, source string, oneCore bool) float64 {
	return repeated(func() float64 {
		defer os.RemoveAll(outputs())
		return runOnce(s.program("zhmd"), os.DevNull, oneCore, threeVersions(source))
	})
}

func outputs() string { return filepath.Join(tmp, "out") }

func threeVersions(source string) []string {
	return []string{"-q", "--no-config", "-t", "zh-Hans,zh-Hant,zh-TW", "-o", outputs() + "/{variant}/{path}", source}
}

// peak returns the most memory that writing three versions takes, in MB.
func peak(s side, source string) float64 {
	defer os.RemoveAll(outputs())
	cmd := exec.Command("/usr/bin/time", append([]string{"-f", "%M", s.program("zhmd")}, threeVersions(source)...)...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		log.Fatalf("%v: %v\n%s", cmd, err, out)
	}
	return number(string(out)) / 1000
}

// linesOfGo counts the lines of what ./... is, so neither .ci nor testdata, without tests,
// generated files, blank lines and lines of comment.
func linesOfGo(s side) float64 {
	root := "."
	if s == "old" {
		root = filepath.Join(tmp, "src")
	}
	lines := 0
	must(filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		name := entry.Name()
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != root && (name[0] == '.' || name[0] == '_' || name == "testdata"):
			return filepath.SkipDir
		case entry.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		source, err := os.ReadFile(path)
		if !bytes.HasPrefix(source, []byte("// Code generated ")) {
			lines += codeLines(string(source))
		}
		return err
	}))
	return float64(lines)
}

// codeLines counts the lines of a file that have code.
func codeLines(source string) (n int) {
	inside := false // of a comment of several lines
	for line := range strings.Lines(source) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "/*") {
			inside = true
		}
		if !inside && line != "" && !strings.HasPrefix(line, "//") {
			n++
		}
		if strings.HasSuffix(line, "*/") {
			inside = false
		}
	}
	return n
}

// Sampling

// sample takes the figures of all rows, side by side in each round.
func sample(rows []*row) {
	for round := range rounds {
		peer := debian()
		for _, r := range rows {
			if r.samples == nil {
				r.samples = map[string][]float64{}
			}
			for _, s := range []side{"new", "old"} {
				r.note(string(s), r.figure(s))
				if r.config != "" {
					r.note(string(s)+" start", r.starts(s))
				}
			}
			if r.config != "" {
				r.note("debian", peer(r.config, r.text))
				r.note("debian start", peer(r.config, "word"))
			}
		}
		log.Printf("round %d of %d", round+1, rounds)
	}
}

func (r *row) note(what string, figure float64) { r.samples[what] = append(r.samples[what], figure) }

// of returns the median of what was sampled, in the row's unit.
func (r *row) of(what string) float64 {
	x := median(r.samples[what])
	if r.unit == "MB/s" {
		return megabytes(r.text) / x
	}
	return x
}

// timesDebian returns how many times as fast as Debian's opencc a side is beyond the start
// of both.
func (r *row) timesDebian(s side) float64 {
	beyond := func(what string) float64 { return median(r.samples[what]) - median(r.samples[what+" start"]) }
	return beyond("debian") / beyond(string(s))
}

// debian returns what runs Debian's opencc, once for each configuration and text, and
// returns the CPU seconds.
func debian() func(config, text string) float64 {
	known := map[string]float64{}
	return func(config, text string) float64 {
		job := config + " " + text
		if known[job] == 0 {
			known[job] = run("opencc", os.DevNull, false, "-c", config+".json", "-i", textPath(text), "-o", os.DevNull)
		}
		return known[job]
	}
}

// enough is how many CPU seconds short runs are repeated for.
const enough = 0.15

// repeated returns the mean of what run returns until that is enough.
func repeated(run func() float64) float64 {
	total, runs := 0., 0.
	for total < enough {
		total += run()
		runs++
	}
	return total / runs
}

// run runs a program, a short one repeatedly, and returns the CPU seconds of a run.
func run(program, stdin string, oneCore bool, args ...string) float64 {
	return repeated(func() float64 { return runOnce(program, stdin, oneCore, args) })
}

// runOnce returns the CPU seconds of a run, of the user and of the system.
func runOnce(program, stdin string, oneCore bool, args []string) float64 {
	cmd := exec.Command(program, args...)
	in, err := os.Open(stdin)
	must(err)
	defer in.Close()
	var stderr bytes.Buffer
	cmd.Stdin, cmd.Stderr = in, &stderr
	if oneCore {
		cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	}
	if err := cmd.Run(); err != nil {
		log.Fatalf("%v: %v\n%s", cmd, err, stderr.Bytes())
	}
	return (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
}

// Printing

// printRows prints the table and returns how many gates are missed.
func printRows(rows []*row, commit string) (missed int) {
	fmt.Printf("medians of %d rounds; MB/s by CPU time, one core, with the start; times opencc: Debian's, beyond the start of both\n", rounds)
	for _, text := range texts {
		fmt.Printf("%s %.1f MB  ", text, megabytes(text))
	}
	fmt.Print("\n\n")
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "%-42s\tunit\tthis\t%s\ttimes\topencc\ttimes opencc\t  gates\n", "", commit)
	for _, r := range rows {
		now, then := r.of("new"), r.of("old")
		peer, timesPeer := "", ""
		if r.config != "" {
			peer, timesPeer = show(r.of("debian")), show(r.timesDebian("new"))
		}
		gates, n := r.verdict(now, then)
		missed += n
		fmt.Fprintf(w, "%-42s\t%s\t%s\t%s\t%.2f\t%s\t%s\t  %s\n", r.name, r.unit, show(now), show(then), now/then, peer, timesPeer, gates)
	}
	must(w.Flush())
	return missed + printLowest(rows, commit)
}

// verdict returns the gates of a row with whether they are met, and how many are missed.
func (r *row) verdict(now, then float64) (text string, missed int) {
	var all []string
	for _, g := range r.gates {
		word := "met"
		if !g.met(now, then) {
			word = "MISSED"
			missed++
		}
		all = append(all, g.text+" "+word)
	}
	return strings.Join(all, ", "), missed
}

// printLowest prints the lowest factor of Debian's opencc among the rows that are held to
// one, and returns 1 if that is missed.
func printLowest(rows []*row, commit string) int {
	lowest := func(s side) (factor float64, name string) {
		for _, r := range rows {
			if slices.Contains(lowestOf, r.name) && (name == "" || r.timesDebian(s) < factor) {
				factor, name = r.timesDebian(s), r.name
			}
		}
		return factor, name
	}
	now, name := lowest("new")
	then, thenName := lowest("old")
	if name == "" {
		return 0
	}
	word, missed := "met", 0
	if now < lowestFactor {
		word, missed = "MISSED", 1
	}
	fmt.Printf("\nlowest times opencc of the mixed page and the book: %s (%s); %s: %s (%s); gate ≥ %d %s\n", show(now), name, commit, show(then), thenName, lowestFactor, word)
	return missed
}

// show writes a figure with two or three digits that count, or all of a whole one.
func show(x float64) string {
	switch {
	case x >= 100:
		return fmt.Sprintf("%.0f", x)
	case x >= 10:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.2f", x)
}

func median(all []float64) float64 {
	all = slices.Sorted(slices.Values(all))
	return all[len(all)/2]
}

func number(text string) float64 {
	x, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	must(err)
	return x
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
