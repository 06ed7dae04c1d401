import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Milliseconds of the fastest of several runs: on a machine that does other things too, the one that was disturbed least.
 * What takes seconds needs no run to warm up.
 */
export function measured(runs: number, work: () => unknown): number {
  if (runs > 2) work()
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return Math.min(...times)
}

/** Node's collector, which is only reachable by asking for it. */
function collectorOf(): () => void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  return typeof collect === 'function' ? () => void collect() : () => {}
}
const collect = collectorOf()

/** Megabytes that are alive just now. */
export function aliveMegabytes(): number {
  collect()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

/** Megabytes that a result keeps alive, beyond what was alive before. */
export function heldMegabytes(work: () => unknown): number {
  collect()
  const before = process.memoryUsage().heapUsed
  const result = work()
  collect()
  const after = process.memoryUsage().heapUsed
  // Still read here, so that it cannot be collected before it was weighed.
  return result === undefined ? 0 : (after - before) / 1024 / 1024
}
