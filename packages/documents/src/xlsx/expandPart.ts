import { err, ok, type Result } from '@anjie/kernel'
import { DAMAGED, packedPart, type ZipPart } from './zipDirectory.ts'

/** How much may come out of one workbook. A million formatted but empty rows are some 60 MB; nobody writes more by hand. */
const MOST_BYTES = 128 * 1024 * 1024

export interface ExpansionBudget {
  left: number
}

/** A zip whose directory was read, and what may still come out of it. */
export interface OpenPackage {
  readonly bytes: Uint8Array
  readonly parts: ReadonlyMap<string, ZipPart>
  readonly budget: ExpansionBudget
}

export const expansionBudget = (): ExpansionBudget => ({ left: MOST_BYTES })

const TOO_LARGE = `展开后超过 ${MOST_BYTES / 1024 / 1024} MB，没有读取；请把内容复制到新的工作簿（只留要导入的工作表）再试`

/**
 * Expands a part and hands on its text piece by piece, so that no more than a piece of it is ever held. Stops at the budget,
 * whatever the directory claims about the size. The directory's checksum is verified at the end.
 */
export async function expandPart(
  bytes: Uint8Array,
  part: ZipPart,
  budget: ExpansionBudget,
  onText: (text: string) => void,
): Promise<Result<null, string>> {
  if (part.expandedBytes > budget.left) return err(TOO_LARGE)
  const packed = packedPart(bytes, part)
  if (packed === undefined) return err(DAMAGED)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = piecesOf(packed, part).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      budget.left -= value.byteLength
      if (budget.left < 0) return err(TOO_LARGE)
      onText(decoder.decode(value, { stream: true }))
    }
    onText(decoder.decode())
    return ok(null)
  } catch {
    return err(DAMAGED)
  } finally {
    // A reader that was left early must not keep the expansion running; what it says about that is of no interest.
    await reader.cancel().catch(() => {})
  }
}

function piecesOf(packed: Uint8Array, part: ZipPart): ReadableStream<Uint8Array> {
  if (part.stored) return streamOf([packed])
  // Raw deflate came to browsers late. The same bytes between a gzip head and tail work in older ones too, and the tail holds
  // the checksum and size from the zip's directory, so that a damaged or lying part is noticed.
  const head = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff)
  const tail = new Uint8Array(8)
  const view = new DataView(tail.buffer)
  view.setUint32(0, part.crc32, true)
  view.setUint32(4, part.expandedBytes, true)
  return streamOf([head, packed, tail]).pipeThrough(new DecompressionStream('gzip'))
}

const streamOf = (pieces: readonly Uint8Array[]): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new Uint8Array(piece))
      controller.close()
    },
  })
