import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib'

/** JSON text, or the same compressed where that saves a write unit. Numbers inside never meet DynamoDB's number type. */
export type Packed = string | Uint8Array

/** With its keys, versions and hashes an item of so much text fits a write unit of DynamoDB, a kilobyte; it costs no less compressed. */
const COMPRESS_FROM_BYTES = 768
/** DynamoDB takes items up to 400 KB with their attribute names; the rest is room for keys and versions. */
export const MAX_PACKED_BYTES = 390 * 1024

/** Stands before a Brotli stream, which has no first bytes of its own; a gzip stream begins with 1f. */
const BROTLI_MARK = 0xb1
const GZIP_MARK = 0x1f

/**
 * The window spans the longest record, so that the figures which each level approved cost next to nothing beside the same
 * figures of today.
 */
const BROTLI = {
  [constants.BROTLI_PARAM_QUALITY]: 5,
  [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
}

export function pack(content: unknown): Packed {
  const text = Buffer.from(JSON.stringify(content))
  if (text.byteLength <= COMPRESS_FROM_BYTES) return text.toString('utf8')
  const params = { ...BROTLI, [constants.BROTLI_PARAM_SIZE_HINT]: text.byteLength }
  return Buffer.concat([Uint8Array.of(BROTLI_MARK), brotliCompressSync(text, { params })])
}

export function unpack(packed: unknown): unknown {
  if (typeof packed === 'string') return JSON.parse(packed)
  if (packed instanceof Uint8Array) return JSON.parse(decompressed(packed).toString('utf8'))
  throw new Error('an item of the table holds neither text nor bytes')
}

function decompressed(bytes: Uint8Array): Buffer {
  if (bytes[0] === BROTLI_MARK) return brotliDecompressSync(bytes.subarray(1))
  // As everything long was packed before.
  if (bytes[0] === GZIP_MARK) return gunzipSync(bytes)
  throw new Error('the bytes of an item were not packed by us')
}

export const packedBytes = (packed: Packed): number =>
  typeof packed === 'string' ? Buffer.byteLength(packed) : packed.byteLength
