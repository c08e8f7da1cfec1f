package report

import (
	"encoding/json"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzRoundTrip checks that whatever a finding says the output is valid and says
// the same. A second finding follows, so that what stands between two counts too.
func FuzzRoundTrip(f *testing.F) {
	for i, x := range findings {
		f.Add(i%3, x.Rule, x.File, x.Line, x.Column, x.Message, x.Hint, "1.2.3")
	}
	f.Fuzz(func(t *testing.T, level int, rule, file string, line, column int, message, hint, version string) {
		levels := []string{Error, Warning, Note}
		x := Finding{levels[uint(level)%3], rule, file, max(line, 0), max(column, 0), message, hint}
		if rule == "" {
			x.Rule = "error"
		}
		want := x.clean()
		checkJSON(t, x, want)
		checkGitHub(t, x, want)
		checkSARIF(t, x, want, version)
	})
}

func checkJSON(t *testing.T, x, want Finding) {
	want.File = text(want.File)
	lines := strings.Split(written(t, "json", "", x, findings[0]), "\n")
	require.Len(t, lines, 3)
	var got Finding
	require.NoError(t, json.Unmarshal([]byte(lines[0]), &got))
	assert.Equal(t, want, got)
}

// checkGitHub reads a command as the runner does, see TryParseV2 in
// src/Runner.Common/ActionCommand.cs in github.com/actions/runner.
func checkGitHub(t *testing.T, x, want Finding) {
	lines := strings.FieldsFunc(written(t, "github", "", x, findings[0]), func(r rune) bool { return r == '\r' || r == '\n' })
	require.Len(t, lines, 2)
	command, data, ok := strings.Cut(strings.TrimPrefix(lines[0], "::"), "::")
	require.True(t, ok)
	assert.Equal(t, want.full(), unescape(data))
	properties := map[string]string{}
	_, list, _ := strings.Cut(command, " ")
	for property := range strings.SplitSeq(list, ",") {
		key, value, _ := strings.Cut(property, "=")
		properties[key] = unescape(value)
	}
	assert.Equal(t, want.Rule, properties["title"])
	assert.Equal(t, text(want.File), properties["file"])
}

func unescape(s string) string {
	for _, pair := range [][2]string{{"%0D", "\r"}, {"%0A", "\n"}, {"%3A", ":"}, {"%2C", ","}, {"%25", "%"}} {
		s = strings.ReplaceAll(s, pair[0], pair[1])
	}
	return s
}

func checkSARIF(t *testing.T, x, want Finding, version string) {
	var log struct {
		Runs []struct {
			Results     []sarifResult
			Invocations []sarifInvocation
			Tool        sarifTool
		}
	}
	require.NoError(t, json.Unmarshal([]byte(written(t, "sarif", version, x, findings[0])), &log))
	run := log.Runs[0]
	assert.Equal(t, strings.TrimPrefix(text(version), "v"), strings.TrimPrefix(run.Tool.Driver.Version, "v"))
	if want.File == "" {
		assert.Equal(t, sarifNotice{sarifID{want.Rule}, want.Level, sarifText{want.full()}}, run.Invocations[0].Notices[0])
		return
	}
	require.Len(t, run.Results, 2)
	got := run.Results[0]
	assert.Equal(t, want.Rule, got.RuleID)
	assert.Equal(t, want.Rule, run.Tool.Driver.Rules[got.RuleIndex].ID)
	assert.Equal(t, want.Level, got.Level)
	assert.Equal(t, want.full(), got.Message.Text)
	place := got.Locations[0].Physical
	checkURI(t, want.File, place.Artifact)
	if want.Line > 0 {
		assert.Equal(t, &sarifRegion{want.Line, want.Column}, place.Region)
	} else {
		assert.Nil(t, place.Region)
	}
}

// checkURI reads a URI back with the standard library.
func checkURI(t *testing.T, file string, got sarifArtifact) {
	for _, c := range got.URI {
		require.True(t, '!' <= c && c <= '~', got.URI)
	}
	u, err := url.Parse(got.URI)
	require.NoError(t, err)
	assert.Empty(t, u.RawQuery+u.Fragment)
	if got.URIBaseID != "" {
		assert.Empty(t, u.Scheme)
		assert.Equal(t, filepath.Clean(file), filepath.FromSlash(u.Path))
		return
	}
	want, err := filepath.Abs(file)
	require.NoError(t, err)
	assert.Equal(t, "file", u.Scheme)
	assert.Equal(t, want, u.Path)
}
