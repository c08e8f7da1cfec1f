package main

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"zhmd/pipeline/batch"
)

// TestProgress steps through a run of five files with a clock of its own.
func TestProgress(t *testing.T) {
	clock := time.Unix(0, 0)
	var tasks []batch.Task
	for range 5 {
		tasks = append(tasks, batch.Task{Source: batch.Source{Size: 1_000_000}})
	}
	var out strings.Builder
	p := newProgress(&out, func() time.Time { return clock }, tasks)
	said := func(after time.Duration) string {
		clock = clock.Add(after)
		out.Reset()
		p.step(1_000_000)
		return out.String()
	}
	assert.Empty(t, said(500*time.Millisecond), "the run is not long yet")
	assert.Equal(t, "2 of 5 files, 2 MB, 2 MB/s, 2s left", said(500*time.Millisecond))
	assert.Empty(t, said(50*time.Millisecond), "the line is new")
	assert.Equal(t, "\r\x1b[K4 of 5 files, 4 MB, 2 MB/s, 1s left", said(950*time.Millisecond))
	out.Reset()
	ui{p}.line("warning", "a")
	ui{p}.line("warning", "b")
	assert.Equal(t, "\r\x1b[Kwarning: a\nwarning: b\n", out.String())
}

func TestProgressIsForTerminals(t *testing.T) {
	assert.Nil(t, progressOf(&strings.Builder{}, nil))
	var none *progress
	none.step(1)
	none.clear()
}

func TestSizeOf(t *testing.T) {
	for want, n := range map[string]float64{"0 B": 0, "999 B": 999, "1 kB": 1000, "25 MB": 25e6, "2.5 GB": 2.5e9} {
		assert.Equal(t, want, sizeOf(n))
	}
}
