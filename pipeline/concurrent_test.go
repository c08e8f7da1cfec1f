package pipeline_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/convert"
	"zhmd/pipeline"
)

// A document is for several targets at once: what it tells is found under a lock. The
// race detector holds this.
func TestTargetsAtOnce(t *testing.T) {
	source := []byte(strings.Repeat("這個軟件打印網絡上的數據。\n\n", 20))
	targets := []convert.Converter{engine(t, convert.TW), engine(t, convert.HK)}
	var want []string
	for _, to := range targets {
		want = append(want, string(pipeline.Parse(source).Convert(to).Output))
	}
	for range 20 {
		doc := pipeline.Parse(source)
		var all sync.WaitGroup
		for i, to := range targets {
			all.Go(func() { assert.Equal(t, want[i], string(doc.Convert(to).Output)) })
		}
		all.Wait()
	}
}
