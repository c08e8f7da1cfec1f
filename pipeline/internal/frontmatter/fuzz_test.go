package frontmatter_test

import (
	"bytes"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"zhmd/pipeline/internal/frontmatter"
)

// FuzzValues holds what callers of Values rely on against any bytes: ranges in
// order that do not cut characters, and text that can be exchanged without a
// change of structure.
func FuzzValues(f *testing.F) {
	for _, source := range []string{
		"---\ntitle: 软件\nkeywords: [软, '硬''件', \"头\\n发\"]\n---\n",
		"---\r\ntitle: |\r\n  软件\r\n\r\n  硬件\r\ndescription: >-\r\n  头\r\n---\r\n",
		"---\nx: {title: &a !!str 软件, description: *a} # 注释\n---\n",
		"---\ntitle: 软件\n  硬件\n\n  头\nlinkTitle: \"软 \\\n  件\"\n---\n",
		"+++\nkeywords = ['软', \"硬\\\"件\", {title = \"\"\"\n头\\\n 发\"\"\"}]\nx.title = '''后'''\n+++\n",
		"{\"title\": \"软\xFF\xE8\"}",
		"{\"title\": \"软\\u4e2d件\", \"keywords\": [\"硬\", {\"title\": \"头\"}]}\n",
	} {
		f.Add([]byte(source))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		front := source[:frontmatter.Len(source)]
		values, err := frontmatter.Values(front, keys)
		require.True(t, frontmatter.Same(front, front, keys))
		if err != nil {
			var e *frontmatter.Error
			require.ErrorAs(t, err, &e)
			require.True(t, e.Offset >= 0 && e.Offset <= len(front))
			return
		}
		requireOrder(t, front, values)
		after := exchanged(front, values)
		require.True(t, frontmatter.Same(front, after, keys))
		again, err := frontmatter.Values(after, keys)
		require.NoError(t, err)
		require.Equal(t, values, again)
	})
}

// requireOrder requires that the ranges ascend in their values, are not empty,
// do not touch and do not cut a character.
func requireOrder(t *testing.T, front []byte, values []frontmatter.Value) {
	at := 0
	for _, v := range values {
		require.NotEmpty(t, v.Ranges)
		require.True(t, at <= v.Raw.Start && v.Raw.Start <= v.Ranges[0].Start)
		at = v.Raw.Start - 1
		for _, r := range v.Ranges {
			require.True(t, at < r.Start && r.Start < r.End)
			require.True(t, whole(front, r))
			at = r.End
		}
		require.True(t, at <= v.Raw.End && v.Raw.End <= len(front))
		at = v.Raw.End
	}
}

// whole tells whether a range cuts no character of a text that is UTF-8.
func whole(front []byte, r frontmatter.Range) bool {
	return !utf8.Valid(front) || utf8.RuneStart(front[r.Start]) && (r.End == len(front) || utf8.RuneStart(front[r.End]))
}

// exchanged gives front with another Han character of the same size for each
// one in the values.
func exchanged(front []byte, values []frontmatter.Value) []byte {
	after := bytes.Clone(front)
	for _, v := range values {
		for _, r := range v.Ranges {
			exchange(after[r.Start:r.End])
		}
	}
	return after
}

func exchange(text []byte) {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		switch {
		case unicode.Is(unicode.Han, r) && size == 4:
			copy(text, "𠀀")
		case unicode.Is(unicode.Han, r):
			copy(text, "字")
		}
		text = text[size:]
	}
}
