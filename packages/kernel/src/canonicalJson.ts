/**
 * Canonical JSON: sorted keys and no spaces, so that the same content is one text on every machine and can be hashed. Keys are
 * ordered by UTF-16 unit; fields that are undefined are left out, as JSON does.
 */
export function canonicalJson(content: unknown): string {
  if (content === undefined) throw new Error('undefined has no canonical form')
  if (typeof content !== 'object' || content === null) return JSON.stringify(content)
  if (Array.isArray(content)) {
    let text = '['
    for (let at = 0; at < content.length; at += 1) text += `${at === 0 ? '' : ','}${canonicalJson(content[at] ?? null)}`
    return `${text}]`
  }
  let text = ''
  for (const [key, inner] of sortedFields(content))
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(inner)}`
  return `{${text}}`
}

const sortedFields = (content: object): readonly [string, unknown][] =>
  Object.entries(content)
    .filter(([, inner]) => inner !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))

/** The same text in pieces, entry by entry of long lists, for content that is too long for one text. */
export function* canonicalPieces(content: unknown): Generator<string> {
  if (Array.isArray(content)) {
    yield '['
    for (let at = 0; at < content.length; at += 1) yield `${at === 0 ? '' : ','}${canonicalJson(content[at] ?? null)}`
    yield ']'
  } else if (typeof content === 'object' && content !== null) {
    let separator = '{'
    for (const [key, inner] of sortedFields(content)) {
      yield `${separator}${JSON.stringify(key)}:`
      yield* canonicalPieces(inner)
      separator = ','
    }
    yield separator === '{' ? '{}' : '}'
  } else yield canonicalJson(content)
}
