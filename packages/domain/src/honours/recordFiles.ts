import type { HonourFile } from '@anjie/contracts/vocabulary/honours/countyHonour'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { announcedFault, receivedFile, type SeenFile, withoutAbandoned } from '../submissions/evidenceFile.ts'

/** Anything that keeps papers beside it: an honour of the county, a basis. */
type File = Omit<HonourFile, 'id'> & { readonly id: string }

/** A slot for one more file, which counts only once it was seen. */
export function withSlot<F extends File>(
  files: readonly F[],
  file: Pick<F, 'id' | 'fileName' | 'contentType' | 'bytes'>,
  { personId, now, most }: { readonly personId: string; readonly now: string; readonly most: number },
): Result<F[], Problem> {
  const fault = announcedFault(file)
  if (fault !== null) return err(fault)
  const kept = withoutAbandoned(files, now)
  if (kept.length >= most) return err({ code: 'evidence-refused', detail: `最多${most}个文件` })
  return ok([...kept, { ...file, status: 'pending', uploadedBy: personId, uploadedAt: now } as F])
}

/** The file that was announced, once it is there and is what it was said to be. */
export function withReceived<F extends File>(
  files: readonly F[],
  id: string,
  seen: SeenFile,
  now: string,
): Result<F[], Problem> {
  const file = files.find((each) => each.id === id)
  if (file === undefined) return err({ code: 'not-found', detail: '没有这份文件' })
  const received = receivedFile(file, seen, now)
  return received.ok ? ok(files.map((each) => (each.id === id ? { ...each, ...received.value } : each))) : received
}

/** A file that was seen; only such a one is opened. */
export const attachedFile = <F extends File>(files: readonly F[], id: string): F | undefined =>
  files.find((each) => each.id === id && each.status === 'attached')
