import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { openIntake, readIntake, readTables } from '@anjie/documents/intake/readIntake'
import { readerAnswers, returnedWorkbook } from '@anjie/documents/intake/returnedWorkbook'
import { templateWorkbook } from '@anjie/documents/intake/templateWorkbook'
import { leagueWorkbook } from '@anjie/documents/leagueWorkbook'
import { readSchemeWorkbook } from '@anjie/documents/readSchemeWorkbook'
import { schemeWorkbook } from '@anjie/documents/schemeWorkbook'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { filledTemplate } from '../intake/filledTemplate.ts'
import { countyForm, villageForm } from '../intake/oddForms.ts'
import { officeFile } from '../intake/officeFile.ts'
import { TRIPS } from '../intake/templateTrips.ts'
import { WORKBOOKS } from './everyExport.ts'
import { exampleScheme } from './exampleScheme.ts'
import { openedBytes } from './openedBytes.ts'

const isThere = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'soffice')))
const why = isThere ? '' : ' (skipped: no soffice on the PATH)'
const ONE_MINUTE = 120_000

/** Opens the workbook with LibreOffice and saves it in another format; answers the files that came out. */
async function converted(bytes: Uint8Array, format: string): Promise<ReadonlyMap<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'anjie-office-'))
  try {
    const file = join(folder, 'in.xlsx')
    await writeFile(file, bytes)
    await promisify(execFile)('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      join(folder, 'out'),
      file,
    ])
    const names = await readdir(join(folder, 'out'))
    return new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(join(folder, 'out', name))] as const)),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every sheet as comma-separated values with the figures as shown. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'

async function sheetsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string[][]>> {
  const files = await converted(bytes, EVERY_SHEET)
  return new Map(
    [...files].map(([name, content]) => [
      name.replace(/^in-|\.csv$/g, ''),
      parse(content, { bom: true, relax_column_count: true }) as string[][],
    ]),
  )
}

test.skipIf(!isThere)(
  `LibreOffice shows the same figures in a league table as were published${why}`,
  async () => {
    const scores = ['98.50', '98.05', '0.00', '-2.50', '100.00']
    const rows = scores.map((score, index) =>
      LeagueRow.parse({
        subject: `99010${index + 1}`,
        name: `第${index}区`,
        group: 'A',
        groupName: '一类',
        publishedScore: score,
        exactScore: score,
        rank: index + 1,
        tied: false,
        grade: null,
        rankChange: null,
        interval: null,
        notRankedReason: null,
        levelOne: [{ code: 'L', name: '平安三率', points: '1.125' }],
      }),
    )
    const bytes = await leagueWorkbook({
      title: '榜单',
      basis: '注',
      groups: [{ code: 'A', name: '一类' }],
      rows,
      seal: undefined,
    })
    const table = (await sheetsOf(bytes)).get('一类') ?? []
    expect(table.slice(3, 8).map((cells) => cells[5])).toEqual(scores)
    expect(table.slice(3, 8).map((cells) => cells[4])).toEqual(rows.map(({ subject }) => subject))
    expect(table[3]?.[9]).toBe('1.125')
  },
  ONE_MINUTE,
)

test.skipIf(!isThere)(
  `LibreOffice shows a scheme's points as they are, and what it saves is the same scheme${why}`,
  async () => {
    const scheme = exampleScheme('wenzhou-2017.scheme.json')
    const bytes = await schemeWorkbook(scheme)
    const nodes = (await sheetsOf(bytes)).get('指标') ?? []
    const at = (header: string) => nodes[0]?.indexOf(header) ?? -1
    const shown = new Map(nodes.slice(1).map((cells) => [cells[at('代码')], cells[at('分值')]]))
    const open = [scheme.root]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      expect([node.code, shown.get(node.code)]).toEqual([node.code, node.points ?? ''])
      if (node.kind === 'branch') open.push(...node.children)
    }
    const saved = await converted(bytes, 'xlsx:Calc MS Excel 2007 XML')
    const [again] = [...saved.values()]
    expect(await readSchemeWorkbook(new Uint8Array(again ?? []))).toEqual({ ok: true, value: scheme })
  },
  ONE_MINUTE,
)

test.skipIf(!isThere)(
  `a template that LibreOffice saved again is read with the same values: codes, days, figures, names like formulas${why}`,
  async () => {
    const values = new Map([
      ['township', '=城关镇'],
      ['name', '3-1'],
      ['division', '007012000000'],
      ['kind', 'village'],
      ['since', '2031-03-01'],
    ])
    const saved = await converted(
      await templateWorkbook({ form: villageForm, rows: [{ values }] }),
      'xlsx:Calc MS Excel 2007 XML',
    )
    const [bytes] = [...saved.values()]
    const reading = await readIntake(new Uint8Array(bytes ?? []), villageForm)
    if (!reading.ok) throw new Error(reading.error)
    expect(reading.value.refusals).toEqual([])
    expect(reading.value.rows.map((row) => [...row.values])).toEqual([[...values]])
  },
  ONE_MINUTE,
)

test.skipIf(!isThere)(
  `LibreOffice opens a returned file with the same cells and what is said of each row${why}`,
  async () => {
    const sent = officeFile([
      {
        name: '数据',
        rows: [
          ['单位', '排查纠纷数', '截止日期'],
          ['_x0041_', -3, { n: 47908, format: 'yyyy/m/d' }],
        ],
      },
    ])
    const tables = await openIntake(sent)
    const reading = tables.ok ? readTables(tables.value, countyForm) : tables
    if (!tables.ok || !reading.ok) throw new Error('the sheet is not read')
    const bytes = await returnedWorkbook(tables.value, reading.value, readerAnswers(reading.value))
    const shown = (await sheetsOf(bytes)).get('数据') ?? []
    expect(shown[1]?.slice(0, 3)).toEqual(['_x0041_', '-3', '2031-03-01'])
    expect(shown[1]?.[3]).toContain('小于 0')
  },
  ONE_MINUTE,
)

/** Several workbooks through one LibreOffice, each as it saves it. */
async function savedAgain(workbooks: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'anjie-office-'))
  try {
    const files = await Promise.all(
      workbooks.map(async (bytes, at) => {
        const file = join(folder, `${at}.xlsx`)
        await writeFile(file, bytes)
        return file
      }),
    )
    await promisify(execFile)('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
      ...files,
    ])
    return await Promise.all(
      workbooks.map(async (_, at) => new Uint8Array(await readFile(join(folder, 'out', `${at}.xlsx`)))),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What stands in the cells of a workbook: sheet, place, value and how a figure is shown. */
async function contentsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const contents: string[] = []
  for (const sheet of (await openedBytes(bytes)).worksheets)
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.isMerged && cell.master.address !== cell.address) return
        const { value } = cell
        if (value === null || value === '') return
        // LibreOffice gives a text of two scripts two fonts; it is the same text.
        const isRich = typeof value === 'object' && 'richText' in value
        const shown =
          typeof value === 'number' ? `${value} ${cell.numFmt ?? 'General'}` : isRich ? cell.text : String(value)
        contents.push(`${sheet.name}!${cell.address} ${isRich ? 'string' : typeof value} ${shown}`)
      })
    })
  return contents
}

test.skipIf(!isThere)(
  `LibreOffice opens every export with the same values, texts as texts and figures as figures${why}`,
  async () => {
    const made = await Promise.all(WORKBOOKS.map(({ bytes }) => bytes()))
    const saved = await savedAgain(made)
    for (const [at, { name }] of WORKBOOKS.entries()) {
      const before = await contentsOf(made[at] ?? new Uint8Array())
      const after = new Set(await contentsOf(saved[at] ?? new Uint8Array()))
      expect(before.length, name).toBeGreaterThan(5)
      expect(
        before.filter((content) => !after.has(content)),
        name,
      ).toEqual([])
    }
  },
  ONE_MINUTE,
)

test.skipIf(!isThere)(
  `every template, filled in and saved by LibreOffice, is read with the same values${why}`,
  async () => {
    const saved = await savedAgain(await Promise.all(TRIPS.map(filledTemplate)))
    for (const [at, { name, form, read }] of TRIPS.entries()) {
      const reading = await readIntake(saved[at] ?? new Uint8Array(), form)
      if (!reading.ok) throw new Error(`${name}: ${reading.error}`)
      expect(reading.value.refusals, name).toEqual([])
      expect(
        reading.value.rows.map(({ values }) => Object.fromEntries(values)),
        name,
      ).toEqual(read)
    }
  },
  ONE_MINUTE,
)
