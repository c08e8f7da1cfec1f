//go:build !unix

package batch

func keepOwner(file, model string) {}
