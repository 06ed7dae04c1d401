import type { EvidenceType } from '@anjie/contracts/vocabulary/submissions/submission'

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

const CHECKS = {
  'application/pdf': (head) => startsWith(head, PDF),
  'image/png': (head) => startsWith(head, PNG),
  'image/jpeg': (head) => startsWith(head, JPEG),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': isOfficePackage,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': isOfficePackage,
} as const satisfies Record<EvidenceType, (head: Uint8Array) => boolean>

/** Do the first bytes of a file agree with the type that it was declared as? A web page called PDF does not. */
export function agreesWithType(head: Uint8Array, contentType: EvidenceType): boolean {
  return CHECKS[contentType](head)
}

/** Names with which the first entry of an Office Open XML package begins (ECMA-376, part 2). */
const OFFICE_ENTRIES = ['[Content_Types].xml', '_rels/', 'docProps/', 'customXml/', 'word/', 'xl/']
/** Position of the name's length, and of the name itself, in the first local header of a ZIP file. */
const NAME_LENGTH_AT = 26
const NAME_AT = 30

function isOfficePackage(head: Uint8Array): boolean {
  if (!startsWith(head, ZIP)) return false
  const length = (head[NAME_LENGTH_AT] ?? 0) + (head[NAME_LENGTH_AT + 1] ?? 0) * 256
  const name = String.fromCharCode(...head.slice(NAME_AT, NAME_AT + Math.min(length, 64)))
  return OFFICE_ENTRIES.some((entry) => name.startsWith(entry))
}

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return head.length >= signature.length && signature.every((byte, index) => head[index] === byte)
}
