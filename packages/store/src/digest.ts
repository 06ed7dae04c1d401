import { createHash } from 'node:crypto'
import { canonicalJson } from '@anjie/kernel'

/** SHA-256 over canonical JSON, hexadecimal. */
export const digest = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex')
