//go:build !unix

package config

// isTrusted reports that any file is: what a folder's owner is is not known here.
func isTrusted(path, folder string) bool { return true }
