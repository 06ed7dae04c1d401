/**
 * Reproducible pseudo-random numbers, uniform from 0 up to but not including 1: a 32-bit counter stirred by two rounds of
 * multiply and shift. The same seed gives the same numbers on every machine; good for weight noise, not for secrets.
 */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
