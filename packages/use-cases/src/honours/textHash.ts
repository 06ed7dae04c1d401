import { createHash } from 'node:crypto'

/** SHA-256 of a text in UTF-8: what any other program gives for the same text. */
export const textHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
