// Package longbridge is an engine over github.com/longbridgeapp/opencc, the Go
// port of OpenCC with its dictionaries of 2020. Use [New] for a target and the
// form of the source; the result is a [convert.Converter].
//
// A program that imports this package links github.com/liuzl/cedar-go, which is under the
// GPL, version 2. Nothing else in zhmd does.
package longbridge

import (
	"fmt"
	"sync"
	"unicode/utf8"

	"github.com/longbridgeapp/opencc"

	"zhmd/convert"
)

// Engine is a [convert.Converter] for one of the port's configurations.
type Engine struct {
	target convert.Variant
	build  func() (*opencc.OpenCC, error)
}

// New gives the engine that turns text in the form from into the form to. A
// zero from stands for text whose form is not known: it is read as Simplified
// for a Traditional target and the other way about, which leaves text of the
// target's own script almost alone.
//
// A pair of variants that the port has no configuration for is an error. The
// dictionaries of a configuration are read when its first engine is made, once
// for the process.
func New(to, from convert.Variant) (*Engine, error) {
	config, ok := configs[pair{from, to}]
	if !ok {
		return nil, fmt.Errorf("the engine longbridge cannot convert %v to %v", from, to)
	}
	e := &Engine{target: to, build: builders[config]}
	if _, err := e.build(); err != nil {
		return nil, fmt.Errorf("opencc configuration %s: %w", config, err)
	}
	return e, nil
}

// Target gives the variant that the engine converts to.
func (e *Engine) Target() convert.Variant { return e.target }

type pair struct{ from, to convert.Variant }

var configs = map[pair]string{
	{0, convert.Hans}: "t2s",
	{0, convert.Hant}: "s2t",
	{0, convert.TW}:   "s2twp",
	{0, convert.HK}:   "s2hk",
	{0, convert.CN}:   "tw2sp",

	{convert.Hans, convert.Hans}: "t2s", // sweeps up what is left of the other script
	{convert.Hans, convert.Hant}: "s2t",
	{convert.Hans, convert.TW}:   "s2twp",
	{convert.Hans, convert.HK}:   "s2hk",
	{convert.CN, convert.Hans}:   "t2s",
	{convert.CN, convert.Hant}:   "s2t",
	{convert.CN, convert.TW}:     "s2twp",
	{convert.CN, convert.HK}:     "s2hk",
	{convert.CN, convert.CN}:     "t2s",
	{convert.Hant, convert.Hans}: "t2s",
	{convert.Hant, convert.Hant}: "s2t",
	{convert.Hant, convert.TW}:   "t2tw",
	{convert.Hant, convert.HK}:   "t2hk",
	{convert.Hant, convert.CN}:   "t2s",
	{convert.TW, convert.Hans}:   "tw2s",
	{convert.TW, convert.CN}:     "tw2sp",
	{convert.TW, convert.TW}:     "s2tw",
	{convert.HK, convert.Hans}:   "hk2s",
	{convert.HK, convert.CN}:     "hk2s",
	{convert.HK, convert.HK}:     "s2hk",
}

// builders hold, per configuration, the function that builds it on its first
// call and gives the same again on the later ones.
var builders = func() map[string]func() (*opencc.OpenCC, error) {
	all := map[string]func() (*opencc.OpenCC, error){}
	for _, config := range configs {
		if all[config] == nil {
			all[config] = sync.OnceValues(func() (*opencc.OpenCC, error) { return opencc.New(config) })
		}
	}
	return all
}()

// Edits implements [convert.Converter]. No phrase is matched across a cut, a
// line break or bytes that are not UTF-8. Where source and result have the
// same number of characters there is one edit for each stretch of changed
// ones, else one for all between the first and the last change of the line.
func (e *Engine) Edits(dst []convert.Edit, text []byte, cuts []int) []convert.Edit {
	start := 0
	for _, cut := range cuts {
		dst = e.whole(dst, text, start, cut)
		start = cut
	}
	return e.whole(dst, text, start, len(text))
}

// whole finds the edits in text[start:end], which no cut divides.
func (e *Engine) whole(dst []convert.Edit, text []byte, start, end int) []convert.Edit {
	for at := start; at < end; {
		stretch := convertible(text[at:end])
		if stretch == 0 {
			at++
			continue
		}
		dst = e.stretch(dst, string(text[at:at+stretch]), at)
		at += stretch
	}
	return dst
}

// convertible is the length of the longest prefix of text that the port can be
// trusted with: valid UTF-8 up to a line break. The port replaces other bytes
// by U+FFFD.
func convertible(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 || r == '\n' {
			return i
		}
		i += size
	}
	return len(text)
}

// stretch finds the edits in s, which lies at the byte offset base of the text.
func (e *Engine) stretch(dst []convert.Edit, s string, base int) []convert.Edit {
	if isASCII(s) {
		return dst
	}
	cc, err := e.build()
	if err != nil {
		return dst // New has seen it succeed
	}
	out, err := cc.Convert(s)
	if err != nil {
		return dst // the port's search fails on empty keys only
	}
	return align(dst, s, out, base)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
