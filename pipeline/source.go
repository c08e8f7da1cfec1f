package pipeline

import "zhmd/convert"

// sourceable is a converter that can be told the form of the text.
type sourceable interface {
	WithSource(from convert.Variant) (*convert.Engine, error)
}

// sourced gives the converter for what the document says it is written in.
func (d *Document) sourced(c convert.Converter) (convert.Converter, []remark) {
	s, ok := c.(sourceable)
	if !ok || d.orders.source == 0 {
		return c, nil
	}
	e, err := s.WithSource(d.orders.source)
	if err != nil {
		return c, []remark{remarkf(0, "source %v: %v", d.orders.source, err)}
	}
	return e, nil
}
