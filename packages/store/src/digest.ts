import { createHash } from 'node:crypto'
import { canonicalPieces } from '@anjie/kernel'

const PIECE_CHARACTERS = 65_536

/** SHA-256 over canonical JSON, hexadecimal; of a run of thousands of subjects as well, whose text would be hundreds of megabytes. */
export function digest(content: unknown): string {
  const hash = createHash('sha256')
  let text = ''
  for (const piece of canonicalPieces(content)) {
    text += piece
    if (text.length < PIECE_CHARACTERS) continue
    hash.update(text)
    text = ''
  }
  return hash.update(text).digest('hex')
}
