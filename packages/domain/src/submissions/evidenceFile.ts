import type { Problem } from '@anjie/contracts/vocabulary/problems'
import {
  EVIDENCE_TYPES,
  type Evidence,
  EvidenceType,
  MAX_EVIDENCE_BYTES,
} from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import { agreesWithType } from './fileSignature.ts'

/** What the file store says about an upload; `undefined`: nothing is there. */
export type SeenFile = { readonly bytes: number; readonly head: Uint8Array; readonly etag: string } | undefined

/** An upload form is valid for ten minutes; a slot that is still empty after an hour was given up. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000

/** What is wrong with a file as it is announced: too large, or named as another type than it is said to be. */
export function announcedFault(
  file: Pick<Evidence, 'fileName' | 'contentType' | 'bytes'>,
  alsoAccepts: readonly EvidenceType[] = [],
): Problem | null {
  if (file.bytes > MAX_EVIDENCE_BYTES)
    return { code: 'evidence-refused', detail: '单个文件不超过20MB', pointer: '/bytes' }
  const type = EVIDENCE_TYPES[file.contentType]
  if (type.whereAllowed && !alsoAccepts.includes(file.contentType))
    return {
      code: 'evidence-refused',
      detail: `这里不收${type.name}文件；可上传${acceptedNames(alsoAccepts)}`,
      pointer: '/contentType',
    }
  return hasExtension(file.fileName, type.extension)
    ? null
    : {
        code: 'evidence-refused',
        detail: `“${file.fileName}”的扩展名与${type.name}（.${type.extension}）不符`,
        pointer: '/fileName',
      }
}

/** 可上传的类型, in words. */
export const acceptedNames = (alsoAccepts: readonly EvidenceType[]): string =>
  EvidenceType.options
    .filter((type) => !EVIDENCE_TYPES[type].whereAllowed || alsoAccepts.includes(type))
    .map((type) => EVIDENCE_TYPES[type].name)
    .join('、')

/** The files that are there or may still come. */
export const withoutAbandoned = <E extends Pick<Evidence, 'status' | 'uploadedAt'>>(
  files: readonly E[],
  now: string,
): E[] =>
  files.filter(
    ({ status, uploadedAt }) => status === 'attached' || Date.parse(now) - Date.parse(uploadedAt) < ABANDONED_AFTER_MS,
  )

/** What a file's slot says once the file was seen and is what it was said to be. */
export function receivedFile(
  { fileName, contentType, status }: Pick<Evidence, 'fileName' | 'contentType' | 'status'>,
  seen: SeenFile,
  now: string,
): Result<Pick<Evidence, 'status' | 'bytes' | 'uploadedAt'> & { readonly mark: string }, Problem> {
  if (status === 'attached') return err({ code: 'transition-not-allowed', detail: `“${fileName}”已经上传，不能替换` })
  if (seen === undefined || seen.bytes === 0)
    return err({ code: 'evidence-not-uploaded', detail: `没有收到“${fileName}”` })
  if (seen.bytes > MAX_EVIDENCE_BYTES) return err({ code: 'evidence-refused', detail: `“${fileName}”超过20MB` })
  if (!agreesWithType(seen.head, contentType))
    return err({ code: 'evidence-refused', detail: `“${fileName}”的内容不是${EVIDENCE_TYPES[contentType].name}文件` })
  return ok({ status: 'attached', mark: seen.etag, bytes: seen.bytes, uploadedAt: now })
}

function hasExtension(fileName: string, extension: string): boolean {
  const name = fileName.toLowerCase()
  return name.endsWith(`.${extension}`) || (extension === 'jpg' && name.endsWith('.jpeg'))
}
