import { EVIDENCE_TYPES, EvidenceType, MAX_EVIDENCE_BYTES } from '@anjie/contracts/vocabulary/submissions/submission'
import { acceptedNames } from '@anjie/domain/submissions/evidenceFile'
import { err, ok, type Result } from '@anjie/kernel'
import { bytesText } from '../../locales/zh-CN/format.ts'
import { entryWords as words } from '../../locales/zh-CN/submissions.ts'

/** Browsers leave the type of some office files empty, and call others by several names, so the name's ending decides. */
const endingOf = (type: EvidenceType): string => EVIDENCE_TYPES[type].extension
const BY_ENDING: ReadonlyMap<string, EvidenceType> = new Map([
  ...EvidenceType.options.map((type) => [endingOf(type), type] as const),
  ['jpeg', 'image/jpeg'],
])
const isTaken = (type: EvidenceType, alsoAccepts: readonly EvidenceType[]): boolean =>
  !EVIDENCE_TYPES[type].whereAllowed || alsoAccepts.includes(type)

/** What the file picker offers. */
export const evidenceAccept = (alsoAccepts: readonly EvidenceType[]): string =>
  [...BY_ENDING].flatMap(([ending, type]) => (isTaken(type, alsoAccepts) ? [`.${ending}`] : [])).join(',')

/** Whether a chosen file may be sent at all, said before anything is sent; the store and the server check again. */
export function evidenceTypeOf(
  file: { readonly name: string; readonly type: string; readonly size: number },
  alsoAccepts: readonly EvidenceType[] = [],
): Result<EvidenceType, string> {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? ''
  const type = BY_ENDING.get(ending)
  // Packed and older office files have many names, so a type that is none of ours says nothing, save that text is no document. One of
  // ours must be the right one.
  const said = EvidenceType.safeParse(file.type)
  if (
    type === undefined ||
    !isTaken(type, alsoAccepts) ||
    (said.success ? said.data !== type : file.type.startsWith('text/'))
  )
    return err(words.wrongType(file.name, acceptedNames(alsoAccepts)))
  if (file.size === 0) return err(words.emptyFile(file.name))
  if (file.size > MAX_EVIDENCE_BYTES) return err(words.tooLarge(file.name, bytesText(file.size)))
  return ok(type)
}

export const evidenceKindName = (type: EvidenceType): string => EVIDENCE_TYPES[type].name
