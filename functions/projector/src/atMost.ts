/** Runs what it is given, at most `width` at a time; the rest waits its turn. */
export function atMost(width: number): <T>(work: () => Promise<T>) => Promise<T> {
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
