package convert_test

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/transform"

	"zhmd/convert"
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
func ExampleNew() {
	engine, err := convert.New(convert.TW, convert.Glossary([]convert.Word{{Key: "网站", Value: "網站"}}))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(engine.String("用软件打印网站"))
	for _, part := range engine.Explain("打印网站") {
		dict, _, _ := strings.Cut(part.Steps[len(part.Steps)-1].Dict, ":")
		fmt.Println(part.Source, part.Result, dict)
	}
	// Output:
	// 用軟體列印網站
	// 打印 列印 regional.tsv
	// 网站 網站 glossary
}

// A stream, in bounded memory.
func ExampleEngine_Transformer() {
	engine, err := convert.New(convert.Hant)
	if err != nil {
		fmt.Println(err)
		return
	}
	r := transform.NewReader(strings.NewReader("头发，发展"), engine.Transformer())
	out, err := io.ReadAll(r)
	fmt.Println(string(out), err)
	// Output: 頭髮，發展 <nil>
}
