package batch

import (
	"context"

	"golang.org/x/sync/semaphore"
)

// maxWeight bounds the bytes that are held at once by the sources in work and
// by the reports that wait for their turn. A larger file is converted alone.
const maxWeight = 64 << 20

// A queue does work in parallel and hands over what comes of it in order.
type queue struct {
	jobs, bytes *semaphore.Weighted
	last        chan struct{} // closed when all that was added is handed over
}

func newQueue(jobs int) *queue {
	done := make(chan struct{})
	close(done)
	return &queue{semaphore.NewWeighted(int64(jobs)), semaphore.NewWeighted(maxWeight), done}
}

// add starts work as soon as there is room for a further job of that weight,
// and calls what it returns after all that was added before has been handed
// over. It fails if ctx is done before work has begun.
func (q *queue) add(ctx context.Context, weight int64, work func() (handOver func())) error {
	weight = min(weight, maxWeight)
	if err := q.bytes.Acquire(ctx, weight); err != nil {
		return err
	}
	if err := q.jobs.Acquire(ctx, 1); err != nil {
		q.bytes.Release(weight)
		return err
	}
	before, done := q.last, make(chan struct{})
	q.last = done
	go func() {
		defer close(done)
		defer q.bytes.Release(weight)
		handOver := work()
		q.jobs.Release(1)
		<-before
		handOver()
	}()
	return nil
}

// wait returns when everything that was added has been handed over.
func (q *queue) wait() { <-q.last }
