//go:build ignore

// Command net holds two states of the project against each other. It writes what the
// engine makes of many texts into a folder: the versions of documents, of each line as a
// text of its own, and, but for the large glossary and very long documents,
// hashes of what explains them; edits are applied, and what they make
// must be the version. Or it compares two such folders line by line.
//
//	go run .ci/net.go OUT [CHECKOUT]      the documents are those of CHECKOUT
//	go run .ci/net.go -compare OLD NEW
package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhmd/convert"
	"zhmd/pipeline"
)

func main() {
	log.SetFlags(0)
	switch {
	case len(os.Args) == 4 && os.Args[1] == "-compare":
		compare(os.Args[2], os.Args[3])
		return
	case len(os.Args) < 2 || len(os.Args) > 3:
		log.Fatal("name the folder to write to, and perhaps the checkout that has the documents")
	}
	out, err := filepath.Abs(os.Args[1])
	must(err)
	if len(os.Args) == 3 {
		must(os.Chdir(os.Args[2]))
	}
	docs := documents()
	bytes := 0
	for _, d := range docs {
		bytes += len(d.text)
	}
	log.Printf("%d documents, %d KB", len(docs), bytes>>10)
	for name, words := range glossaries(docs) {
		for _, target := range convert.Variants() {
			write(filepath.Join(out, fmt.Sprintf("%v.%s", target, name)), target, words, docs)
		}
	}
}

// samples is how many differing lines are shown of each file.
const samples = 20

// compare prints how many lines differ between the files of two folders, and some of them.
func compare(a, b string) {
	files, err := filepath.Glob(filepath.Join(a, "*"))
	must(err)
	total := 0
	for _, path := range files {
		before, err := os.ReadFile(path)
		must(err)
		after, err := os.ReadFile(filepath.Join(b, filepath.Base(path)))
		must(err)
		total += compareLines(filepath.Base(path), strings.Split(string(before), "\n"), strings.Split(string(after), "\n"))
	}
	fmt.Printf("%d lines differ\n", total)
	if total > 0 {
		os.Exit(1)
	}
}

func compareLines(name string, before, after []string) (n int) {
	section, sections := "", map[string]int{}
	for i := range min(len(before), len(after)) {
		if strings.HasPrefix(before[i], "== ") {
			section = before[i]
		}
		if before[i] == after[i] {
			continue
		}
		if n++; n <= samples {
			at := 0
			for at < len(before[i]) && at < len(after[i]) && before[i][at] == after[i][at] {
				at++
			}
			fmt.Printf("%s %s\n  - %s\n  + %s\n", name, section, around(before[i], at), around(after[i], at))
		}
		sections[section]++
	}
	if len(before) != len(after) {
		fmt.Printf("%s has %d lines, and %d\n", name, len(before), len(after))
		n++
	}
	if n > 0 {
		fmt.Printf("%s: %d lines differ in %d sections\n", name, n, len(sections))
	}
	return n
}

// around returns what stands about an offset of a line.
func around(line string, at int) string {
	from, to := max(0, at-45), min(len(line), at+45)
	return strings.ToValidUTF8(line[from:to], "")
}

// A document is a text with what it is called.
type document struct {
	name string
	text string
}

// documents returns the project's own, the shared ones and those of the evaluation sets.
func documents() (all []document) {
	for _, folder := range []string{"testdata", "README.md", "README.zh-Hans.md", "../shared/data"} {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".md") {
				return err
			}
			text, err := os.ReadFile(path)
			all = append(all, document{path, string(text)})
			return err
		})
		must(err)
	}
	sets, err := filepath.Glob("../shared/eval/dev*/*")
	must(err)
	for _, path := range sets {
		all = append(all, document{path, strings.Join(linesOf(path), "\n")})
	}
	return append(all, document{"cases.json", strings.Join(reported(), "\n\n")})
}

// linesOf returns the texts of a set.
func linesOf(path string) (all []string) {
	f, err := os.Open(path)
	must(err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var record map[string]any
		if json.Unmarshal(lines.Bytes(), &record) != nil {
			all = append(all, strings.Split(lines.Text(), "\t")...)
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(record)) {
			if text, ok := record[key].(string); ok {
				all = append(all, text)
			}
		}
	}
	must(lines.Err())
	return all
}

func reported() (all []string) {
	var cases []struct{ Input, Want string }
	data, err := os.ReadFile("../shared/eval/reported/cases.json")
	must(err)
	must(json.Unmarshal(data, &cases))
	for _, c := range cases {
		all = append(all, c.Input, c.Want)
	}
	return all
}

// glossaries returns none, one of few words, and one of as many as there are pieces of two
// to four characters in the documents.
func glossaries(docs []document) map[string][]convert.Word {
	few := []convert.Word{{Key: "软件", Value: "程序集"}, {Key: "头发", Value: "头发"}, {Key: "網路", Value: "互聯網"}, {Key: "API", Value: "接口"}, {Key: "计算", Value: "運算"},
		{Key: "里面", Value: "裏頭"}, {Key: "数据库", Value: "資料庫群"}, {Key: "发", Value: "發"}, {Key: "函數", Value: "函數"}, {Key: "Vue", Value: "视图"}}
	var many []convert.Word
	seen := map[string]bool{}
	for _, d := range docs {
		text := []rune(d.text)
		for i := 0; i+4 <= len(text) && len(many) < 100_000; i += 3 {
			key := string(text[i : i+2+i/3%3])
			if !seen[key] && strings.IndexFunc(key, func(r rune) bool { return r < 0x3400 || r > 0x9fff }) < 0 {
				seen[key] = true
				word := convert.Word{Key: key, Value: key}
				if i%2 == 0 {
					word.Value += "甲"
				}
				many = append(many, word)
			}
		}
	}
	return map[string][]convert.Word{"none": nil, "few": few, "many": many}
}

// write writes all that one engine makes.
func write(path string, target convert.Variant, words []convert.Word, docs []document) {
	engine, err := convert.New(target, convert.Glossary(words))
	must(err)
	must(os.MkdirAll(filepath.Dir(path), 0o777))
	f, err := os.Create(path)
	must(err)
	out := bufio.NewWriter(f)
	for _, d := range docs {
		fmt.Fprintf(out, "== %s as Markdown\n", d.name)
		r := pipeline.Parse([]byte(d.text)).Convert(engine)
		out.Write(r.Output)
		if got := convert.Splice(nil, []byte(d.text), r.Edits()); string(got) != string(r.Output) {
			log.Printf("%s: edits of %s make another version", path, d.name)
		}
		fmt.Fprintf(out, "\n== %s as text\n%s\n", d.name, engine.String(d.text))
		if got := convert.Splice(nil, []byte(d.text), engine.Edits(nil, []byte(d.text), nil)); string(got) != engine.String(d.text) {
			log.Printf("%s: edits of the text %s make another", path, d.name)
		}
		fmt.Fprintf(out, "== %s line by line\n", d.name)
		for line := range strings.Lines(d.text) {
			out.WriteString(engine.String(line))
		}
		if len(words) < 1000 && len(d.text) < 300_000 {
			fmt.Fprintf(out, "\n== %s explained\n%x", d.name, explained(engine, d.text))
		}
		out.WriteByte('\n')
	}
	must(out.Flush())
	must(f.Close())
}

// explained returns a hash of where explanations are, of what they explain and of what
// becomes of that.
func explained(engine *convert.Engine, text string) []byte {
	h := sha256.New()
	var all []convert.Explanation
	for _, x := range engine.Explain(text) {
		if n := len(all); n > 0 && stays(all[n-1]) && stays(x) { // how it is divided is nobody's business
			all[n-1].End, all[n-1].Source, all[n-1].Result = x.End, all[n-1].Source+x.Source, all[n-1].Result+x.Result
			continue
		}
		all = append(all, x)
	}
	for _, x := range all {
		fmt.Fprintln(h, x.Start, x.End, x.Source, x.Result)
	}
	return h.Sum(nil)
}

// stays reports whether a part of a text stays, and no list is named for it.
func stays(x convert.Explanation) bool { return x.Source == x.Result && len(x.Steps) == 0 }

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
