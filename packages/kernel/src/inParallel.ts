/** A concurrency limiter: runs what it is given, at most `width` at a time; the rest waits its turn. */
export function limiter(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      // The place is handed on, so that nobody who comes just now takes it from one who waits.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}

/**
 * Works through the items with at most `width` at a time, and answers in their order. After a failure nothing more is begun; the
 * first failure is thrown once what was running has ended.
 */
export async function inParallel<T, R>(
  items: Iterable<T>,
  width: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const inTurn = limiter(width)
  const results: R[] = []
  const faults: unknown[] = []
  const one = (item: T, index: number): Promise<void> =>
    inTurn(async () => {
      if (faults.length > 0) return
      try {
        results[index] = await work(item, index)
      } catch (fault) {
        faults.push(fault)
      }
    })
  await Promise.all(Array.from(items, one))
  if (faults.length > 0) throw faults[0]
  return results
}
