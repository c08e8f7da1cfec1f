package frontmatter

import "fmt"

// An Error tells why front matter cannot be read.
type Error struct {
	// Offset is the byte of the source at which the front matter is wrong: in
	// YAML the first of its line that is not blank, or 0 where the parser does
	// not tell the line.
	Offset  int
	Message string
}

func (e *Error) Error() string { return fmt.Sprintf("byte %d: %s", e.Offset, e.Message) }
