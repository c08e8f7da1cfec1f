package lexicon

import "zhmd/convert/internal/opencc"

// forms write a word of OpenCC's Traditional characters for each target.
type forms struct {
	configs map[string]*opencc.Config
	second  map[Target]*opencc.Config // what comes behind OpenCC's Traditional
}

func newForms(configs map[string]*opencc.Config) *forms {
	f := &forms{configs: configs, second: map[Target]*opencc.Config{}}
	for target, name := range map[Target]string{TW: "s2tw", TWP: "s2twp", HK: "s2hk", HKP: "s2hkp"} {
		c := configs[name]
		f.second[target] = &opencc.Config{Name: name, Normalize: c.Normalize, Chain: c.Chain[1:]}
	}
	return f
}

// of gives all forms of a word.
func (f *forms) of(hant string) (all [Targets]string) {
	all[Hant] = hant
	for target, c := range f.second {
		all[target] = c.Convert(hant)
	}
	return all
}
