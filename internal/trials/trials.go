// Package trials sets how much the tests do. By default they make a tenth of their random
// trials and leave out what takes long. The environment variable ZHMD_TESTS=all runs
// everything; ZHMD_TESTS=20 makes twenty times as many random trials as a full run.
package trials

import (
	"fmt"
	"os"
	"strconv"
	"testing"
)

// N returns how many random trials a test makes of which a full run has n.
func N(n int) int {
	switch s := os.Getenv("ZHMD_TESTS"); s {
	case "":
		return (n + 9) / 10
	case "all":
		return n
	default:
		times, err := strconv.Atoi(s)
		if err != nil || times < 1 {
			panic(fmt.Sprintf("ZHMD_TESTS is %q; set it to all, or to how many times as many random trials to make", s))
		}
		return times * n
	}
}

// All skips a test that takes long unless everything is to run.
func All(t testing.TB) {
	t.Helper()
	if os.Getenv("ZHMD_TESTS") == "" {
		t.Skip("takes long; ZHMD_TESTS=all runs it")
	}
}
