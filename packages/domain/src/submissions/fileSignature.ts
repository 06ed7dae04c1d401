import type { EvidenceType } from '@anjie/contracts/vocabulary/submissions/submission'

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

const CHECKS = {
  'application/pdf': (head) => startsWith(head, PDF),
  'application/ofd': isOfdPackage,
  'image/png': (head) => startsWith(head, PNG),
  'image/jpeg': (head) => startsWith(head, JPEG),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': isOfficePackage,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': isOfficePackage,
  'application/msword': isCompoundFile,
  'application/vnd.ms-excel': isCompoundFile,
  'application/wps-office.wps': (head) => isCompoundFile(head) || isOfficePackage(head),
  'application/zip': (head) => startsWith(head, ZIP),
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

/** Names with which the first entry of an OFD package begins (GB/T 33190-2016, chapter 7: OFD.xml and one folder a document). */
const OFD_ENTRIES = ['OFD.xml', 'Doc_']
/** Compound file of the older office formats ([MS-CFB] 2.2). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

function isCompoundFile(head: Uint8Array): boolean {
  return startsWith(head, COMPOUND)
}

function isOfficePackage(head: Uint8Array): boolean {
  return startsWith(head, ZIP) && OFFICE_ENTRIES.some((entry) => firstEntry(head).startsWith(entry))
}

function isOfdPackage(head: Uint8Array): boolean {
  return startsWith(head, ZIP) && OFD_ENTRIES.some((entry) => firstEntry(head).startsWith(entry))
}

function firstEntry(head: Uint8Array): string {
  const length = (head[NAME_LENGTH_AT] ?? 0) + (head[NAME_LENGTH_AT + 1] ?? 0) * 256
  return String.fromCharCode(...head.slice(NAME_AT, NAME_AT + Math.min(length, 64)))
}

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return head.length >= signature.length && signature.every((byte, index) => head[index] === byte)
}
