package pipeline_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/convert"
	"zhmd/pipeline"
)

func TestAnchorsWarn(t *testing.T) {
	doc := pipeline.Parse([]byte("# 综述\n\n[见](#综述) [见](#%E7%BB%BC%E8%BF%B0) [见](#没有) [见](b.md#综述)\n\n见[综述]。\n\n[综述]: #综述\n\n## 头 {#综述-1}\n\n[a](#综述-1)\n"))
	warnings := fmt.Sprint(doc.Convert(engine(t, convert.TW)).Warnings)
	want := "the link to #综述 is broken: the heading's id is now 綜述; give the heading an id of its own, or let zhmd do it (anchors: pin)"
	assert.Equal(t, "[3:1: "+want+" 3:10: "+want+" 5:2: "+want+"]", warnings)
	assert.Len(t, doc.Links(), 6)
	assert.Equal(t, "b.md", doc.Links()[3].Path)
}

func TestAnchorsAreKept(t *testing.T) {
	source := "# 综述\n\n[见](#综述)\n"
	for _, opt := range []pipeline.Option{pipeline.Anchors(pipeline.KeepAnchors, pipeline.GitHub), pipeline.Anchors(pipeline.PinAnchors, pipeline.Hugo)} {
		assert.Empty(t, pipeline.Parse([]byte(source), opt).Convert(engine(t, convert.TW)).Warnings)
	}
	assert.Empty(t, pipeline.Parse([]byte(source)).Convert(engine(t, convert.Hans)).Warnings, "nothing changes")
}

func TestAnchorsPin(t *testing.T) {
	for _, c := range []struct {
		site         pipeline.Site
		source, want string
	}{
		{pipeline.Hugo, "# 综述\n\n## 综述 ##\n", "# 綜述 {#综述}\n\n## 綜述 ## {#综述-1}\n"},
		{pipeline.VitePress, "# 综述\n\n## 综述 ##\n", "# 綜述 {#综述}\n\n## 綜述 {#综述-1} ##\n"},
		{pipeline.GitHub, "# 综述\n\n简介\n---\n", "# 綜述<a id=\"综述\"></a>\n\n簡介<a id=\"简介\"></a>\n---\n"},
		{pipeline.Docusaurus, "## 综述 A\n\n## 头 {#头}\n", "## 綜述 A {#综述-a}\n\n## 頭 {#头}\n"},
		// It gives no id to the title, and would show one there that is not ASCII.
		{pipeline.Docusaurus, "# 综述\n\n## 综述\n", "# 綜述\n\n## 綜述 {#综述-1}\n"},
		{pipeline.MDBook, "# 综述 *头*\n", "# 綜述 *頭* {#综述-头}\n"},
		{pipeline.Hugo, "# 综述 {.a}\n\n# A\n\n# 一\n", "# 綜述 {#综述 .a}\n\n# A\n\n# 一\n"},
		{pipeline.Hugo, "> # 综述\r\n", "> # 綜述 {#综述}\r\n"},
		{pipeline.Hugo, "简介\n===\n", "簡介 {#简介}\n===\n"},
	} {
		doc := pipeline.Parse([]byte(c.source), pipeline.Anchors(pipeline.PinAnchors, c.site))
		result := doc.Convert(engine(t, convert.TW))
		assert.Equal(t, c.want, string(result.Output), c.site)
		assert.Empty(t, result.Warnings)
	}
	doc := pipeline.Parse([]byte("> ## 综述\n"), pipeline.Anchors(pipeline.PinAnchors, pipeline.Docusaurus))
	assert.Equal(t, "[1:3: the heading's id was 综述 and is now 綜述; it cannot be pinned here]", fmt.Sprint(doc.Convert(engine(t, convert.TW)).Warnings))
}

func TestMoved(t *testing.T) {
	doc := pipeline.Parse([]byte("---\ntitle: 头\n---\n# 综述\n\n# A\n"))
	assert.Equal(t, map[string]string{"综述": "綜述"}, doc.Moved(doc.Convert(engine(t, convert.TW))))
}

func TestPosition(t *testing.T) {
	doc := pipeline.Parse([]byte("\uFEFF头\r\n发\xffx\n"))
	for offset, want := range map[int]string{3: "1:1", 6: "1:2", 8: "2:1", 11: "2:2", 12: "2:3", 14: "3:1"} {
		assert.Equal(t, want, doc.Position(offset).String(), offset)
	}
}
