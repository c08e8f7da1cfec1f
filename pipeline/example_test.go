package pipeline_test

import (
	"fmt"

	"zhmd/convert"
	"zhmd/pipeline"
)

// One document in two forms; it is parsed once.
func Example() {
	doc := pipeline.Parse([]byte("# 软件\n\n看[说明](/说明.md)，运行 `软件 -h`。\n"))
	for _, v := range []convert.Variant{convert.Hant, convert.TW} {
		engine, err := convert.New(v)
		if err != nil {
			fmt.Println(err)
			return
		}
		result := doc.Convert(engine)
		fmt.Printf("%v, %d edits\n%s", v, len(result.Edits()), result.Output)
		for _, w := range result.Warnings {
			fmt.Println(w)
		}
	}
	// Output:
	// zh-Hant, 3 edits
	// # 軟件
	//
	// 看[說明](/说明.md)，運行 `软件 -h`。
	// zh-TW, 3 edits
	// # 軟體
	//
	// 看[說明](/说明.md)，執行 `软件 -h`。
}
