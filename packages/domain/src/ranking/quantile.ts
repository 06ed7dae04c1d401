/** Quantile of the usual kind (R's type 7, numpy's “linear”) of numbers in ascending order; `share` from 0 to 1. */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const place = (ascending.length - 1) * share
  const below = Math.floor(place)
  const low = ascending[below] ?? Number.NaN
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? Number.NaN
  return low + (place - below) * (high - low)
}
