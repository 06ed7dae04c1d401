import { inParallel } from '@anjie/kernel'

/** Side documents in one write: many enough to be quick, few enough to stay small. */
const TOGETHER = 20
/** How many writes go on at once: few enough not to be throttled. */
const AT_ONCE = 4

/** Writes side documents, some together and some at a time. */
export async function putInParallel<T>(all: readonly T[], put: (some: readonly T[]) => Promise<void>): Promise<void> {
  const groups = Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, group) =>
    all.slice(group * TOGETHER, (group + 1) * TOGETHER),
  )
  await inParallel(groups, AT_ONCE, put)
}
