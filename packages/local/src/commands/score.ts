import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import type { Finding, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { DataPeriod, type ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { PreviousTable, ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import {
  canonicalJson,
  checkArchive,
  makeArchive,
  type ScoreInputs,
  type TextHash,
} from '@anjie/domain/scoring/archive'
import { checkScheme, type Subject, scoreCycle } from '@anjie/domain/scoring/index'
import { lengthOf } from '@anjie/domain/scoring/periods'
import { err, ok, type Result } from '@anjie/kernel'
import { archiveReport } from '../score/archiveReport.ts'
import { readArguments, type ScoreArguments, scoreUsage } from '../score/arguments.ts'
import { readArchive } from '../score/readArchive.ts'
import { readGroups, subjectsOf } from '../score/readGroups.ts'
import { readJson } from '../score/readJson.ts'
import { readPrevious } from '../score/readPrevious.ts'
import { readValues } from '../score/readValues.ts'
import { scoreTable } from '../score/scoreTable.ts'

/** Files and the two output streams of a command; tests give their own. */
export interface ScoreIo {
  readonly read: (file: string) => Promise<Uint8Array>
  readonly write: (file: string, text: string) => Promise<void>
  /** The result. */
  readonly out: (text: string) => void
  /** Problems and remarks. */
  readonly report: (text: string) => void
}

export const fileIo: ScoreIo = {
  read: (file) => readFile(file),
  write: (file, text) => writeFile(file, text, 'utf8'),
  out: (text) => process.stdout.write(`${text}\n`),
  report: (text) => process.stderr.write(`${text}\n`),
}

const EXIT = { complete: 0, refused: 1, usage: 2 } as const

type Problems = readonly string[]

const sha256: TextHash = async (text) => createHash('sha256').update(text, 'utf8').digest('hex')

async function bytesOf(file: string, io: ScoreIo): Promise<Result<Uint8Array, Problems>> {
  try {
    return ok(await io.read(file))
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return err([`${file}：${missing ? '没有这个文件' : '文件打不开'}`])
  }
}

async function schemeOf(file: string, io: ScoreIo): Promise<Result<Scheme, Problems>> {
  const bytes = await bytesOf(file, io)
  if (!bytes.ok) return bytes
  const json = readJson(file, bytes.value)
  if (!json.ok) return json
  const scheme = readScheme(json.value)
  return scheme.ok ? scheme : err(scheme.error.map(({ message }) => `${file}：${message}`))
}

/** The scheme's year, or for shorter cycles the latest such period of that year that has a figure. */
function periodOf(scheme: Scheme, values: readonly ItemValue[], asked: string | undefined): Result<string, Problems> {
  if (asked !== undefined) {
    const period = DataPeriod.safeParse(asked)
    if (!period.success) return err([`--period“${asked}”应如 2026、2026-H1、2026-Q3 或 2026-05`])
    return lengthOf(period.data) === scheme.cycle
      ? ok(period.data)
      : err([`--period“${asked}”与方案“${scheme.name}”的考评周期不符`])
  }
  if (scheme.cycle === 'year') return ok(String(scheme.year))
  const year = String(scheme.year)
  const periods = values.map(({ period }) => period).filter((period) => period.startsWith(year))
  const latest = periods
    .filter((period) => lengthOf(period) === scheme.cycle)
    .toSorted()
    .at(-1)
  return latest === undefined ? err(['数据中没有考评周期的期间，请用 --period 指定']) : ok(latest)
}

interface ReadInputs {
  readonly inputs: ScoreInputs
  readonly warnings: Problems
}

/** The groups file says who is assessed; without one, everybody who has a value is. */
async function subjectsFor(
  groups: string | undefined,
  scheme: Scheme,
  io: ScoreIo,
): Promise<Result<readonly Subject[] | undefined, Problems>> {
  if (groups === undefined) return ok(undefined)
  const bytes = await bytesOf(groups, io)
  return bytes.ok ? readGroups(groups, bytes.value, scheme) : bytes
}

async function previousOf(file: string | undefined, io: ScoreIo): Promise<Result<PreviousTable | null, Problems>> {
  if (file === undefined) return ok(null)
  const bytes = await bytesOf(file, io)
  return bytes.ok ? readPrevious(file, bytes.value) : bytes
}

async function inputsOf(args: ScoreArguments & { kind: 'score' }, io: ScoreIo): Promise<Result<ReadInputs, Problems>> {
  const scheme = await schemeOf(args.scheme, io)
  if (!scheme.ok) return scheme
  const findings = checkScheme(scheme.value)
  const told = (finding: Finding) =>
    `${args.scheme}：${finding.node === '' ? '' : `〔${finding.node}〕`}${finding.message}`
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return err(errors.map(told))
  const listed = await subjectsFor(args.groups, scheme.value, io)
  if (!listed.ok) return listed
  const bytes = await bytesOf(args.values, io)
  if (!bytes.ok) return bytes
  const known = listed.value === undefined ? undefined : new Set(listed.value.map(({ code }) => code))
  const read = readValues(args.values, bytes.value, scheme.value, known)
  if (!read.ok) return read
  const { values, warnings } = read.value
  const found = values.map(({ subject }) => subject)
  const subjects = listed.value === undefined ? subjectsOf(found, scheme.value) : ok(listed.value)
  if (!subjects.ok) return subjects
  if (subjects.value.length === 0) return err([`${args.values}：没有任何对象`])
  const period = periodOf(scheme.value, values, args.period)
  if (!period.ok) return period
  const previous = await previousOf(args.previous, io)
  if (!previous.ok) return previous
  return ok({
    inputs: {
      scheme: scheme.value,
      period: period.value,
      subjects: subjects.value,
      values,
      previous: previous.value,
    },
    warnings: [...findings.filter(({ severity }) => severity === 'warning').map(told), ...warnings],
  })
}

function score({ scheme, period, subjects, values, previous }: ScoreInputs): ScoreRun {
  return scoreCycle({ scheme, period, subjects, values, ...(previous === null ? {} : { previous }) })
}

async function scoreFiles(args: ScoreArguments & { kind: 'score' }, io: ScoreIo): Promise<number> {
  const read = await inputsOf(args, io)
  if (!read.ok) {
    for (const problem of read.error) io.report(problem)
    return EXIT.refused
  }
  const { inputs, warnings } = read.value
  for (const warning of warnings) io.report(`提示 ${warning}`)
  const run = score(inputs)
  if (args.archive !== undefined) {
    const archive = await makeArchive(inputs, run, sha256)
    await io.write(args.archive, `${canonicalJson(archive)}\n`)
    io.report(`档案已写入 ${args.archive}，封签 ${archive.seal}`)
  }
  io.out(args.json ? JSON.stringify(run, null, 2) : scoreTable(run))
  return EXIT.complete
}

async function recompute(args: ScoreArguments & { kind: 'archive' }, io: ScoreIo): Promise<number> {
  const bytes = await bytesOf(args.archive, io)
  const archive = bytes.ok ? readArchive(args.archive, bytes.value) : bytes
  if (!archive.ok) {
    for (const problem of archive.error) io.report(problem)
    return EXIT.refused
  }
  const report = await checkArchive(archive.value, score, sha256)
  io.out(args.json ? JSON.stringify(report, null, 2) : archiveReport(report))
  return report.sound ? EXIT.complete : EXIT.refused
}

/**
 * `anjie score`: scores a scheme file with a values file, or recomputes an archive, without any running system.
 * Exit code 0 only for a full result or a sound archive; 1 with every problem on the report stream; 2 for wrong usage.
 */
export async function runScore(args: readonly string[], io: ScoreIo): Promise<number> {
  const asked = readArguments(args)
  if (!asked.ok) {
    io.report(`${asked.error}\n\n${scoreUsage}`)
    return EXIT.usage
  }
  switch (asked.value.kind) {
    case 'help':
      io.out(scoreUsage)
      return EXIT.complete
    case 'archive':
      return recompute(asked.value, io)
    case 'score':
      return scoreFiles(asked.value, io)
  }
}
