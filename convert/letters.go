package convert

import "zhmd/convert/internal/letter"

// Letters tells whether s is not empty and nothing but letters, marks and
// numbers that are not ASCII. No rule of Markdown tells one of these from
// another, labels of links excepted: where such text takes the place of such
// text, the document is read as before. Nearly all entries of the dictionaries
// exchange such text.
func Letters[T string | []byte](s T) bool { return letter.All(s) }
