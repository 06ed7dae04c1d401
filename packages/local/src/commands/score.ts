import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import type { Finding, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { DataPeriod, type ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { PreviousTable, ScoreRun, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { checkPreviousTable } from '@anjie/domain/ranking/checkPreviousTable'
import {
  type ContentHash,
  checkArchive,
  makeArchive,
  type ScoreArchive,
  type ScoreInputs,
} from '@anjie/domain/scoring/archive'
import { checkScheme, type Subject, scoreCycle } from '@anjie/domain/scoring/index'
import { lookAlikes } from '@anjie/domain/scoring/lookAlikes'
import { lengthOf } from '@anjie/domain/scoring/periods'
import { canonicalPieces, err, ok, type Result } from '@anjie/kernel'
import { archiveReport } from '../score/archiveReport.ts'
import { readArguments, type ScoreArguments, scoreUsage } from '../score/arguments.ts'
import { fileProblem } from '../score/fileProblem.ts'
import { type OpenTable, openTables } from '../score/openTable.ts'
import { printable, printableJson } from '../score/printable.ts'
import { readArchive } from '../score/readArchive.ts'
import { readGroups, subjectsOf } from '../score/readGroups.ts'
import { readJson } from '../score/readJson.ts'
import { readPrevious } from '../score/readPrevious.ts'
import { readValues } from '../score/readValues.ts'
import { receiptText } from '../score/receiptText.ts'
import { scoreJson, subjectJson } from '../score/scoreJson.ts'
import { scoreTable } from '../score/scoreTable.ts'
import { tableCsv } from '../score/tableCsv.ts'

/** Files and the two output streams of a command; tests give their own. */
export interface ScoreIo {
  readonly read: (file: string) => Promise<Uint8Array>
  readonly write: (file: string, pieces: Iterable<string | Uint8Array>) => Promise<void>
  /** The result, in pieces: a whole province's receipts are longer than one text can be. */
  readonly out: (pieces: Iterable<string>) => Promise<void>
  /** Problems and remarks, a line each. */
  readonly report: (text: string) => void
}

const LARGE_PIECE = 65_536

/** Many small pieces as few large ones, so that each write is worth its while. */
function* inChunks(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let text = ''
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    text += piece
    if (text.length > LARGE_PIECE) {
      yield Buffer.from(text, 'utf8')
      text = ''
    }
  }
  if (text !== '') yield Buffer.from(text, 'utf8')
}

async function print(pieces: Iterable<string>): Promise<void> {
  try {
    for (const chunk of inChunks(pieces))
      await new Promise<void>((resolve, reject) =>
        process.stdout.write(chunk, (error) => (error ? reject(error) : resolve())),
      )
  } catch (error) {
    // Whoever reads has read enough (`| head`).
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

export const fileIo: ScoreIo = {
  read: (file) => readFile(file),
  write: (file, pieces) => pipeline(Readable.from(inChunks(pieces)), createWriteStream(file)),
  out: print,
  report: (text) => process.stderr.write(`${text}\n`),
}

const EXIT = { complete: 0, refused: 1, usage: 2 } as const

type Problems = readonly string[]

const sha256: ContentHash = async (content) => {
  const hash = createHash('sha256')
  for (const piece of canonicalPieces(content)) hash.update(piece, 'utf8')
  return hash.digest('hex')
}

/** The bytes of a file, or in Chinese why it cannot be opened. */
export async function bytesOf(file: string, io: Pick<ScoreIo, 'read'>): Promise<Result<Uint8Array, Problems>> {
  try {
    return ok(await io.read(file))
  } catch (error) {
    return err([fileProblem(file, error, '文件打不开')])
  }
}

async function written(
  file: string,
  pieces: Iterable<string | Uint8Array>,
  io: ScoreIo,
): Promise<Result<void, Problems>> {
  try {
    return ok(await io.write(file, pieces))
  } catch (error) {
    return err([fileProblem(file, error, '文件写不进去')])
  }
}

async function tablesOf(
  file: string,
  io: ScoreIo,
  sheet?: string | undefined,
): Promise<Result<readonly OpenTable[], Problems>> {
  const bytes = await bytesOf(file, io)
  return bytes.ok ? openTables(file, bytes.value, sheet) : bytes
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

/** The groups file says who is assessed; without one, everybody who stands in the values. */
async function subjectsFor(
  groups: string | undefined,
  scheme: Scheme,
  io: ScoreIo,
): Promise<Result<readonly Subject[] | undefined, Problems>> {
  if (groups === undefined) return ok(undefined)
  const tables = await tablesOf(groups, io)
  if (!tables.ok) return tables
  const [table, ...others] = tables.value
  return table === undefined || others.length > 0
    ? err([`${groups}：分组文件应只有一张工作表`])
    : readGroups(table, scheme)
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
  const tables = await tablesOf(args.values, io, args.sheet)
  if (!tables.ok) return tables
  const known = listed.value === undefined ? undefined : new Set(listed.value.map(({ code }) => code))
  // A wide sheet may leave the period to the command; only a long one can tell which is the latest.
  const named =
    args.period === undefined && scheme.value.cycle !== 'year' ? undefined : periodOf(scheme.value, [], args.period)
  if (named !== undefined && !named.ok) return named
  const read = readValues(tables.value, scheme.value, { subjects: known, period: named?.value })
  if (!read.ok) return read
  const { values, warnings } = read.value
  const subjects =
    listed.value === undefined ? subjectsOf(args.values, read.value.subjects, scheme.value) : ok(listed.value)
  if (!subjects.ok) return subjects
  if (subjects.value.length === 0) return err([`${args.values}：没有任何对象`])
  const period = periodOf(scheme.value, values, args.period)
  if (!period.ok) return period
  const previous = await previousOf(args.previous, io)
  if (!previous.ok) return previous
  const unfit = [
    ...lookAlikes(subjects.value.map(({ code }) => code)).map(
      ({ message }) => `${args.groups ?? args.values}：${message}`,
    ),
    ...(previous.value === null ? [] : checkPreviousTable(previous.value, period.value)).map(
      (problem) => `${args.previous}：${problem}`,
    ),
  ]
  if (unfit.length > 0) return err(unfit)
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

const refuse = (problems: Problems, io: ScoreIo): number => {
  for (const problem of problems) io.report(printable(problem))
  return EXIT.refused
}

/** The one subject that `--receipt` names, by its code or, where only one has it, its name. */
function receiptRow(run: ScoreRun, asked: string): Result<SubjectScore, Problems> {
  const byCode = run.subjects.find(({ subject }) => subject === asked)
  if (byCode !== undefined) return ok(byCode)
  const [named, ...others] = run.subjects.filter(({ name }) => name === asked)
  if (named === undefined) return err([`没有对象“${asked}”`])
  return others.length === 0 ? ok(named) : err([`有 ${others.length + 1} 个对象叫“${asked}”，请用代码指定`])
}

async function scoreFiles(args: ScoreArguments & { kind: 'score' }, io: ScoreIo): Promise<number> {
  const read = await inputsOf(args, io)
  if (!read.ok) return refuse(read.error, io)
  const { inputs, warnings } = read.value
  for (const warning of warnings) io.report(printable(`提示 ${warning}`))
  const run = score(inputs)
  const row = args.receipt === undefined ? undefined : receiptRow(run, args.receipt)
  if (row !== undefined && !row.ok) return refuse(row.error, io)
  if (args.archive !== undefined) {
    const archive = await makeArchive(inputs, run, sha256)
    const kept = await written(args.archive, archivePieces(archive), io)
    if (!kept.ok) return refuse(kept.error, io)
    io.report(printable(`档案已写入 ${args.archive}，封签 ${archive.seal}`))
  }
  if (args.csv !== undefined) {
    const kept = await written(args.csv, [tableCsv(run, inputs.scheme)], io)
    if (!kept.ok) return refuse(kept.error, io)
    io.report(printable(`排名表已写入 ${args.csv}`))
  }
  if (row !== undefined)
    await io.out([
      args.json ? subjectJson(row.value, inputs.scheme) : `${receiptText(run, row.value, inputs.scheme)}\n`,
    ])
  else await io.out(args.json ? scoreJson(run, inputs.scheme) : [`${scoreTable(run)}\n`])
  return EXIT.complete
}

function* archivePieces(archive: ScoreArchive): Generator<string> {
  yield* canonicalPieces(archive)
  yield '\n'
}

async function recompute(args: ScoreArguments & { kind: 'archive' }, io: ScoreIo): Promise<number> {
  const bytes = await bytesOf(args.archive, io)
  const archive = bytes.ok ? readArchive(args.archive, bytes.value) : bytes
  if (!archive.ok) return refuse(archive.error, io)
  const report = await checkArchive(archive.value, score, sha256, args.seal)
  await io.out([`${args.json ? printableJson(JSON.stringify(report, null, 2)) : archiveReport(report)}\n`])
  return report.sound ? EXIT.complete : EXIT.refused
}

/**
 * `anjie score`: scores a scheme file with a values file, or recomputes an archive, without any running system.
 * Exit code 0 only for a full result or a sound archive; 1 with every problem on the report stream; 2 for wrong usage.
 */
export async function runScore(args: readonly string[], io: ScoreIo): Promise<number> {
  const asked = readArguments(args)
  if (!asked.ok) {
    io.report(`${printable(asked.error)}\n\n${scoreUsage}`)
    return EXIT.usage
  }
  switch (asked.value.kind) {
    case 'help':
      await io.out([`${scoreUsage}\n`])
      return EXIT.complete
    case 'archive':
      return recompute(asked.value, io)
    case 'score':
      return scoreFiles(asked.value, io)
  }
}
