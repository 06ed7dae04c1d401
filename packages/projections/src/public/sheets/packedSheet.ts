import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** A sheet or a part of one as it lies in the public table: some tens of names take the room of one. */
export const packSheet = (content: unknown): Uint8Array =>
  brotliCompressSync(JSON.stringify(content), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })

export const unpackSheet = (packed: Uint8Array): unknown => JSON.parse(brotliDecompressSync(packed).toString('utf8'))
