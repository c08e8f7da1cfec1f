package convert_test

import (
	"fmt"

	"zhmd/convert"
	"zhmd/convert/longbridge"
)

func ExampleParseVariant() {
	for _, tag := range []string{"zh_Hant_TW", "zh-MO", "zh"} {
		v, err := convert.ParseVariant(tag)
		fmt.Println(v, err)
	}
	// Output:
	// zh-TW <nil>
	// zh-HK <nil>
	//  unknown variant "zh": it leaves open which script is meant; there is zh-Hans, zh-Hant, zh-TW, zh-HK, zh-CN
}

// Plain text, without the Markdown.
func ExampleSplice() {
	engine, err := longbridge.New(convert.TW, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	text := []byte("用软件打印")
	edits := engine.Edits(nil, text, nil)
	fmt.Printf("%s\n", convert.Splice(nil, text, edits))
	// Output: 用軟體列印
}
