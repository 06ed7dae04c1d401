import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { csvOf } from '@anjie/documents/csv'
import { csvGrid } from '@anjie/documents/intake/csvGrid'
import { openWorkbook } from '@anjie/documents/xlsx/openWorkbook'
import { tableCsv } from '@anjie/local/score/tableCsv'
import { chartCsv } from '@anjie/web/charts/chartTable'
import type { TableColumn } from '@anjie/web/ui/table/tableColumn'
import { tableFile } from '@anjie/web/ui/table/tableFile'
import { parse } from 'csv-parse/sync'
import { ValueType } from 'exceljs'
import { expect, test } from 'vitest'
import { siteWith } from '../public-site/siteWith.ts'
import { AWKWARD, WORKBOOKS } from './everyExport.ts'
import { exampleScheme } from './exampleScheme.ts'
import { openedBytes } from './openedBytes.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const packages = `${root}packages/`

/** Text files for spreadsheets that the console writes, each walked below. */
const TEXT_FILES = [
  'web/src/charts/ChartFrame.tsx',
  'web/src/ui/table/TableMenuSheet.tsx',
  'web/src/areas/disputes/outgoing/OutgoingPage.tsx',
]

test('every file of the console that writes a workbook or a text table is walked here', () => {
  const writers = readdirSync(`${packages}web/src`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .filter((path) => {
      const text = readFileSync(`${packages}web/src/${path}`, 'utf8')
      return text.includes('downloadFile(') && /'(xlsx|csv)'/.test(text)
    })
    .map((path) => `web/src/${path}`)
  const walked = new Set([...WORKBOOKS.flatMap(({ writtenBy }) => writtenBy), ...TEXT_FILES])
  expect(writers.filter((path) => !walked.has(path))).toEqual([])
})

/** Text files that functions and commands write. */
const SERVED_FILES = ['functions/public-site/src/routes/openData.ts', 'packages/local/src/score/tableCsv.ts']

test('every function and command that writes a text table is walked here', () => {
  const writers = ['functions', 'packages/local'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
      .map((path) => `${folder}/${path}`)
      .filter((path) => readFileSync(`${root}${path}`, 'utf8').includes("from '@anjie/documents/csv'")),
  )
  expect(writers.toSorted()).toEqual(SERVED_FILES)
})

const RUN_AS_FORMULA = /^\s*[=+\-@＝＋－＠]/

test('the public list as plain text: no formula runs in it, and every name stands there as it is', async () => {
  const answer = await siteWith(AWKWARD.length, (at) => ({ unitName: AWKWARD[at] ?? '' })).request(
    '/open-data/titles.csv',
  )
  const records = parse(new Uint8Array(await answer.arrayBuffer()), { bom: true }) as string[][]
  const at = records[0]?.indexOf('单位') ?? -1
  const names = records.slice(1).map((row) => row[at] ?? '')
  expect(names.filter((name) => RUN_AS_FORMULA.test(name))).toEqual([])
  expect(names.map((name) => name.replace(/^'/, '')).toSorted()).toEqual([...AWKWARD].toSorted())
})

test('a scored table as plain text: names are harmless, and a figure below nought keeps its sign', () => {
  const scheme = exampleScheme('anhe2026.scheme.json')
  const bytes = tableCsv(
    {
      groups: [{ group: 'A', name: '=一类' }],
      subjects: AWKWARD.map((name, place) => ({
        subject: `99010${place}`,
        name,
        group: 'A',
        rank: String(place + 1),
        published: '-2.50',
        grade: null,
        rankChange: '-1',
        nodes: [],
        vetoes: [],
      })),
    } as unknown as ScoreRun,
    scheme,
  )
  const [, ...rows] = parse(bytes, { bom: true }) as string[][]
  expect(rows.filter(([, , , name = '']) => RUN_AS_FORMULA.test(name))).toEqual([])
  expect(new Set(rows.map(([group, , , , score, , change]) => [group, score, change].join(' ')))).toEqual(
    new Set(["'=一类 -2.50 -1"]),
  )
})

test.each(WORKBOOKS)('$name: no formula, texts as they were, figures as numbers', async ({ bytes, texts, figures }) => {
  const made = await bytes()
  const workbook = await openedBytes(made)
  const found = new Set<string>()
  const numbers = new Set<number>()
  const formulas: string[] = []
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type === ValueType.Formula || cell.type === ValueType.Hyperlink) formulas.push(cell.address)
        if (typeof cell.value === 'string') found.add(cell.value)
        if (typeof cell.value === 'number') numbers.add(cell.value)
        // A day is a number with the format of one.
        if (cell.value instanceof Date) numbers.add(Math.floor(cell.value.getTime() / 86_400_000) + 25_569)
      })
    })
  expect(formulas).toEqual([])
  expect(texts.filter((text) => !found.has(text))).toEqual([])
  expect(figures.filter((figure) => !numbers.has(figure))).toEqual([])
  // Our own reader sees the same.
  const own = await openWorkbook(made)
  if (!own.ok) throw new Error(own.error)
  const read = own.value.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.values()]))
  expect(texts.filter((text) => !read.some((cell) => cell.kind === 'text' && cell.text === text))).toEqual([])
})

test.each(WORKBOOKS)('$name: widths, frozen heads, print areas, formats', async ({ bytes, headings, texts }) => {
  const workbook = await openedBytes(await bytes())
  const [sheet] = workbook.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: headings })
  expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true })
  expect(sheet.pageSetup.printTitlesRow).toBe(`1:${headings}`)
  for (let column = 1; column <= sheet.columnCount; column += 1)
    // A width of 9 is the default and not written down.
    expect(sheet.getColumn(column).width ?? 9, `column ${column}`).toBeGreaterThan(5)
  // What is typed over a code stays a code.
  const awkward = new Set<string>(texts.filter((text) => AWKWARD.some((each) => each === text)))
  const asOther: string[] = []
  for (const each of workbook.worksheets)
    each.eachRow((row) => {
      row.eachCell((cell) => {
        if (typeof cell.value === 'string' && awkward.has(cell.value) && /^\d/.test(cell.value) && cell.numFmt !== '@')
          asOther.push(`${cell.address} ${cell.value}`)
      })
    })
  // A league table's names are wrapped text and nobody types over them.
  if (headings === 1) expect(asOther).toEqual([])
})

interface Row {
  readonly text: string
}
const COLUMNS: readonly TableColumn<Row>[] = [
  { key: 'text', name: '名称', text: ({ text }) => text },
  { key: 'figure', name: '得分', kind: 'figure', text: () => '-12.50' },
  { key: 'day', name: '更新时间', kind: 'day', text: () => '2026-03-02T01:30:00.000Z' },
]

test('a list as plain text: no formula runs, codes stay codes, figures keep their sign, and we read the same back', async () => {
  const rows = AWKWARD.map((text) => ({ text }))
  const bytes = await tableFile('csv', '各县', COLUMNS, rows)
  const records = parse(bytes, { bom: true }) as string[][]
  for (const [name = '', figure, day] of records.slice(1)) {
    expect(name).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
    expect(name).not.toMatch(/^(0\d+|\d{12,}|\d+E\d+|\d+[-./月]\d+.*)$/)
    expect([figure, day]).toEqual(['-12.50', '2026-03-02 09:30'])
  }
  const grid = csvGrid(bytes)
  if (!grid.ok) throw new Error(grid.error)
  const read = [...grid.value.rows.values()].slice(1).map((row) => row.get(1))
  expect(read.map((cell) => (cell?.kind === 'text' ? cell.text.trim() : undefined))).toEqual(AWKWARD)
})

test('the figures behind a picture are guarded alike, and what programs read is not touched but for formulas', () => {
  const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  expect(
    decoded(
      chartCsv({
        columns: ['县', '得分'],
        rows: [
          ['=甲', { figure: '-1' }],
          ['007', { figure: '2' }],
        ],
      }),
    ),
  ).toBe("县,得分\r\n'=甲,-1\r\n\t007,2\r\n")
  expect(decoded(csvOf([['007', '3-1', '-x', { figure: '-1' }]]))).toBe("007,3-1,'-x,-1\r\n")
})

test('a list as a workbook has days as days and instants in Beijing time', async () => {
  const sheet = (await openedBytes(await tableFile('xlsx', '各县', COLUMNS, [{ text: '甲' }]))).worksheets[0]
  expect([sheet?.getCell('C2').numFmt, sheet?.getCell('C2').value]).toEqual([
    'yyyy-mm-dd hh:mm',
    new Date('2026-03-02T09:30:00.000Z'),
  ])
  expect(sheet?.pageSetup.printArea).toBe('A1:C2')
})
