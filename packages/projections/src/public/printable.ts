import { printableText } from '@anjie/kernel'
import type { Write } from '../write.ts'

/**
 * A row of the public table with texts that can be stored and shown anywhere. A name that was kept before names were checked
 * may hold half a character, which no table takes; it must not keep a notice of six hundred units from the public.
 */
export const printable = (write: Write): Write =>
  write.content !== null && 'body' in write.content
    ? { ...write, content: { body: printableObject(write.content.body) } }
    : write

const printableObject = (body: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).map(([name, inner]) => [name, printableValue(inner)]))

function printableValue(value: unknown): unknown {
  if (typeof value === 'string') return printableText(value)
  // Packed, and text no more.
  if (value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map(printableValue)
  return typeof value === 'object' && value !== null ? printableObject(value) : value
}
