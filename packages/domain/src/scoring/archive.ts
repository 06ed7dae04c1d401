import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { PreviousTable, ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { canonicalJson } from '@anjie/kernel'
import { byCode } from '../ranking/byCode.ts'
import type { Subject } from './cell.ts'
import { inputFaults } from './inputFaults.ts'
import { SCORING_ENGINE } from './scoringEngine.ts'

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

/** SHA-256 over the UTF-8 bytes of the canonical JSON, lower-case hex. Passed in: the browser and the server have different ones. */
export type ContentHash = (content: unknown) => Promise<string>

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

async function valueHashes(values: readonly ItemValue[], hash: ContentHash): Promise<ScoreArchive['valueHashes']> {
  const bySubject = new Map<string, ItemValue[]>()
  for (const value of values) {
    const own = bySubject.get(value.subject)
    if (own === undefined) bySubject.set(value.subject, [value])
    else own.push(value)
  }
  const hashes: { subject: string; hash: string }[] = []
  for (const [subject, own] of bySubject) hashes.push({ subject, hash: await hash(own) })
  return hashes
}

async function partHashes(inputs: ScoreInputs, result: ScoreRun, hash: ContentHash): Promise<ScoreArchive['hashes']> {
  return {
    scheme: await hash(inputs.scheme),
    period: await hash(inputs.period),
    subjects: await hash(inputs.subjects),
    values: await hash(inputs.values),
    previous: await hash(inputs.previous),
    result: await hash(result),
  }
}

const sealOf = (engine: string, hashes: ScoreArchive['hashes'], hash: ContentHash): Promise<string> =>
  hash({ engine, hashes })

/** Packs a finished run. The same run gives the same archive, byte for byte, through `canonicalJson`. */
export async function makeArchive(inputs: ScoreInputs, result: ScoreRun, hash: ContentHash): Promise<ScoreArchive> {
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

/** 封签: what is published beside a table. Of the same inputs and result as the archive, it is the archive's. */
export async function sealRun(
  inputs: ScoreInputs,
  result: ScoreRun,
  hash: ContentHash,
): Promise<{ readonly seal: string; readonly resultHash: string }> {
  const hashes = await partHashes(ordered(inputs), result, hash)
  return { seal: await sealOf(result.engine, hashes, hash), resultHash: hashes.result }
}

/** What recomputing an archive showed. */
export interface ArchiveReport {
  /**
   * The archive holds together: the recomputed result equals the archived one byte for byte, nothing in it was changed, and
   * where a published seal was given it is this archive's.
   */
  readonly sound: boolean
  /** The seal as it was published; null when none was given, and then a wholly forged archive may be sound too. */
  readonly publishedSeal: string | null
  /** Null when there was none to compare with. */
  readonly sealMatches: boolean | null
  /** Why the inputs would not have been taken at entry; nothing is recomputed then. */
  readonly inputFaults: readonly string[]
  readonly engineOfArchive: string
  readonly engineOfToday: string
  /** Parts whose content no longer has the hash that was recorded with it. */
  readonly changedParts: readonly ArchivePart[]
  /** Subjects whose figures were changed, added or removed. */
  readonly changedSubjects: readonly string[]
  /** The recorded hashes themselves were edited: they do not fit the seal. */
  readonly sealBroken: boolean
  readonly sameResult: boolean
  /** The result has the same rows and figures in another order. */
  readonly reordered: boolean
  /** Subjects whose recomputed row differs from the archived one. */
  readonly differingRows: readonly string[]
  readonly seal: string
}

/**
 * Recomputes an archive with today's engine and says whether it still gives the same bytes, or what was changed. Inputs are
 * checked as at entry first. `publishedSeal`: from beside the published table; only with it is a full forgery found.
 */
export async function checkArchive(
  archive: ScoreArchive,
  score: (inputs: ScoreInputs) => ScoreRun,
  hash: ContentHash,
  publishedSeal: string | null = null,
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
  const sealMatches = publishedSeal === null ? null : publishedSeal === archive.seal
  const faults = inputFaults(own)
  const outcome = faults.length > 0 ? NOT_RECOMPUTED : await compareResults(archive.result, score(own), today, hash)
  return {
    sound:
      outcome.sameResult &&
      changedParts.length === 0 &&
      changedSubjects.length === 0 &&
      !sealBroken &&
      sealMatches !== false,
    publishedSeal,
    sealMatches,
    inputFaults: faults,
    engineOfArchive: archive.engine,
    engineOfToday: SCORING_ENGINE,
    changedParts,
    changedSubjects,
    sealBroken,
    ...outcome,
    seal: archive.seal,
  }
}

type Comparison = Pick<ArchiveReport, 'sameResult' | 'reordered' | 'differingRows'>

const NOT_RECOMPUTED: Comparison = { sameResult: false, reordered: false, differingRows: [] }

async function compareResults(
  before: ScoreRun,
  now: ScoreRun,
  hashes: ScoreArchive['hashes'],
  hash: ContentHash,
): Promise<Comparison> {
  // Hashes of both are compared, and not the texts, which may be longer than one text can be.
  if ((await hash(now)) === hashes.result) return { sameResult: true, reordered: false, differingRows: [] }
  return {
    sameResult: false,
    reordered: (await hash(inOneOrder(before))) === (await hash(inOneOrder(now))),
    differingRows: differingRows(before, now),
  }
}

/** Rows, and the nodes and figures in them, in an order that follows from what they say. */
function inOneOrder(run: ScoreRun): unknown {
  return {
    ...run,
    groups: run.groups.toSorted((left, right) => byCode(left.group, right.group)),
    subjects: run.subjects
      .toSorted((left, right) => byCode(left.subject, right.subject))
      .map((row) => ({
        ...row,
        vetoes: row.vetoes.toSorted((left, right) => byCode(left.veto, right.veto)),
        nodes: row.nodes.toSorted((left, right) => byCode(left.node, right.node)),
      })),
  }
}

function differingRows(before: ScoreRun, now: ScoreRun): readonly string[] {
  const earlier = new Map(before.subjects.map((row) => [row.subject, row]))
  const later = new Map(now.subjects.map((row) => [row.subject, row]))
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .filter((subject) => {
      const [one, other] = [earlier.get(subject), later.get(subject)]
      return one === undefined || other === undefined || canonicalJson(one) !== canonicalJson(other)
    })
    .sort(byCode)
}
