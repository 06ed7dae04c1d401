import { gunzipSync, gzipSync } from 'node:zlib'

/** JSON text, or the same gzipped when it is long. Numbers inside never meet DynamoDB's number type. */
export type Packed = string | Uint8Array

const GZIP_FROM_BYTES = 32 * 1024
/** DynamoDB takes items up to 400 KB with their attribute names; the rest is room for keys and versions. */
export const MAX_PACKED_BYTES = 390 * 1024

export function pack(content: unknown): Packed {
  const text = JSON.stringify(content)
  return Buffer.byteLength(text) > GZIP_FROM_BYTES ? gzipSync(text) : text
}

export function unpack(packed: unknown): unknown {
  if (typeof packed === 'string') return JSON.parse(packed)
  if (packed instanceof Uint8Array) return JSON.parse(gunzipSync(packed).toString('utf8'))
  throw new Error('an item of the table holds neither text nor bytes')
}

export const packedBytes = (packed: Packed): number =>
  typeof packed === 'string' ? Buffer.byteLength(packed) : packed.byteLength
