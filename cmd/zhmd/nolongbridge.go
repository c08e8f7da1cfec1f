//go:build !longbridge

package main

import "zhmd/convert"

// engines are the values of --engine.
var engines = []string{"native"}

// newLongbridge refuses: see longbridge.go.
func newLongbridge(_, _ convert.Variant) (convert.Converter, error) {
	return nil, refuse("go build -tags longbridge ./cmd/zhmd builds one with it, from a checkout; or leave --engine out", "this program was built without the engine longbridge")
}
