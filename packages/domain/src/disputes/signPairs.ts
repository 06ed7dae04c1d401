/** Two neighbouring signs of a text as one number each, in order and without repeats: what texts are compared by. */
export function signPairs(text: string): Int32Array {
  const points = [...text].map((sign) => sign.codePointAt(0) ?? 0)
  const pairs = new Set<number>()
  // A pair of code points does not fit 32 bits; the mix does, and two pairs in a text that mix alike are too rare to matter.
  for (let at = 0; at + 1 < points.length; at += 1)
    pairs.add((Math.imul(points[at] ?? 0, 0x9e3779b1) + Math.imul(points[at + 1] ?? 0, 0x85ebca6b)) | 0)
  return Int32Array.from(pairs).sort()
}

/** Dice's coefficient of two such sets, 0 to 1: twice what both have, of all that they have. */
export function likeness(one: Int32Array, other: Int32Array): number {
  if (one.length === 0 || other.length === 0) return 0
  let common = 0
  let left = 0
  let right = 0
  while (left < one.length && right < other.length) {
    const a = one[left] ?? 0
    const b = other[right] ?? 0
    if (a === b) common += 1
    if (a <= b) left += 1
    if (b <= a) right += 1
  }
  return (2 * common) / (one.length + other.length)
}
