package slug

import "unicode"

// Pin gives what is written behind a heading's text to give the heading an id:
//
//   - GitHub: `<a id="…"></a>`, a custom anchor. There is no space before it,
//     since the heading's own id, which is not trimmed, would end in a hyphen.
//   - Hugo, VitePress, mdBook and Docusaurus: " {#…}", the attributes of
//     goldmark, markdown-it-attrs and pulldown-cmark, and Docusaurus's own form.
//     Docusaurus knows it only at the end of headings that begin with # at the
//     beginning of a line; elsewhere it is an error in MDX.
//
// ok is false if an id cannot be written so without escapes: an empty one, one
// with spaces, controls or ASCII punctuation but - and _, and for VitePress and
// Docusaurus one with an underscore that could end emphasis, as in "_a_". Ids
// which a site derives from common headings can be written.
func (s Site) Pin(id string) (text string, ok bool) {
	if !writable(id) || rules[s].inline && closesEmphasis(id) {
		return "", false
	}
	if s == GitHub {
		return `<a id="` + id + `"></a>`, true
	}
	return " {#" + id + "}", true
}

// PinsLast tells whether a pin is written behind the closing #s of a heading
// that has some (## text ## {#id}): goldmark and pulldown-cmark take the
// attributes off the line first. The others see the text between the #s.
func (s Site) PinsLast() bool { return rules[s].last }

// writable tells whether id holds only what stands for itself in Markdown and
// in the attributes of all sites.
func writable(id string) bool {
	for _, r := range id {
		ascii := isASCIIWord(r) || r == '-' || r == '_'
		if !ascii && (r <= unicode.MaxASCII || unicode.IsControl(r) || unicode.IsSpace(r) || r == unicode.ReplacementChar) {
			return false
		}
	}
	return id != ""
}

// closesEmphasis tells whether an underscore of id can end emphasis that began
// in id or before it, which CommonMark allows where no word goes on behind it.
// An underscore that can only begin emphasis does no harm.
func closesEmphasis(id string) bool {
	after := false
	for _, r := range id + "}" {
		if after && r != '_' && (unicode.IsPunct(r) || unicode.IsSymbol(r)) {
			return true
		}
		after = r == '_'
	}
	return false
}
