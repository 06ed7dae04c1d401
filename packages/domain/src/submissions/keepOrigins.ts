import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellKey } from './cellKey.ts'

/**
 * The figures that are sent, each with the origin that the server knows of it: for as long as a figure is the one that was taken over
 * it says where from; what a person types has none. Whatever the sender says of origins is not looked at.
 */
export function keepOrigins(before: readonly FormValue[], sent: readonly FormValue[]): FormValue[] {
  const known = new Map(before.map((value) => [cellKey(value), value]))
  return sent.map((value) => {
    if (value.status !== 'reported') return value
    const { origin: _said, ...plain } = value
    const was = known.get(cellKey(value))
    return was?.status === 'reported' && was.origin !== undefined && was.value === value.value
      ? { ...plain, origin: was.origin }
      : plain
  })
}
