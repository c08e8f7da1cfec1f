package convert_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert"
	"zhmd/convert/internal/words"
)

// TestAppendLettersSaysTheTruth holds the claim against the texts themselves, with each
// word of the lexicon in a long text by itself and in sentences.
func TestAppendLettersSaysTheTruth(t *testing.T) {
	lex := words.Default()
	var texts []string
	for at := 0; at < len(lex.Costs); at += 3000 {
		var b strings.Builder
		for e := at; e < min(at+3000, len(lex.Costs)); e++ {
			b.WriteString(lex.Word(e, false) + "，的")
		}
		texts = append(texts, b.String())
	}
	texts = append(texts, sentences(2000, 21)...)
	said := 0
	for _, e := range byWords(t) {
		_ = e.String(strings.Repeat("软件", 1<<14)) // so that there is a fast way
		for _, text := range texts {
			out, letters := e.AppendLetters(nil, []byte(text))
			if letters {
				said++
				require.Equal(t, shape(text), shape(string(out)), "%v: %s", e.Target(), text)
			}
			cuts := []int{len("的")}
			pieces, _, letters := e.AppendPieces(nil, []byte("的"+text), cuts, nil)
			if letters {
				require.Equal(t, shape("的"+text), shape(string(pieces)), "%v: %s", e.Target(), text)
			}
		}
	}
	assert.Greater(t, said, 5000, "it is said of most texts in one script")
}

// TestAppendLettersSaysWhatIsOdd has words that become markup, or may.
func TestAppendLettersSaysWhatIsOdd(t *testing.T) {
	long := strings.Repeat("软件", 1<<14)
	for _, c := range []struct {
		text    string
		words   []convert.Word
		letters bool
	}{
		{"软件，头发", nil, true},
		{"产品的性价比高", nil, false},
		{"SQL注入", nil, false},
		{"里面", []convert.Word{{Key: "里面", Value: "*"}}, false},
		{"里", []convert.Word{{Key: "里", Value: "裡"}}, false},
	} {
		e := native(t, convert.TW, convert.Glossary(c.words))
		_ = e.String(long)
		_, letters := e.AppendLetters(nil, []byte(c.text))
		assert.Equal(t, c.letters, letters, c.text)
	}
}

// shape gives a text with one letter for as many as are side by side.
func shape(text string) string {
	var b strings.Builder
	last := false
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		is := convert.Letters(text[i : i+size])
		switch {
		case !is:
			b.WriteString(text[i : i+size])
		case !last:
			b.WriteString("字")
		}
		last = is
		i += size
	}
	return b.String()
}
