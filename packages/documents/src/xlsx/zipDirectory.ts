import { err, ok, type Result } from '@anjie/kernel'

/** One file inside a zip, as its directory describes it. The directory may lie: whoever expands a part counts for himself. */
export interface ZipPart {
  readonly name: string
  readonly stored: boolean
  readonly crc32: number
  readonly packedBytes: number
  readonly expandedBytes: number
  /** Where the part's local header begins. */
  readonly at: number
}

/** A workbook of a province has some fifty parts; a picture on every row makes a few thousand. */
const MOST_PARTS = 5_000
const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
const LOCAL_MARK = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const ENTRY_LENGTH = 46
const LOCAL_LENGTH = 30
const ZIP64 = 0xffffffff
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8

export const DAMAGED = '文件已损坏或没有传完，请重新保存后再试'
const RESAVE = '请用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”再试'

/** Reads the directory at the end of a zip without expanding anything. Errors are Chinese sentences. */
export function zipDirectory(bytes: Uint8Array): Result<ReadonlyMap<string, ZipPart>, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return err(DAMAGED)
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (count === 0xffff || start === ZIP64) return err(`文件里的部件过多或使用了不常见的压缩格式，${RESAVE}`)
  if (count > MOST_PARTS) return err(`文件里有 ${count} 个部件，最多 ${MOST_PARTS} 个；这不像正常的工作簿，没有展开`)
  if (start + size > end) return err(DAMAGED)
  const parts = new Map<string, ZipPart>()
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_MARK) return err(DAMAGED)
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const nameLength = view.getUint16(at + 28, true)
    const next = at + ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return err(DAMAGED)
    if ((flags & ENCRYPTED) !== 0) return err('压缩包带密码，请去掉密码后再试')
    if (method !== STORED && method !== DEFLATED) return err(`文件使用了不常见的压缩方法，${RESAVE}`)
    const packedBytes = view.getUint32(at + 20, true)
    const expandedBytes = view.getUint32(at + 24, true)
    const headerAt = view.getUint32(at + 42, true)
    if (packedBytes === ZIP64 || expandedBytes === ZIP64) return err(`文件过大，${RESAVE}`)
    // Only the parts of a workbook are ever looked up, and their names are plain ASCII; bytes of others need not be read right.
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength))
    const crc32 = view.getUint32(at + 16, true)
    parts.set(name, { name, stored: method === STORED, crc32, packedBytes, expandedBytes, at: headerAt })
    at = next
  }
  return ok(parts)
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH
  const first = Math.max(0, last - LONGEST_COMMENT)
  for (let at = last; at >= first; at -= 1) if (view.getUint32(at, true) === END_MARK) return at
  return undefined
}

/** The packed bytes of a part; undefined when the directory points where no part is. */
export function packedPart(bytes: Uint8Array, part: ZipPart): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.at + LOCAL_LENGTH > bytes.byteLength || view.getUint32(part.at, true) !== LOCAL_MARK) return undefined
  const from = part.at + LOCAL_LENGTH + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true)
  const to = from + part.packedBytes
  return to > bytes.byteLength ? undefined : bytes.subarray(from, to)
}
