package report

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// findings are of each kind, with what needs escapes in each format.
var findings = []Finding{
	{Level: Warning, Rule: "broken-link", File: "docs/软件 1.md", Line: 3, Column: 7, Message: "the link to #软件 is broken: <a> & b", Hint: "give the heading an id"},
	{Level: Note, Rule: "would-change", File: "a,b:c.md", Message: "100%\r\nsure, is it: so?"},
	{Level: Error, Rule: "error", Message: "no file to convert"},
	{Level: Warning, Rule: "odd-bytes", File: "b\xff.md", Line: 2, Message: "not UTF-8: \xe8\xbd"},
	{Level: Warning, Rule: "broken-link", File: "/docs/x[1].md", Column: 5, Message: ""},
}

func TestFormats(t *testing.T) {
	for format, want := range map[string]string{
		"json": `{"level":"warning","rule":"broken-link","file":"docs/软件 1.md","line":3,"column":7,"message":"the link to #软件 is broken: <a> & b","hint":"give the heading an id"}
{"level":"note","rule":"would-change","file":"a,b:c.md","message":"100%\r\nsure, is it: so?"}
{"level":"error","rule":"error","message":"no file to convert"}
{"level":"warning","rule":"odd-bytes","file":"b�.md","line":2,"message":"not UTF-8: �"}
{"level":"warning","rule":"broken-link","file":"/docs/x[1].md","message":""}
`,
		"github": `::warning file=docs/软件 1.md,line=3,col=7,title=broken-link::the link to #软件 is broken: <a> & b%0Ahint: give the heading an id
::notice file=a%2Cb%3Ac.md,title=would-change::100%25%0D%0Asure, is it: so?
::error title=error::no file to convert
::warning file=b�.md,line=2,title=odd-bytes::not UTF-8: �
::warning file=/docs/x[1].md,title=broken-link::
`,
		"sarif": `{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"results":[
{"ruleId":"broken-link","ruleIndex":0,"level":"warning","message":{"text":"the link to #软件 is broken: <a> & b\nhint: give the heading an id"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"docs/%E8%BD%AF%E4%BB%B6%201.md","uriBaseId":"%SRCROOT%"},"region":{"startLine":3,"startColumn":7}}}]},
{"ruleId":"would-change","ruleIndex":1,"level":"note","message":{"text":"100%\r\nsure, is it: so?"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a,b%3Ac.md","uriBaseId":"%SRCROOT%"}}}]},
{"ruleId":"odd-bytes","ruleIndex":2,"level":"warning","message":{"text":"not UTF-8: �"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"b%FF.md","uriBaseId":"%SRCROOT%"},"region":{"startLine":2}}}]},
{"ruleId":"broken-link","ruleIndex":0,"level":"warning","message":{"text":""},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"file:///docs/x%5B1%5D.md"}}}]}
],"columnKind":"unicodeCodePoints","invocations":[{"executionSuccessful":false,"toolExecutionNotifications":[{"descriptor":{"id":"error"},"level":"error","message":{"text":"no file to convert"}}]}],"tool":{"driver":{"name":"zhmd","version":"1.2.3-rc.1","semanticVersion":"1.2.3-rc.1","rules":[{"id":"broken-link","shortDescription":{"text":"A link leads to a heading whose id the conversion changes."}},{"id":"would-change","shortDescription":{"text":"A file is not what the conversion would write."}},{"id":"odd-bytes","shortDescription":{"text":"odd bytes"}}]}}}]}
`,
	} {
		t.Run(format, func(t *testing.T) { assert.Equal(t, want, written(t, format, "v1.2.3-rc.1", findings...)) })
	}
}

func TestNothingFound(t *testing.T) {
	for format, want := range map[string]string{
		"json":   "",
		"github": "",
		"sarif":  sarifHead + `],"columnKind":"unicodeCodePoints","tool":{"driver":{"name":"zhmd","rules":[]}}}]}` + "\n",
	} {
		assert.Equal(t, want, written(t, format, ""), format)
	}
}

// TestStreams checks that a finding is out before the next is added.
func TestStreams(t *testing.T) {
	for _, format := range Formats() {
		var b strings.Builder
		w, err := New(format, &b, "")
		require.NoError(t, err)
		require.NoError(t, w.Add(findings[0]))
		assert.Contains(t, b.String(), "give the heading an id", format)
	}
}

func TestUnknownFormat(t *testing.T) {
	_, err := New("xml", io.Discard, "")
	assert.EqualError(t, err, `unknown format "xml"`)
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWriteFails(t *testing.T) {
	for _, format := range Formats() {
		w, err := New(format, broken{}, "")
		require.NoError(t, err)
		assert.EqualError(t, w.Add(findings[0]), "full")
	}
	w, err := New("sarif", broken{}, "")
	require.NoError(t, err)
	assert.EqualError(t, w.Close(), "full")
}

func TestSemanticVersion(t *testing.T) {
	for version, want := range map[string]bool{
		"1.2.3": true, "0.0.0": true, "1.0.0-rc.1+a.01": true, "1.0.0--": true, "1.0.0-0a": true,
		"": false, "(devel)": false, "1.2": false, "01.2.3": false, "1.2.3-01": false, "1.2.3-": false, "1.2.3\n": false,
	} {
		assert.Equal(t, want, semantic.MatchString(version), version)
		log := written(t, "sarif", version)
		assert.Equal(t, want, strings.Contains(log, `"semanticVersion"`), log)
		assert.Equal(t, version != "", strings.Contains(log, `"version":`+quoted(t, version)), log)
	}
}

func TestNoticesWithoutErrors(t *testing.T) {
	log := written(t, "sarif", "", Finding{Level: Note, Rule: "done", Message: "x"})
	assert.Contains(t, log, `"invocations":[{"executionSuccessful":true,`)
}

// written gives what a writer writes of findings.
func written(t testing.TB, format, version string, all ...Finding) string {
	t.Helper()
	var b strings.Builder
	w, err := New(format, &b, version)
	require.NoError(t, err)
	for _, f := range all {
		require.NoError(t, w.Add(f))
	}
	require.NoError(t, w.Close())
	return b.String()
}

func quoted(t testing.TB, s string) string {
	t.Helper()
	q, err := encode(s)
	require.NoError(t, err)
	return string(q)
}
