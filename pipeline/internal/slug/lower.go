package slug

import (
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// lower is Unicode's full mapping to lower case, which JavaScript's toLowerCase
// and Rust's to_lowercase are: strings.ToLower maps each character alone and so
// knows neither the final sigma nor the two characters of İ.
func lower(text string) string {
	return cases.Lower(language.Und).String(text)
}
