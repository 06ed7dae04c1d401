import type { AttributeValue } from 'aws-lambda'

/** An item of a stream record as plain values. Binary values come base64-encoded inside the event. */
export const plainImage = (image: Readonly<Record<string, AttributeValue>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plainValue(value)]))

function plainValue(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S
  if (value.N !== undefined) return Number(value.N)
  if (value.BOOL !== undefined) return value.BOOL
  if (value.B !== undefined) return new Uint8Array(Buffer.from(value.B, 'base64'))
  if (value.M !== undefined) return plainImage(value.M)
  if (value.L !== undefined) return value.L.map(plainValue)
  if (value.SS !== undefined) return new Set(value.SS)
  if (value.NS !== undefined) return new Set(value.NS.map(Number))
  return null
}
