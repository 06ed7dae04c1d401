import { EVIDENCE_TYPES, EvidenceType, MAX_EVIDENCE_BYTES } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import { bytesText } from '../../locales/zh-CN/format.ts'
import { entryWords as words } from '../../locales/zh-CN/submissions.ts'

/** Browsers leave the type of some office files empty, so the name's ending decides. */
const BY_ENDING: ReadonlyMap<string, EvidenceType> = new Map([
  ['pdf', 'application/pdf'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])

/** What the file picker offers. */
export const EVIDENCE_ACCEPT = [...BY_ENDING.keys()].map((ending) => `.${ending}`).join(',')

/** Whether a chosen file may be sent at all, said before anything is sent; the store and the server check again. */
export function evidenceTypeOf(file: {
  readonly name: string
  readonly type: string
  readonly size: number
}): Result<EvidenceType, string> {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? ''
  const type = BY_ENDING.get(ending)
  const said = EvidenceType.safeParse(file.type)
  if (type === undefined || (file.type !== '' && (!said.success || said.data !== type)))
    return err(words.wrongType(file.name))
  if (file.size === 0) return err(words.emptyFile(file.name))
  if (file.size > MAX_EVIDENCE_BYTES) return err(words.tooLarge(file.name, bytesText(file.size)))
  return ok(type)
}

export const evidenceKindName = (type: EvidenceType): string => EVIDENCE_TYPES[type].name
