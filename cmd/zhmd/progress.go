package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"zhmd/pipeline/batch"
)

// Progress is a line on a terminal that is written over, of a run that is long. A library
// for it would make the program half a megabyte larger.

const (
	longRun  = time.Second            // a shorter run says nothing
	interval = 100 * time.Millisecond // between two lines
)

// A progress writes the line to w, and what else is said in its place.
type progress struct {
	w          io.Writer
	now        func() time.Time
	begun, at  time.Time
	files, all int
	size, done int64 // of the sources in bytes
	shown      bool
}

// progress has the run tell how far it has come, unless what it shows goes to the same
// terminal.
func (j *job) progress(tasks []batch.Task) *progress {
	if j.quiet || j.list || j.diff || j.machine != nil {
		return nil
	}
	p := progressOf(j.say.w, tasks)
	if p != nil {
		j.say.w = p
	}
	return p
}

// progressOf gives the progress of a run, nil if nobody would see it.
func progressOf(w io.Writer, tasks []batch.Task) *progress {
	if f, ok := w.(*os.File); !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return newProgress(w, time.Now, tasks)
}

func newProgress(w io.Writer, now func() time.Time, tasks []batch.Task) *progress {
	p := &progress{w: w, now: now, begun: now(), at: now(), all: len(tasks)}
	for _, task := range tasks {
		p.size += task.Source.Size
	}
	return p
}

// step notes that a source of so many bytes is done.
func (p *progress) step(size int64) {
	if p == nil {
		return
	}
	p.files, p.done = p.files+1, p.done+size
	if now := p.now(); now.Sub(p.begun) >= longRun && now.Sub(p.at) >= interval {
		p.at = now
		p.clear()
		_, _ = fmt.Fprint(p.w, p.line(now)) // there is nowhere to say that it fails
		p.shown = true
	}
}

// line says how far the run has come.
func (p *progress) line(now time.Time) string {
	took := now.Sub(p.begun).Seconds()
	rate := float64(p.done) / took
	text := fmt.Sprintf("%d of %d files, %s, %s/s", p.files, p.all, sizeOf(float64(p.done)), sizeOf(rate))
	if rate > 0 {
		left := time.Duration(float64(p.size-p.done) / rate * float64(time.Second))
		text += fmt.Sprintf(", %v left", max(left, 0).Round(time.Second))
	}
	return text
}

// sizeOf gives a number of bytes as people say it.
func sizeOf(n float64) string {
	for _, unit := range []string{"B", "kB", "MB"} {
		if n < 1000 {
			return fmt.Sprintf("%.0f %s", n, unit)
		}
		n /= 1000
	}
	return fmt.Sprintf("%.1f GB", n)
}

// clear takes the line away.
func (p *progress) clear() {
	if p != nil && p.shown {
		_, _ = io.WriteString(p.w, "\r\x1b[K")
		p.shown = false
	}
}

// Write writes what is said in place of the line.
func (p *progress) Write(text []byte) (int, error) {
	p.clear()
	return p.w.Write(text)
}
