//go:build ignore

// Command bench converts a file in process, again and again on one core, and prints the
// CPU seconds that one pass takes. .ci/measure builds it in two states of the project.
//
//	bench text|markdown TARGET|CONFIG FILE
package main

import (
	"fmt"
	"log"
	"os"
	"runtime"
	"syscall"
	"time"

	"zhmd/convert"
	"zhmd/pipeline"
)

// atLeast is how much CPU time the passes take together.
const atLeast = 300 * time.Millisecond

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: bench text|markdown TARGET|CONFIG FILE")
	}
	runtime.GOMAXPROCS(1)
	engine := newEngine(os.Args[2])
	source, err := os.ReadFile(os.Args[3])
	must(err)
	var out []byte
	pass := func() { out = engine.Append(out[:0], source) }
	if os.Args[1] == "markdown" {
		pass = func() { pipeline.Parse(source).Convert(engine) }
	}
	pass() // what is made when it is first needed
	runtime.GC()
	start, passes := cpu(), 0
	for passes == 0 || cpu()-start < atLeast {
		pass()
		passes++
	}
	fmt.Println((cpu() - start).Seconds() / float64(passes))
}

// newEngine returns the engine of a target or of one of OpenCC's configurations.
func newEngine(job string) *convert.Engine {
	if target, err := convert.ParseVariant(job); err == nil {
		e, err := convert.New(target)
		must(err)
		return e
	}
	e, err := convert.New(0, convert.Config(job))
	must(err)
	return e
}

// cpu returns the CPU time of this process, of the user and of the system.
func cpu() time.Duration {
	var usage syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
