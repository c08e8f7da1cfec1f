//go:build race

package pipeline_test

// The race detector makes sync.Pool forget what it holds at random.
func init() { pooled = false }
