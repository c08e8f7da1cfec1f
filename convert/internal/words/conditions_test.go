package words

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zhmd/convert/internal/table"
)

// Every condition is read for its entry, those of the first one too.
func TestConditionsAreOfTheirEntries(t *testing.T) {
	want := map[int32]int{}
	l := Default()
	for i := 0; i < len(l.Conditions); i += fieldsOfCondition {
		want[int32(l.Conditions[i])]++
	}
	require.NotEmpty(t, want)
	for e, n := range want {
		require.True(t, l.conditional(e))
		require.Len(t, l.conditionsOf(e).all, n)
	}
}

func TestConditions(t *testing.T) {
	l := &Lexicon{Values: "前|後面|a"}
	ref := uint32(table.NewRef(0, len(l.Values)))
	for _, c := range []struct {
		kind       uint32
		text       string
		start, end int
		holds      bool
	}{
		{BeforeWord, "字前", 0, 3, true},
		{BeforeWord, "字後面的", 0, 3, true},
		{BeforeWord, "字後", 0, 3, false},
		{BeforeWord, "字a", 0, 3, true},
		{BeforeWord, "字", 0, 3, false},
		{AfterWord, "前字", 3, 6, true},
		{AfterWord, "面字", 3, 6, false},
		{AfterWord, "bca字", 3, 6, true},
		{AfterWord | Unless, "面字", 3, 6, true},
		{BeforeWord | Unless, "字前", 0, 3, false},
		{InDomain | 2<<8, "字", 0, 3, true},
		{InDomain | 3<<8, "字", 0, 3, false},
	} {
		one := l.condition([]uint32{0, c.kind, ref, 0, 0})
		require.Equal(t, c.holds, one.holds(&context{[]byte(c.text), c.start, c.end, 1 << 2, nil}), "%v", c)
	}
}
