//go:build longbridge

package main

import (
	"zhmd/convert"
	"zhmd/convert/longbridge"
)

// engines are the values of --engine.
var engines = []string{"native", "longbridge"}

// newLongbridge returns the engine over the Go port of OpenCC. It links a module under the
// GPL, so the program has it only if it is asked for.
func newLongbridge(to, from convert.Variant) (convert.Converter, error) {
	engine, err := longbridge.New(to, from)
	if err != nil {
		return nil, &hintError{err, "leave --engine or -f out"}
	}
	return engine, nil
}
