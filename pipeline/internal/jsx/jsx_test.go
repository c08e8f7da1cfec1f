package jsx_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"zhmd/pipeline/internal/jsx"
)

func TestTag(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<A>b", "a"}, {"</A.b >c", "/a.b"}, {"<>a", ""}, {"</>", "/"}, {"<a:b/>", "a:b/"}, {"<汉 字='a'/>", "汉[字=a]/"},
		{"<a b c='\"d' e = \"f\n'g\" h={'}'} {...i}\u3000/ >", "a[b=][c=\"d][e=f\n'g][h=]/"},
		{"<a b='c'd='e'>", "a[b=c][d=e]"}, {"<a className='b'>", "a[class=b]"}, {"<a b:c-d='e'>", "a[b:c-d=e]"},
		{"<a", "more"}, {"<", "more"}, {"<a b='", "more"}, {"<a b={`", "more"}, {"<a /", "more"}, {"<a {/* } ", "more"},
		{"<https://a.b>", "none"}, {"<a@b.c>", "none"}, {"<1>", "none"}, {"<=", "none"}, {"<!-- a -->", "none"}, {"<a b=c>", "none"}, {"<a/b>", "none"}, {"<a b={(}>", "none"},
	} {
		assert.Equal(t, c.want, tag(c.text), c.text)
	}
}

func tag(text string) string {
	tag, more := jsx.Tag([]byte(text), 0)
	switch {
	case more:
		return "more"
	case tag.End == 0:
		return "none"
	}
	all := tag.Name
	if tag.Closing {
		all = "/" + all
	}
	for _, a := range tag.Attributes {
		all += fmt.Sprintf("[%s=%s]", a.Name, a.Value([]byte(text)))
	}
	if tag.Empty {
		all += "/"
	}
	return all
}

func TestExpression(t *testing.T) {
	const more, none = -1, 0
	for text, want := range map[string]int{
		"{}}": 2, "{a}b}": 3, "{'}'}": 5, `{"\"}"}`: 7, "{`}${'`}'}`}}": 12, "{{a: {}}}": 9, "{// }\n}": 7, "{/* } */}": 9, "{/[/}]/}": 8, "{a / b}": 7,
		"{a++ / b} /}": 9, "{x.in / b} /}": 10, "{return /}/}": 12, "{a < b}": 7, "{<b>it's {'}'}</b>}": 19, "{a && <><b c='}'/>'</>}": 23, "{(a) < b}": 9,
		"{": more, "{a": more, "{'": more, "{`${": more, "{/*": more, "{<a>": more, "{(": more,
		"{(}": none, "{'\n'}": none, "{/\n/}": none, "{<a b=c>}": none, strings.Repeat("{<a b=", 100) + "}": none,
	} {
		end, isMore := jsx.Expression([]byte(text), 0)
		if isMore {
			end = more
		}
		assert.Equal(t, want, end, text)
	}
}

func TestModule(t *testing.T) {
	for _, c := range []struct{ text, rest string }{
		{"import a from 'b'\n\nc", "\nc"},
		{"import 'a'", ""},
		{"import a, {b,\n\n  c} from 'd'\nexport * from 'e' // f\n/* g\n\n*/\nexport {h}\r\n \ni", " \ni"},
		{"export const a =\n\n  'b'\n  .c\n\nd", "\nd"},
		{"export default () => <a>it's\n\n{b}</a>\n\nc", "\nc"},
		{"export function a() {\n  return `\n\n}`\n}\n\nb", "\nb"},
		{"import a\nfrom 'b'\n\nc", "\nc"},
	} {
		end, _ := jsx.Module([]byte(c.text))
		assert.Equal(t, c.rest, c.text[end:], c.text)
	}
	for _, text := range []string{
		"import the package\n", "import 软件的", "export all of it", "import a from 'b'\n# c\n", "import a from 'b'\n软件", "export {a\n\n", "export const a = (]\n\n", "export const a =\n",
	} {
		end, _ := jsx.Module([]byte(text))
		assert.Zero(t, end, text)
	}
}

func TestProseAttributes(t *testing.T) {
	for _, name := range strings.Fields("title label description caption text alt placeholder aria-label") {
		assert.True(t, jsx.ProseAttribute(name), name)
	}
	for _, name := range strings.Fields("id href src value name lang class") {
		assert.False(t, jsx.ProseAttribute(name), name)
	}
}
