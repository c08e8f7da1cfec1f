package merge_test

import (
	"fmt"

	"zhmd/pipeline/batch/merge"
)

func ExampleLines() {
	base := "# 滑鼠\n\n用滑鼠點選。\n按右鍵。\n"
	ours := "# 鼠標\n\n用滑鼠點選圖示。\n按右鍵。\n"
	theirs := "# 遊標\n\n請用滑鼠點選。\n按右鍵。\n按左鍵。\n"

	result := merge.Lines([]byte(base), []byte(ours), []byte(theirs))
	fmt.Printf("%s", result.Text)
	for _, c := range result.Conflicts {
		fmt.Printf("line %d has %q, not %q\n", c.Line, c.Ours, c.Theirs)
	}
	// Output:
	// # 鼠標
	//
	// 請用滑鼠點選圖示。
	// 按右鍵。
	// 按左鍵。
	// line 1 has "# 鼠標\n", not "# 遊標\n"
}
