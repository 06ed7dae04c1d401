/** Two numbers that any change of any row changes: FNV-1a over ids and versions, in their order. */
export function rowsMark(rows: readonly { readonly id: string; readonly version: number }[]): string {
  let [one, other] = [0x811c9dc5, 0x01000193]
  for (const { id, version } of rows)
    for (const sign of `${id}@${version};`) {
      one = Math.imul(one ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
      other = Math.imul(other ^ (sign.codePointAt(0) ?? 0), 0x85ebca6b) >>> 0
    }
  return rows.length === 0 ? '' : `${rows.length}-${one.toString(36)}-${other.toString(36)}`
}
