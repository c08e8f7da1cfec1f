package report

import "strings"

// What is used of the objects of SARIF 2.1.0, section 3.

// sarifRest is a run without its results.
type sarifRest struct {
	ColumnKind  string            `json:"columnKind"`
	Invocations []sarifInvocation `json:"invocations,omitempty"`
	Tool        sarifTool         `json:"tool"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name            string `json:"name"`
	Version         string `json:"version,omitempty"`
	SemanticVersion string `json:"semanticVersion,omitempty"`
	// Rules is there even if it is empty, since GitHub requires it.
	Rules []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               string    `json:"id"`
	ShortDescription sarifText `json:"shortDescription"`
}

type sarifInvocation struct {
	Successful bool          `json:"executionSuccessful"`
	Notices    []sarifNotice `json:"toolExecutionNotifications"`
}

type sarifNotice struct {
	Descriptor sarifID   `json:"descriptor"`
	Level      string    `json:"level"`
	Message    sarifText `json:"message"`
}

type sarifID struct {
	ID string `json:"id"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex int             `json:"ruleIndex"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

// A sarifText has its braces single, although section 3.11.5 wants them doubled
// for the sake of placeholders: this program's texts have none, and viewers show
// a text without arguments as it is written, Microsoft's for VS Code among them.
type sarifText struct {
	Text string `json:"text"`
}

type sarifLocation struct {
	Physical sarifPlace `json:"physicalLocation"`
}

type sarifPlace struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI       string `json:"uri"`
	URIBaseID string `json:"uriBaseId,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
}

// descriptions say what a rule finds, for lists of rules.
var descriptions = map[string]string{
	"broken-link":      "A link leads to a heading whose id the conversion changes.",
	"error":            "A file could not be converted.",
	"lost-link":        "A relative link leads to nothing from where the output is.",
	"left-unconverted": "A part of a document is left as it is, since converting it would make other Markdown of it.",
	"warning":          "A document has something that a person should know.",
	"would-change":     "A file is not what the conversion would write.",
}

// describe says what a rule finds. One that is not listed has a telling id.
func describe(rule string) string {
	if d, ok := descriptions[rule]; ok {
		return d
	}
	return strings.ReplaceAll(rule, "-", " ")
}
