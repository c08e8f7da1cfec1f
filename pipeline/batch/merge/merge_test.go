package merge_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/pipeline/batch/merge"
)

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name               string
		base, ours, theirs string
		text               string
		conflicts          []merge.Conflict
	}{
		{name: "nothing"},
		{name: "new on one side", ours: "a\n", text: "a\n"},
		{name: "new on both sides", ours: "a\n", theirs: "b\n", text: "a\n", conflicts: conflicts(1, "a\n", "b\n")},
		{name: "gone on both sides", base: "a\n"},
		{name: "apart", base: "a\nb\nc\n", ours: "A\nb\nc\n", theirs: "a\nb\nC\n", text: "A\nb\nC\n"},
		{name: "alike", base: "a\nb\nc\n", ours: "a\nB\nc\n", theirs: "a\nB\nc\n", text: "a\nB\nc\n"},
		{name: "added alike and apart", base: "a\nb\n", ours: "n\na\nb\n", theirs: "n\na\nb\nc\n", text: "n\na\nb\nc\n"},
		{
			name: "the same line", base: "a\nb\nc\n", ours: "a\nx\nc\n", theirs: "a\ny\nc\n", text: "a\nx\nc\n",
			conflicts: conflicts(2, "x\n", "y\n"),
		},
		{
			name: "changed and gone", base: "a\nb\nc\n", ours: "a\nc\n", theirs: "a\nB\nc\n", text: "a\nc\n",
			conflicts: conflicts(2, "", "B\n"),
		},
		{
			name: "gone and changed", base: "a\nb\nc\n", ours: "a\nB\nc\n", theirs: "a\nc\n", text: "a\nB\nc\n",
			conflicts: conflicts(2, "B\n", ""),
		},
		{
			name: "two conflicts", base: "a\nb\nc\nd\ne\n", ours: "1\n1\nb\nc\nd\n3\n", theirs: "2\nb\nc\nd\n4\n", text: "1\n1\nb\nc\nd\n3\n",
			conflicts: append(conflicts(1, "1\n1\n", "2\n"), conflicts(6, "3\n", "4\n")...),
		},
		{
			name: "added at the same place", base: "a\nb\n", ours: "a\nx\nb\n", theirs: "a\ny\nb\n", text: "a\nx\nb\n",
			conflicts: conflicts(2, "x\n", "y\n"),
		},
		{
			name: "only what differs is listed", base: "a\nb\n", ours: "a\n1\nx\n2\nb\n", theirs: "a\n1\ny\nz\n2\nb\n", text: "a\n1\nx\n2\nb\n",
			conflicts: conflicts(3, "x\n", "y\nz\n"),
		},
		{
			name: "added below a changed line", base: "- 甲\n- 乙\n", ours: "- 甲！\n- 乙\n", theirs: "- 甲\n- 新\n- 乙\n", text: "- 甲！\n- 乙\n",
			conflicts: conflicts(1, "- 甲！\n", "- 甲\n- 新\n"),
		},

		{name: "a paragraph above a changed one", base: "甲\n\n乙\n", ours: "甲\n\n乙！\n", theirs: "甲\n\n新\n\n乙\n", text: "甲\n\n新\n\n乙！\n"},
		{name: "a paragraph below a changed one", base: "甲\n\n乙\n", ours: "甲！\n\n乙\n", theirs: "甲\n\n新\n\n乙\n", text: "甲！\n\n新\n\n乙\n"},
		{name: "a paragraph between changed ones", base: "甲\n\n乙\n", ours: "甲！\n\n乙！\n", theirs: "甲\n\n新\n\n乙\n", text: "甲！\n\n新\n\n乙！\n"},
		{name: "a paragraph gone above a changed one", base: "甲\n\n乙\n\n丙\n", ours: "甲\n\n乙\n\n丙！\n", theirs: "甲\n\n丙\n", text: "甲\n\n丙！\n"},
		{name: "two paragraphs gone", base: "甲\n\n乙\n\n丙\n\n丁\n", ours: "甲\n\n丙\n\n丁\n", theirs: "甲\n\n乙\n\n丁\n", text: "甲\n\n丁\n"},
		{
			name: "two paragraphs added", base: "甲\n\n乙\n", ours: "甲\n\n新\n\n乙\n", theirs: "甲\n\n別\n\n乙\n", text: "甲\n\n新\n\n乙\n",
			conflicts: conflicts(3, "新\n", "別\n"),
		},
		{
			name: "the empty line changed", base: "甲\n\n乙\n", ours: "甲\n---\n乙\n", theirs: "甲\n\n新\n\n乙\n", text: "甲\n---\n乙\n",
			conflicts: conflicts(2, "---\n", "\n新\n\n"),
		},

		{
			name: "a paragraph added by both, that above changed by one", base: "甲\n\n", ours: "甲\n\n新\n\n", theirs: "乙\n\n新\n\n", text: "甲\n\n新\n\n",
			conflicts: conflicts(1, "甲\n", "乙\n"),
		},
		{name: "a line added by both at different places", base: "a\nb\nc\n", ours: "n\na\nb\nc\n", theirs: "a\nb\nc\nn\n", text: "n\na\nb\nc\nn\n"},

		{name: "no last line feed", base: "a\nb", ours: "A\nb", theirs: "a\nb", text: "A\nb"},
		{name: "a last line feed on one side", base: "a\nb", ours: "a\nb\n", theirs: "a\nb", text: "a\nb\n"},
		{name: "a last line feed beside a correction", base: "a b c", ours: "a B c", theirs: "a b c\n", text: "a B c\n"},
		{
			name: "a last line feed gone, a line added", base: "a\nb\n", ours: "a\nb", theirs: "a\nb\nc\n", text: "a\nb",
			conflicts: conflicts(2, "b", "b\nc\n"),
		},
		{
			name: "a line added, the last line feed gone", base: "a\nb\n", ours: "a\nb\nc\n", theirs: "a\nb", text: "a\nb\nc\n",
			conflicts: conflicts(2, "b\nc\n", "b"),
		},
		{name: "a line added after one without line feed", base: "a\n-\nb", ours: "A\n-\nb", theirs: "a\n-\nb\nc", text: "A\n-\nb\nc"},
		{name: "CRLF", base: "a\r\nb\r\nc\r\n", ours: "A\r\nb\r\nc\r\n", theirs: "a\r\nb\r\nC\r\n", text: "A\r\nb\r\nC\r\n"},
		{name: "line ends changed on one side", base: "a b c\nd\n", ours: "a b c\r\nd\r\n", theirs: "a B c\nD\n", text: "a B c\r\nD\r\n"},
		{name: "a carriage return alone ends no line", base: "a\rb\rc\n", ours: "A\rb\rc\n", theirs: "a\rb\rC\n", text: "A\rb\rC\n"},
		{name: "bytes of all kinds", base: "\x00\xff\nb\n\xe4\xb8\n", ours: "\x00\xfe\nb\n\xe4\xb8\n", theirs: "\x00\xff\nb\n\xe4\xb9", text: "\x00\xfe\nb\n\xe4\xb9"},

		{name: "a line, apart", base: "甲乙丙丁\n", ours: "子乙丙丁\n", theirs: "甲乙丙丑\n", text: "子乙丙丑\n"},
		{name: "a line, one character between", base: "甲乙丙\n", ours: "子乙丙\n", theirs: "甲乙丑\n", text: "子乙丑\n"},
		{name: "a line, adjoining", base: "甲乙丙\n", ours: "子乙丙\n", theirs: "甲丑丙\n", text: "子乙丙\n", conflicts: conflicts(1, "子乙丙\n", "甲丑丙\n")},
		{name: "a line, added before and after", base: "甲\n", ours: "子甲\n", theirs: "甲丑\n", text: "子甲丑\n"},
		{name: "a line, alike and apart", base: "甲乙丙丁\n", ours: "子乙丙丁\n", theirs: "子乙丙丑\n", text: "子乙丙丑\n"},
		{name: "a line, which one of two", base: "哈哈。\n", ours: "哈。\n", theirs: "哦哈哈。\n", text: "哈。\n", conflicts: conflicts(1, "哈。\n", "哦哈哈。\n")},
		{
			name: "a line, both ends of a number", base: "在2024年\n", ours: "在2025年\n", theirs: "在1024年\n", text: "在2025年\n",
			conflicts: conflicts(1, "在2025年\n", "在1024年\n"),
		},
		{name: "a line, bytes that are no characters", base: "\xffa\xfeb\xfd\n", ours: "\xf0a\xfeb\xfd\n", theirs: "\xffa\xfeb\xf1\n", text: "\xf0a\xfeb\xf1\n"},
		{
			name: "a line, a clause added by both", base: "甲，乙。\n", ours: "甲，新，丙。\n", theirs: "丁，新，乙。\n", text: "甲，新，丙。\n",
			conflicts: conflicts(1, "甲，新，丙。\n", "丁，新，乙。\n"),
		},
		{name: "lines side by side", base: "| 甲 |\n| 乙 |\n| 丙 |\n", ours: "| 子 |\n| 乙 |\n| 丙 |\n", theirs: "| 甲 |\n| 丑 |\n| 寅 |\n", text: "| 子 |\n| 丑 |\n| 寅 |\n"},
		{
			name: "of lines side by side only one", base: "- 甲甲\n- 乙乙\n- 丙丙\n", ours: "- 甲甲\n- 乙子\n- 丙丙\n", theirs: "- 甲1\n- 乙2\n- 丙3\n",
			text: "- 甲1\n- 乙子\n- 丙3\n", conflicts: conflicts(2, "- 乙子\n", "- 乙2\n"),
		},
		{
			name: "lines that became the same", base: "- 甲甲甲\n- 乙乙乙\n", ours: "- 甲甲丙\n- 乙乙乙\n", theirs: "- 甲甲甲\n- 甲甲丙\n", text: "- 甲甲丙\n- 乙乙乙\n",
			conflicts: conflicts(1, "- 甲甲丙\n- 乙乙乙\n", "- 甲甲甲\n- 甲甲丙\n"),
		},
		{
			name: "lines that moved", base: "first line\nsecond phrase\n", ours: "first line!\nsecond phrase\n", theirs: "second phrases\nthird of all\n",
			text: "first line!\nsecond phrase\n", conflicts: conflicts(1, "first line!\nsecond phrase\n", "second phrases\nthird of all\n"),
		},
		{
			name: "a line that took the place of one that changed", base: "蘋果：有貨\n香蕉：有貨\n西瓜：有貨\n", ours: "香蕉：有貨\n蘋果：有貨\n",
			theirs: "蘋果：有貨\n香蕉：有貨\n西瓜：缺貨\n", text: "香蕉：有貨\n蘋果：有貨\n", conflicts: conflicts(2, "蘋果：有貨\n", "西瓜：缺貨\n"),
		},
		{
			name: "one that had no line feed", base: "甲甲甲\n乙\n丙甲甲", ours: "丙甲甲\n乙\n", theirs: "甲甲丁\n乙\n丙甲甲",
			text: "丙甲甲\n乙\n", conflicts: conflicts(1, "丙甲甲\n", "甲甲丁\n"),
		},
		{
			name: "a line in the place of one that moved and changed", base: "蘋果：有貨\n香蕉：有貨\n", ours: "西瓜：有貨\n香蕉：有貨\n蘋果：有貨\n",
			theirs: "蘋果：缺貨\n香蕉：有貨\n", text: "西瓜：有貨\n香蕉：有貨\n蘋果：有貨\n", conflicts: conflicts(1, "西瓜：有貨\n", "蘋果：缺貨\n"),
		},
		{
			name: "a line copied over one that changed", base: "蘋果：有貨\n香蕉：有貨\n", ours: "香蕉：有貨\n香蕉：有貨\n", theirs: "蘋果：缺貨\n香蕉：有貨\n",
			text: "香蕉：有貨\n香蕉：有貨\n", conflicts: conflicts(1, "香蕉：有貨\n", "蘋果：缺貨\n"),
		},
		{
			name: "beside a line that moved", base: "甲\n乙乙乙\n\n丙\n", ours: "丙\n乙乙乙\n\n", theirs: "甲\n乙乙丁\n\n丙\n",
			text: "丙\n乙乙乙\n\n", conflicts: conflicts(1, "丙\n乙乙乙\n", "甲\n乙乙丁\n"),
		},
		{
			name: "one of equal lines", base: "蘋果：有貨\n香蕉\n蘋果：有貨\n", ours: "西瓜：有貨\n香蕉\n蘋果：有貨\n", theirs: "蘋果：缺貨\n香蕉\n蘋果：有貨\n",
			text: "西瓜：缺貨\n香蕉\n蘋果：有貨\n",
		},
		{name: "a line, half of it the same", base: "蘋果有貨\n", ours: "西瓜有貨\n", theirs: "蘋果有貨，快來\n", text: "西瓜有貨，快來\n"},
		{
			name: "a line, less of it the same", base: "紅蘋果有貨\n", ours: "大西瓜有貨\n", theirs: "紅蘋果有貨，快來\n", text: "大西瓜有貨\n",
			conflicts: conflicts(1, "大西瓜有貨\n", "紅蘋果有貨，快來\n"),
		},
		{
			name: "a line, much of it gone", base: "紅蘋果有貨\n", ours: "有貨\n", theirs: "紅蘋果有貨，快來\n", text: "有貨，快來\n",
		},
		{
			name: "lines wrapped anew", base: "one two three\nfour five six\n", ours: "one TWO three\nfour five six\n", theirs: "one two\nthree four five six\n",
			text: "one TWO three\nfour five six\n", conflicts: conflicts(1, "one TWO three\nfour five six\n", "one two\nthree four five six\n"),
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			result := merge.Lines([]byte(c.base), []byte(c.ours), []byte(c.theirs))
			assert.Equal(t, c.text, string(result.Text))
			assert.Equal(t, strung(c.conflicts), strung(result.Conflicts))
		})
	}
}

func conflicts(line int, ours, theirs string) []merge.Conflict {
	return []merge.Conflict{{Line: line, Ours: []byte(ours), Theirs: []byte(theirs)}}
}

type stringConflict struct {
	line         int
	ours, theirs string
}

func strung(cs []merge.Conflict) []stringConflict {
	var s []stringConflict
	for _, c := range cs {
		s = append(s, stringConflict{c.Line, string(c.Ours), string(c.Theirs)})
	}
	return s
}
