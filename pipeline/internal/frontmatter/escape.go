package frontmatter

// unescaped gives the text between two offsets of source without its escape
// sequences and line breaks. A backslash is the beginning of an escape
// sequence that a parser has found correct.
func unescaped(source []byte, start, end int) text {
	var t text
	for i := start; i < end; {
		switch {
		case source[i] == '\\':
			i += escapeLen(source[i:end])
		case source[i] == '\n' || source[i] == '\r':
			i++
		default:
			t.add(i, i+1)
			i++
		}
	}
	return t
}

// escapeLen is the length in bytes of the escape sequence that s begins with.
// The lengths are the same in JSON, TOML and YAML but for escaped line breaks,
// where TOML takes the indentation, too; YAML's is left to the caller.
func escapeLen(s []byte) int {
	if len(s) < 2 {
		return len(s)
	}
	length := 2
	switch s[1] {
	case 'x':
		length = 4
	case 'u':
		length = 6
	case 'U':
		length = 10
	case ' ', '\t', '\r', '\n':
		length = 1 + whiteLen(s[1:])
	}
	return min(length, len(s))
}

// whiteLen is the length of the white space that s begins with.
func whiteLen(s []byte) int {
	for i, b := range s {
		if b != ' ' && b != '\t' && b != '\r' && b != '\n' {
			return i
		}
	}
	return len(s)
}
