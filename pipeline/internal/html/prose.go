package html

import (
	"slices"
	"strings"
)

// ProseAttribute tells whether an attribute's value is text that is shown or read
// out.
func ProseAttribute(name string) bool {
	switch name {
	case "alt", "title", "aria-label", "placeholder":
		return true
	}
	return false
}

// Formatting tells whether an element only changes how the text in it looks, so
// that a word may begin outside and end inside.
func Formatting(name string) bool {
	switch name {
	case "a", "b", "del", "em", "font", "i", "ins", "mark", "s", "small", "span", "strong", "sub", "sup", "u", "wbr":
		return true
	}
	return false
}

// Void tells whether an element has no content and no closing tag: HTML, section
// 13.1.2.
func Void(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}

// Omissible tells whether an element's closing tag may be left out, so that the
// element ends where the next begins: HTML, section 13.1.2.4.
func Omissible(name string) bool {
	switch name {
	case "p", "li", "dt", "dd", "td", "th", "tr", "option":
		return true
	}
	return false
}

// Code tells whether what is in an element is code, a formula or the like.
func Code(name string) bool {
	switch name {
	case "code", "pre", "kbd", "samp", "var", "script", "style", "textarea", "svg", "math":
		return true
	}
	return false
}

// Untranslated tells whether what is in the element that the tag opens is not to
// be converted: code and its like, what its author has marked with translate or
// notranslate, what is in another language.
func Untranslated(t *Token, text []byte) bool {
	if Code(t.Name) {
		return true
	}
	if v, ok := t.Attribute(text, "translate"); ok && strings.EqualFold(v, "no") {
		return true
	}
	if v, ok := t.Attribute(text, "class"); ok && hasWord(v, "notranslate") {
		return true
	}
	v, ok := t.Attribute(text, "lang")
	return ok && v != "" && !chinese(v)
}

func hasWord(list, word string) bool {
	return strings.Contains(list, word) && slices.Contains(strings.Fields(list), word)
}

// chinese tells whether a language tag is one of the Chinese languages, which
// are written in the same characters.
func chinese(tag string) bool {
	language, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
	switch language {
	case "zh", "cmn", "yue", "wuu", "nan", "hak", "gan", "hsn", "lzh":
		return true
	}
	return false
}
