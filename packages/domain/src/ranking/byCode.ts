/** Order of codes by UTF-16 unit: the same on every machine, which a locale's collation is not. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
