import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { PreviousTable, ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { byCode } from '../ranking/byCode.ts'
import type { Subject } from './figures.ts'

/** Everything that a score run was made from. */
export interface ScoreInputs {
  readonly scheme: Scheme
  readonly period: string
  readonly subjects: readonly Subject[]
  readonly values: readonly ItemValue[]
  readonly previous: PreviousTable | null
}

export const ARCHIVE_PARTS = ['scheme', 'period', 'subjects', 'values', 'previous', 'result'] as const
export type ArchivePart = (typeof ARCHIVE_PARTS)[number]

/**
 * 计分档案: a run that anybody can recompute offline. Hashes are SHA-256 in lower-case hex over the canonical JSON of each
 * part; `seal` is the hash of the engine version and the other hashes, short enough to print under a published table.
 */
export interface ScoreArchive extends ScoreInputs {
  readonly format: 'anjie-archive/1'
  readonly engine: string
  readonly result: ScoreRun
  readonly hashes: Readonly<Record<ArchivePart, string>>
  /** Hash of the figures of each subject, in the order of their codes, so that a change can be traced to whom it concerns. */
  readonly valueHashes: readonly { readonly subject: string; readonly hash: string }[]
  readonly seal: string
}

/** SHA-256 of the UTF-8 bytes, lower-case hex. Passed in: the browser and the server have different ones. */
export type TextHash = (text: string) => Promise<string>

/** JSON with sorted keys and no spaces: one text for one content, whatever wrote it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((inner) => canonicalJson(inner ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([left], [right]) => byCode(left, right))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
}

const valueOrder = (left: ItemValue, right: ItemValue): number =>
  byCode(left.subject, right.subject) || byCode(left.item, right.item) || byCode(left.period, right.period)

/** The same inputs in their one order, so that a file that was sorted otherwise has the same hashes. */
function ordered(inputs: ScoreInputs): ScoreInputs {
  return {
    scheme: inputs.scheme,
    period: inputs.period,
    subjects: inputs.subjects.toSorted((left, right) => byCode(left.code, right.code)),
    values: inputs.values.toSorted(valueOrder),
    previous: inputs.previous,
  }
}

async function valueHashes(values: readonly ItemValue[], hash: TextHash): Promise<ScoreArchive['valueHashes']> {
  const bySubject = new Map<string, ItemValue[]>()
  for (const value of values) {
    const own = bySubject.get(value.subject)
    if (own === undefined) bySubject.set(value.subject, [value])
    else own.push(value)
  }
  const hashes: { subject: string; hash: string }[] = []
  for (const [subject, own] of bySubject) hashes.push({ subject, hash: await hash(canonicalJson(own)) })
  return hashes
}

async function partHashes(inputs: ScoreInputs, result: ScoreRun, hash: TextHash): Promise<ScoreArchive['hashes']> {
  return {
    scheme: await hash(canonicalJson(inputs.scheme)),
    period: await hash(canonicalJson(inputs.period)),
    subjects: await hash(canonicalJson(inputs.subjects)),
    values: await hash(canonicalJson(inputs.values)),
    previous: await hash(canonicalJson(inputs.previous)),
    result: await hash(canonicalJson(result)),
  }
}

const sealOf = (engine: string, hashes: ScoreArchive['hashes'], hash: TextHash): Promise<string> =>
  hash(canonicalJson({ engine, hashes }))

/** Packs a finished run. The same run gives the same archive, byte for byte, through `canonicalJson`. */
export async function makeArchive(inputs: ScoreInputs, result: ScoreRun, hash: TextHash): Promise<ScoreArchive> {
  const own = ordered(inputs)
  const hashes = await partHashes(own, result, hash)
  return {
    format: 'anjie-archive/1',
    engine: result.engine,
    ...own,
    result,
    hashes,
    valueHashes: await valueHashes(own.values, hash),
    seal: await sealOf(result.engine, hashes, hash),
  }
}

/** What recomputing an archive showed. */
export interface ArchiveReport {
  /** The recomputed result equals the archived one byte for byte, and nothing in the archive was changed. */
  readonly sound: boolean
  readonly engineOfArchive: string
  readonly engineOfToday: string
  /** Parts whose content no longer has the hash that was recorded with it. */
  readonly changedParts: readonly ArchivePart[]
  /** Subjects whose figures were changed, added or removed. */
  readonly changedSubjects: readonly string[]
  /** The recorded hashes themselves were edited: they do not fit the seal. */
  readonly sealBroken: boolean
  readonly sameResult: boolean
  /** Subjects whose recomputed row differs from the archived one. */
  readonly differingRows: readonly string[]
  readonly seal: string
}

/** Recomputes an archive with today's engine and says whether it still gives the same bytes, or what was changed. */
export async function checkArchive(
  archive: ScoreArchive,
  score: (inputs: ScoreInputs) => ScoreRun,
  hash: TextHash,
): Promise<ArchiveReport> {
  const own = ordered(archive)
  const today = await partHashes(own, archive.result, hash)
  const changedParts = ARCHIVE_PARTS.filter((part) => today[part] !== archive.hashes[part])
  const before = new Map(archive.valueHashes.map((entry) => [entry.subject, entry.hash]))
  const now = new Map((await valueHashes(own.values, hash)).map((entry) => [entry.subject, entry.hash]))
  const changedSubjects = [...new Set([...before.keys(), ...now.keys()])]
    .filter((subject) => before.get(subject) !== now.get(subject))
    .sort(byCode)
  const sealBroken = (await sealOf(archive.engine, archive.hashes, hash)) !== archive.seal
  const result = score(own)
  const sameResult = canonicalJson(result) === canonicalJson(archive.result)
  return {
    sound: sameResult && changedParts.length === 0 && changedSubjects.length === 0 && !sealBroken,
    engineOfArchive: archive.engine,
    engineOfToday: result.engine,
    changedParts,
    changedSubjects,
    sealBroken,
    sameResult,
    differingRows: sameResult ? [] : differingRows(archive.result, result),
    seal: archive.seal,
  }
}

function differingRows(before: ScoreRun, now: ScoreRun): readonly string[] {
  const rows = (run: ScoreRun) => new Map(run.subjects.map((row) => [row.subject, canonicalJson(row)]))
  const earlier = rows(before)
  const later = rows(now)
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .filter((subject) => earlier.get(subject) !== later.get(subject))
    .sort(byCode)
}
