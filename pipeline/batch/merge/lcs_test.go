package merge

// alignments gives the length of the longest common subsequences of two
// sequences, and in how many ways one lies in both, by the definition.
func alignments[E comparable](a, b []E) (length, ways int) {
	type cell struct{ length, ways int }
	rows := make([][]cell, len(a)+1)
	for i := range rows {
		rows[i] = make([]cell, len(b)+1)
		for j := range rows[i] {
			c := cell{0, 1}
			if i > 0 && j > 0 {
				up, left, both := rows[i-1][j], rows[i][j-1], rows[i-1][j-1]
				same := both
				same.length++
				c = cell{length: max(up.length, left.length)}
				if a[i-1] == b[j-1] {
					c.length = max(c.length, same.length)
				}
				if up.length == c.length {
					c.ways += up.ways
				}
				if left.length == c.length {
					c.ways += left.ways
				}
				if both.length == c.length {
					c.ways -= both.ways
				}
				if a[i-1] == b[j-1] && same.length == c.length {
					c.ways += same.ways
				}
			}
			rows[i][j] = c
		}
	}
	last := rows[len(a)][len(b)]
	return last.length, last.ways
}
