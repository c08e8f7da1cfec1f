package blob_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zhmd/convert/internal/blob"
)

func TestSections(t *testing.T) {
	w := blob.NewWriter("zhmdtest")
	w.Text("字")
	blob.Put(w, []uint8{1, 2, 3})
	blob.Put(w, []uint16{1, 0xFFFE})
	blob.Put(w, []int32{-1, '字'})
	blob.Put(w, []uint64{1 << 60})
	blob.Put(w, []uint32{})
	r, err := blob.NewReader("zhmdtest", string(w.Bytes()))
	require.NoError(t, err)
	assert.Equal(t, "字", r.Text())
	assert.Equal(t, []uint8{1, 2, 3}, blob.Take[uint8](r))
	assert.Equal(t, []uint16{1, 0xFFFE}, blob.Take[uint16](r))
	assert.Equal(t, []int32{-1, '字'}, blob.Take[int32](r))
	assert.Equal(t, []uint64{1 << 60}, blob.Take[uint64](r))
	assert.False(t, r.Done())
	assert.Empty(t, blob.Take[uint32](r))
	assert.True(t, r.Done())
	_, err = blob.NewReader("zhmdnone", string(w.Bytes()))
	assert.Error(t, err)
}
