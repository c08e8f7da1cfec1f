//go:build ignore

package main

import (
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

// A comparison is how many times as long as one benchmark another takes.
type comparison struct{ label, of, by string }

// comparisons returns those of the peers that are libraries, of glossaries and of goldmark.
func comparisons() (all []comparison) {
	for _, text := range peerTexts {
		for _, config := range []string{"s2t", "s2twp"} {
			job := "/" + text + "/" + config
			all = append(all, comparison{text + " by " + config + ", as times longbridgeapp/opencc", "Native" + job, "Longbridge" + job},
				comparison{text + " by " + config + ", as times opencc-js", "Native" + job, "JS" + job})
		}
		for _, kind := range []string{"Glossary", "GlossarySimplified"} {
			for _, words := range []string{"10", "100000", "common", "random", "ascii"} {
				name := kind + "/" + text + "/"
				all = append(all, comparison{text + ", " + kind + " " + words + ", of the speed without", name + words, name + "none"})
			}
		}
	}
	for _, words := range []string{"10", "100000"} {
		all = append(all, comparison{"three targets of the docs, glossary of " + words + ", of the speed without", "ThreeTargetsGlossary/" + words, "ThreeTargetsGlossary/none"})
	}
	return append(all, comparison{"three targets of the docs, as times goldmark's parse alone", "Goldmark", "ThreeTargets"},
		comparison{"three configurations of OpenCC, as times goldmark's parse alone", "Goldmark", "ThreeConfigurations"})
}

// peerTexts are the texts that the peers convert.
var peerTexts = []string{"docs", "dense", "mixed"}

func printPeers() {
	samples := map[string][]float64{}
	for round := range rounds {
		for _, found := range []map[string]float64{
			goBench("./convert", "^Benchmark(Native|Glossary|GlossarySimplified|NewAgain|NewGlossary)$", "200ms"),
			goBench("./convert", "^BenchmarkLongbridge$", "1x"),
			goBench("./pipeline", "^Benchmark(ThreeTargets|ThreeTargetsGlossary|ThreeConfigurations|Goldmark)$", "500ms"),
			openccJS(),
		} {
			for name, ns := range found {
				samples[name] = append(samples[name], ns)
			}
		}
		log.Printf("round %d of %d", round+1, rounds)
	}
	fmt.Println("\nthis checkout beside its peers, by the clock, in process, one core")
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	for _, c := range comparisons() {
		if samples[c.of] != nil && samples[c.by] != nil {
			fmt.Fprintf(w, "%s\t%s\n", c.label, show(median(samples[c.by])/median(samples[c.of])))
		}
	}
	fmt.Fprintf(w, "a new engine with 100,000 words\t%v\n", time.Duration(median(samples["NewGlossary"])).Round(time.Millisecond))
	fmt.Fprintf(w, "the same engine a second time\t%v\n", time.Duration(median(samples["NewAgain"])))
	must(w.Flush())
	printHostile()
}

// printHostile prints which documents made to be slow take the longest.
func printHostile() {
	type document struct {
		name string
		ns   float64
	}
	var all []document
	for name, ns := range goBench("./pipeline", "^BenchmarkHostile$", "1x") {
		all = append(all, document{strings.TrimPrefix(name, "Hostile/"), ns})
	}
	slices.SortFunc(all, func(a, b document) int { return int(b.ns - a.ns) })
	fmt.Printf("the slowest of %d hostile documents of 1 MB:\n", len(all))
	for _, d := range all[:min(5, len(all))] {
		fmt.Printf("  %.1f s  %s\n", d.ns/1e9, d.name)
	}
}

var benchLine = regexp.MustCompile(`(?m)^Benchmark(\S+)\s+\d+\s+([\d.]+) ns/op`)

// goBench runs benchmarks of this checkout and returns the nanoseconds of each.
func goBench(folder, pattern, benchtime string) map[string]float64 {
	var files []string
	for _, text := range peerTexts {
		files = append(files, textPath(text))
	}
	cmd := exec.Command("go", "test", folder, "-cpu", "1", "-run", "^$", "-bench", pattern, "-benchtime", benchtime, "-timeout", "1h")
	cmd.Env = append(os.Environ(), "ZHMD_CORPUS="+strings.Join(files, ","), "ZHMD_HOSTILE="+strconv.Itoa(1<<20))
	out, err := cmd.CombinedOutput()
	if err != nil {
		log.Fatalf("%v: %v\n%s", cmd, err, out)
	}
	found := map[string]float64{}
	for _, m := range benchLine.FindAllStringSubmatch(string(out), -1) {
		found[m[1]] = number(m[2])
	}
	return found
}

// script prints the nanoseconds that opencc-js takes for the files it is given.
const script = `
import { readFileSync } from 'node:fs';
const { Converter } = await import(process.argv[1]);
for (const [config, to] of [['s2t', 't'], ['s2twp', 'twp']]) {
  const convert = Converter({ from: 'cn', to });
  for (const file of process.argv.slice(2)) {
    const text = readFileSync(file, 'utf8');
    const start = process.hrtime.bigint();
    convert(text);
    console.log(config, String(process.hrtime.bigint() - start));
  }
}`

// openccJS returns the nanoseconds of opencc-js, in process.
func openccJS() map[string]float64 {
	library, err := filepath.Abs(".cache/npm/node_modules/opencc-js/dist/esm/full.js")
	must(err)
	args := []string{"--input-type=module", "-e", script, library}
	for _, text := range peerTexts {
		args = append(args, textPath(text))
	}
	out, err := exec.Command("node", args...).Output()
	if err != nil {
		log.Printf("without opencc-js, which .ci/run installs: %v", err)
	}
	found := map[string]float64{}
	for i, line := range slices.Collect(strings.Lines(string(out))) {
		config, ns, _ := strings.Cut(line, " ")
		found["JS/"+peerTexts[i%len(peerTexts)]+"/"+config] = number(ns)
	}
	return found
}
