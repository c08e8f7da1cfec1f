package converttest

import (
	"fmt"
	"os"
	"strconv"
	"testing"
)

// Trials returns how many random trials a test makes of which a full run has n.
func Trials(n int) int {
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

// Full skips a test that takes long unless everything is to run.
func Full(t testing.TB) {
	t.Helper()
	if os.Getenv("ZHMD_TESTS") == "" {
		t.Skip("takes long; ZHMD_TESTS=all runs it")
	}
}
