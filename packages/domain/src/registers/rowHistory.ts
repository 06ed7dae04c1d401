import type { PatchOperation } from '@anjie/contracts/facts/envelope'
import { pathOfPointer } from '@anjie/contracts/vocabulary/jsonPointer'
import type { KeptRow } from '@anjie/contracts/vocabulary/registers/registerRow'

type Json = unknown
type Members = Record<string, Json>

/** A row after a step of its leaf, from what the step changed; undefined: it is not there. Steps of its neighbours leave it as it is. */
export function rowAfter(
  row: Partial<KeptRow> | undefined,
  place: string,
  change: readonly PatchOperation[],
): Partial<KeptRow> | undefined {
  const leaf: Members = { rows: row === undefined ? {} : { [place]: structuredClone(row) } }
  for (const operation of change) {
    if (operation.op === 'copy') continue
    const path = pathOfPointer(operation.path)
    const value = operation.op === 'remove' ? undefined : structuredClone(operation.value)
    if (path.length === 0) leaf['rows'] = only(place, (value as Members | undefined)?.['rows'])
    else if (path[0] !== 'rows') continue
    else if (path.length === 1) leaf['rows'] = only(place, value)
    else if (path[1] === place) setAt(leaf, path, value)
  }
  return (leaf['rows'] as Members)[place] as Partial<KeptRow> | undefined
}

const only = (place: string, rows: Json): Members => {
  const row = (rows as Members | undefined)?.[place]
  return row === undefined ? {} : { [place]: row }
}

/** Sets or removes a member. Members of arrays are none of a row's that are told. */
function setAt(whole: Members, path: readonly string[], value: Json): void {
  let part: Json = whole
  for (const token of path.slice(0, -1)) {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return
    part = (part as Members)[token]
  }
  const last = path.at(-1)
  if (last === undefined || typeof part !== 'object' || part === null || Array.isArray(part)) return
  if (value === undefined) delete (part as Members)[last]
  else (part as Members)[last] = value
}
