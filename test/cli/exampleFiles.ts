import { readFileSync } from 'node:fs'

const folder = new URL('../../contracts/examples/', import.meta.url)

/** The committed examples, by file name. */
export const exampleBytes = (name: string): Uint8Array => readFileSync(new URL(name, folder))
export const exampleText = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
export const exampleJson = (name: string): unknown => JSON.parse(exampleText(name))
export const examplePath = (name: string): string => new URL(name, folder).pathname

/** Replaces what lies at a path of a JSON document that a test wrote or read itself. */
export function withChange(document: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (Array.isArray(document)) {
    return document.map((inner: unknown, index) => (index === first ? withChange(inner, rest, value) : inner))
  }
  const entries = Object.entries(typeof document === 'object' && document !== null ? document : {})
  const inner = entries.find(([key]) => key === first)?.[1]
  return { ...Object.fromEntries(entries), [first]: withChange(inner, rest, value) }
}
