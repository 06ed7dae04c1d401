/** How many side documents are written at once: enough to be quick, few enough not to be throttled. */
const AT_ONCE = 20

/** Writes side documents, some at a time. */
export async function putInParallel<T>(all: readonly T[], put: (each: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += AT_ONCE)
    await Promise.all(all.slice(start, start + AT_ONCE).map(put))
}
