/**
 * `attachment` with the Chinese name (RFC 6266, RFC 8187) and an ASCII one for old browsers. Whatever is in the name stays
 * inside its quotes or its percent signs: it cannot add a header or a parameter.
 */
export function attachment(fileName: string): string {
  const name = fileName.toWellFormed().replace(/[\p{C}/\\]/gu, '_')
  const ascii = name.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
