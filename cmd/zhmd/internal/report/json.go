package report

import (
	"bytes"
	"encoding/json"
	"io"
)

// jsonLines writes JSON Lines, see https://jsonlines.org: the fields of a
// [Finding] under their names in lower case, without those that are absent.
type jsonLines struct{ w io.Writer }

// Add writes a line.
func (j jsonLines) Add(f Finding) error {
	f = f.clean()
	f.File = text(f.File)
	line, err := encode(f)
	if err != nil {
		return err
	}
	_, err = j.w.Write(append(line, '\n'))
	return err
}

// Close has nothing to write.
func (j jsonLines) Close() error { return nil }

// encode gives a value as JSON on one line. It leaves <, > and & as they are,
// which [json.Marshal] escapes for HTML's sake.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
