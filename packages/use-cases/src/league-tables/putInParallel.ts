/** Side documents in one write: many enough to be quick, few enough to stay small. */
const TOGETHER = 20
/** How many writes go on at once: few enough not to be throttled. */
const AT_ONCE = 4

/** Writes side documents, some together and some at a time. */
export async function putInParallel<T>(all: readonly T[], put: (some: readonly T[]) => Promise<void>): Promise<void> {
  let next = 0
  const work = async (): Promise<void> => {
    while (next < all.length) {
      const from = next
      next += TOGETHER
      await put(all.slice(from, from + TOGETHER))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
