/**
 * JSON with sorted keys and without spaces: the same content gives the same text on every machine, so that it can be hashed.
 * Fields that are undefined are left out, as JSON does.
 */
export function canonicalJson(content: unknown): string {
  if (content === undefined) throw new Error('undefined has no canonical form')
  return JSON.stringify(sorted(content))
}

function sorted(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(sorted)
  if (content === null || typeof content !== 'object') return content
  return Object.fromEntries(
    Object.entries(content)
      .filter(([, value]) => value !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => [key, sorted(value)]),
  )
}
