package ignore

import "strings"

// matches tells whether tokens stand for a text, the whole of it.
//
// Where one fails, it goes back to the last star, and once that has come to a
// slash, to the last token that stands for folders. No other needs to be tried
// again: what such a token is followed by begins anew behind a slash, and the
// first place where that matches leaves the most for what comes later. So the
// time is at worst the product of the two lengths.
func matches(tokens []token, text string) bool {
	m := matcher{tokens: tokens, text: text}
	for m.now.token < len(tokens) || m.now.at < len(text) {
		if !m.step() && !m.retryStar() && !m.retryDeep() {
			return false
		}
	}
	return true
}

type matcher struct {
	tokens     []token
	text       string
	now        place
	star, deep place // where to go on behind the last star, and the last **, if there was one
}

type place struct {
	token, at int
}

// step takes the next token for as little as possible.
func (m *matcher) step() bool {
	if m.now.token == len(m.tokens) {
		return false
	}
	t, rest := &m.tokens[m.now.token], m.text[m.now.at:]
	m.now.token++
	switch t.kind {
	case literal:
		m.now.at += len(t.text)
		return strings.HasPrefix(rest, t.text)
	case oneOf:
		m.now.at++
		return rest != "" && t.set[rest[0]]
	case star:
		m.star = m.now
	default:
		m.star, m.deep = place{}, m.now
	}
	return true
}

// retryStar takes one more byte for the last star.
func (m *matcher) retryStar() bool {
	if m.star.token == 0 || m.star.at == len(m.text) || m.text[m.star.at] == '/' {
		return false
	}
	m.star.at++
	m.now = m.star
	return true
}

// retryDeep takes one more folder, or byte, for the last token that stands for
// folders.
func (m *matcher) retryDeep() bool {
	if m.deep.token == 0 || m.deep.at == len(m.text) {
		return false
	}
	n := 1
	if m.tokens[m.deep.token-1].kind == folders {
		n += strings.IndexByte(m.text[m.deep.at:], '/')
	}
	if n == 0 {
		return false
	}
	m.deep.at += n
	m.star, m.now = place{}, m.deep
	return true
}
