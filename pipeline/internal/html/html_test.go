package html_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/pipeline/internal/html"
)

func describe(text string) string {
	var out []string
	s := html.NewScanner([]byte(text))
	for {
		t, ok := s.Next()
		if !ok {
			return strings.Join(out, " ")
		}
		d := []string{"tag", "comment", "other"}[t.Kind]
		if t.Kind == html.Tag {
			d = t.Name
			if t.Closing {
				d = "/" + d
			}
			for _, a := range t.Attributes {
				d += fmt.Sprintf("[%s=%s]", a.Name, a.Value([]byte(text)))
			}
			if t.Empty {
				d += "/"
			}
		}
		out = append(out, fmt.Sprintf("%d-%d:%s", t.Start, t.End, d))
	}
}

func TestScanner(t *testing.T) {
	for text, want := range map[string]string{
		"":                                      "",
		"汉字 a < b":                              "",
		"a<b>c</b >":                            "1-4:b 5-10:/b",
		`<IMG Alt="汉" src=a.png/>`:              "0-26:img[alt=汉][src=a.png/]",
		`<img alt='汉"' b c = d />`:              `0-26:img[alt=汉"][b=][c=d]/`,
		"<a\n title=\"汉\n语\">":                  "0-20:a[title=汉\n语]",
		"<my-Tag @click=\"x\" :a=b v-b:c.d #e>": "0-35:my-tag[@click=x][:a=b][v-b:c.d=][#e=]",
		"<!-- a > --> <?b?> <!X y> <![CDATA[ <a> ]]>": "0-12:comment 13-18:other 19-25:other 26-43:other",
		"<!--> <!---> <!-- ":                          "0-5:comment 6-12:comment 13-18:other",
		`<a b="c <d>`:                                 "0-11:other",
		"<a b=>":                                      "0-6:a[b=]",
		"</a b>":                                      "0-6:/a[b=]",
		"<1> < a> <a/ >":                              "9-14:a",
		"<script>'<!--' <b></Script><i>":              "0-8:script 18-27:/script 27-30:i",
		"<style/><b><textarea><i>":                    "0-8:style/ 8-11:b 11-21:textarea",
		"<a b='c'd>":                                  "0-10:a[b=c][d=]",
	} {
		assert.Equal(t, want, describe(text), text)
	}
}

func TestScannerIsLinear(t *testing.T) {
	for _, part := range []string{"<!--", "<a b=\"", "<a b='\"", "<?", "<![CDATA[", "<a ", "<!a"} {
		describe(strings.Repeat(part, 200000))
	}
}
