/** Keeps answers for a short while. A load that fails is not kept, and callers of one key share one load. */
export interface TimedCache {
  get<T>(key: string, load: () => Promise<T>): Promise<T>
}

/** `maxEntries` bounds the memory that made-up keys can take; the oldest answers go first. */
export function timedCache(now: () => string, keepMilliseconds: number, maxEntries = 500): TimedCache {
  const entries = new Map<string, { readonly until: number; readonly answer: Promise<unknown> }>()
  return {
    get<T>(key: string, load: () => Promise<T>): Promise<T> {
      const time = Date.parse(now())
      const known = entries.get(key)
      // Each key is used with one kind of load, so what was kept under it has the type that is asked for.
      if (known !== undefined && known.until > time) return known.answer as Promise<T>
      const answer = load()
      entries.delete(key)
      entries.set(key, { until: time + keepMilliseconds, answer })
      answer.catch(() => {
        if (entries.get(key)?.answer === answer) entries.delete(key)
      })
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries) break
        entries.delete(oldest)
      }
      return answer
    },
  }
}
