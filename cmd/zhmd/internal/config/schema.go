package config

import (
	"encoding/json"
	"reflect"
)

// Schema gives the JSON Schema of the file, made from its type.
func Schema() []byte {
	s := schemaOf(reflect.TypeFor[File]())
	s["$schema"], s["title"] = "http://json-schema.org/draft-07/schema#", Name
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(err) // there is nothing in it that has no form in JSON
	}
	return append(text, '\n')
}

func schemaOf(t reflect.Type) map[string]any {
	switch t.Kind() {
	case reflect.Struct:
		return object(t)
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": schemaOf(t.Elem())}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": schemaOf(t.Elem())}
	case reflect.Pointer:
		return map[string]any{"type": "boolean"}
	}
	return map[string]any{"type": "string"}
}

// object gives the schema of a struct: what has no omitempty is required.
func object(t reflect.Type) map[string]any {
	properties, required := map[string]any{}, []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		key := keyOf(f)
		if key == "" {
			continue
		}
		s := schemaOf(f.Type)
		s["description"] = f.Tag.Get("doc")
		if known := oneOf(f); len(known) > 0 {
			s["enum"] = known
		}
		properties[key] = s
		if isRequired(f) {
			required = append(required, key)
		}
	}
	s := map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}
