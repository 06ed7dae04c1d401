import { PAYLOAD_ENTRY } from './certificatePdf.ts'

const COMPACT = '[\\w-]+\\.[\\w-]+\\.[\\w-]+'

/** The signed payload in a file: a certificate as PDF, or the payload by itself. Undefined where there is none. */
export function signedPayloadIn(file: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(file)
  if (!text.startsWith('%PDF-')) return new RegExp(`^\\s*(${COMPACT})\\s*$`).exec(text)?.[1]
  // An entry of the information names the object that holds its text.
  const object = new RegExp(`/${PAYLOAD_ENTRY} (\\d+) 0 R`).exec(text)?.[1]
  return object === undefined ? undefined : new RegExp(`\\n${object} 0 obj\\s*\\((${COMPACT})\\)`).exec(text)?.[1]
}
