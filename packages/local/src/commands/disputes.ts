import { createHmac, randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { DisputeEntry } from '@anjie/contracts/vocabulary/disputes/disputeEntry'
import { DisputeMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { faultText } from '@anjie/contracts/vocabulary/faultText'
import { matchEntries } from '@anjie/domain/disputes/matchEntries'
import type { KeyedDigest } from '@anjie/domain/disputes/partyDigests'
import { reconcile } from '@anjie/domain/disputes/reconcile'
import { err, ok, type Result } from '@anjie/kernel'
import { type MatchOutcome, matchJson } from '../disputes/matchJson.ts'
import { matchText } from '../disputes/matchText.ts'
import { type ExportFault, fits, readExport } from '../disputes/readExport.ts'
import { fileProblem } from '../score/fileProblem.ts'
import { type OpenTable, openTables } from '../score/openTable.ts'
import { printable } from '../score/printable.ts'
import { readJson, schemaProblems } from '../score/readJson.ts'
import type { ScoreIo } from './score.ts'

const USAGE = `用法：
  anjie disputes match --mapping <对照.json> <导出 1> <导出 2> … [--json]

把几个系统导出的矛盾纠纷（CSV 或 .xlsx）按对照文件读成统一的字段，找出哪些是同一起，并按各系统自己的口径和统一口径汇总。
文件按表头认系统；两个系统的表头都合时，按对照文件里的次序。对照文件的写法见 contracts/src/vocabulary/disputes/typicalSystems.json。
当事人姓名、证件号、电话只用来比对，当场变成一次性的摘要，不保存、不输出。

不需要任何正在运行的系统。退出码：0 全部读入；1 有没有读入的行或格（结果照样输出），或文件有问题；2 用法不对`

const EXIT = { complete: 0, refused: 1, usage: 2 } as const

type Problems = readonly string[]

interface MatchArguments {
  readonly mapping: string
  readonly files: readonly string[]
  readonly json: boolean
}

function readArguments(args: readonly string[]): MatchArguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { mapping: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const [verb, ...files] = positionals
    if (verb !== 'match' || values.mapping === undefined || files.length === 0) return undefined
    return { mapping: values.mapping, files, json: values.json }
  } catch {
    return undefined
  }
}

async function bytesOf(file: string, io: ScoreIo): Promise<Result<Uint8Array, Problems>> {
  try {
    return ok(await io.read(file))
  } catch (error) {
    return err([fileProblem(file, error, '文件打不开')])
  }
}

async function readMapping(file: string, io: ScoreIo): Promise<Result<DisputeMapping, Problems>> {
  const bytes = await bytesOf(file, io)
  if (!bytes.ok) return bytes
  const json = readJson(file, bytes.value)
  if (!json.ok) return json
  const parsed = DisputeMapping.safeParse(json.value, { error: faultText })
  return parsed.success ? ok(parsed.data) : err(schemaProblems(file, parsed.error))
}

async function tableOf(file: string, io: ScoreIo): Promise<Result<OpenTable, Problems>> {
  const bytes = await bytesOf(file, io)
  if (!bytes.ok) return bytes
  const tables = await openTables(file, bytes.value)
  if (!tables.ok) return tables
  const [table, ...others] = tables.value
  if (table === undefined) return err([`${file}：文件是空的`])
  if (others.length > 0) return err([`${file}：有几张有内容的工作表，请每个系统只留一张`])
  return ok(table)
}

/** Which system each file is from: the first one, not yet taken, whose columns it has; otherwise the one at its place. */
function assign({ systems }: DisputeMapping, tables: readonly OpenTable[]): Result<readonly number[], Problems> {
  if (tables.length > systems.length)
    return err([`给了 ${tables.length} 个文件，对照文件里只有 ${systems.length} 个系统`])
  const taken = new Set<number>()
  const fitting = tables.map((table) => {
    const at = systems.findIndex((system, index) => !taken.has(index) && fits(table, system))
    if (at >= 0) taken.add(at)
    return at
  })
  return ok(
    fitting.map((at) => {
      if (at >= 0) return at
      const free = systems.findIndex((_, index) => !taken.has(index))
      taken.add(free)
      return free
    }),
  )
}

/** A key of this run only: digests of two runs say nothing about each other. */
function digestOfThisRun(): KeyedDigest {
  const key = randomBytes(32)
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const digest = createHmac('sha256', key).update(text).digest('base64url').slice(0, 22)
    known.set(text, digest)
    return digest
  }
}

function matchTables(mapping: DisputeMapping, tables: readonly OpenTable[]): Result<MatchOutcome, Problems> {
  const assigned = assign(mapping, tables)
  if (!assigned.ok) return assigned
  const digest = digestOfThisRun()
  const entries: DisputeEntry[] = []
  const faults: ExportFault[] = []
  const files: MatchOutcome['files'][number][] = []
  const problems: string[] = []
  for (const [index, table] of tables.entries()) {
    const system = mapping.systems[assigned.value[index] ?? -1]
    if (system === undefined) throw new Error(`no system for ${table.name}`)
    const read = readExport(table, system, digest)
    if (!read.ok) {
      problems.push(...read.error)
      continue
    }
    entries.push(...read.value.entries)
    faults.push(...read.value.faults)
    files.push({ system: system.system, file: table.name, rows: read.value.rows })
  }
  if (problems.length > 0) return err(problems)
  const matched = matchEntries(entries)
  return ok({ mapping, entries, matched, reconciled: reconcile(mapping, entries, matched.groupOf), faults, files })
}

/** `anjie disputes match`. */
export async function runDisputes(args: readonly string[], io: ScoreIo): Promise<number> {
  const given = readArguments(args)
  if (given === undefined) {
    const asked = args.includes('--help')
    io.report(USAGE)
    return asked ? EXIT.complete : EXIT.usage
  }
  const refuse = (problems: Problems): number => {
    for (const problem of problems) io.report(printable(problem))
    return EXIT.refused
  }
  const mapping = await readMapping(given.mapping, io)
  if (!mapping.ok) return refuse(mapping.error)
  const tables: OpenTable[] = []
  for (const file of given.files) {
    const table = await tableOf(file, io)
    if (!table.ok) return refuse(table.error)
    for (const remark of table.value.remarks) io.report(printable(remark))
    tables.push(table.value)
  }
  const outcome = matchTables(mapping.value, tables)
  if (!outcome.ok) return refuse(outcome.error)
  const { faults } = outcome.value
  await io.out(given.json ? matchJson(outcome.value) : matchText(outcome.value))
  if (faults.length > 0) io.report(`有 ${faults.length} 处没有读入，见输出`)
  return faults.length > 0 ? EXIT.refused : EXIT.complete
}
