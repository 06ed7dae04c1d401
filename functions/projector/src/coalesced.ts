/**
 * Work that says how things stand now need not be done once for everybody who asks for it. While it runs for a key, all who ask wait
 * together for one more run, which begins after they have asked.
 */
export function coalesced<K>(work: (key: K) => Promise<void>): (key: K) => Promise<void> {
  const running = new Map<K, Promise<void>>()
  const following = new Map<K, Promise<void>>()
  const start = (key: K): Promise<void> => {
    const run = work(key).finally(() => running.delete(key))
    running.set(key, run)
    return run
  }
  return (key) => {
    const now = running.get(key)
    if (now === undefined) return start(key)
    const next =
      following.get(key) ??
      now
        .catch(() => {})
        .then(() => {
          following.delete(key)
          return start(key)
        })
    following.set(key, next)
    return next
  }
}
