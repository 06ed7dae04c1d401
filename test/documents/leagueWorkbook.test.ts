import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { leagueWorkbook, paperFor } from '@anjie/documents/leagueWorkbook'
import { Workbook } from 'exceljs'
import { expect, test } from 'vitest'

const row = (given: Partial<LeagueRow>): LeagueRow => ({
  subject: CountyCode.parse('990101'),
  name: '砚洲区',
  group: 'A',
  groupName: '一类县',
  publishedScore: '98.50',
  exactScore: '98.5',
  rank: 1,
  tied: false,
  grade: '优秀',
  rankChange: 3,
  interval: { from: 1, to: 2 },
  notRankedReason: null,
  levelOne: [{ code: 'L1', name: '平安三率', points: '-2.5' }],
  ...given,
})

test('the opened workbook shows the same figures, codes as text and no empty cell', async () => {
  const bytes = await leagueWorkbook({
    title: '2026年度考评',
    basis: '按公布得分排名，并列占位（1、2、2、4）',
    seal: 'a'.repeat(64),
    groups: [
      { code: 'A', name: '一类县/甲' },
      { code: 'B', name: '二类县' },
    ],
    rows: [
      row({}),
      row({
        subject: CountyCode.parse('9901H1'),
        name: '岚岭高新区',
        rank: null,
        publishedScore: null,
        rankChange: null,
        interval: null,
        grade: null,
        notRankedReason: '数据不足',
        levelOne: [],
      }),
      row({ subject: CountyCode.parse('990201'), group: 'B', groupName: '二类县', rankChange: -2 }),
    ],
  })
  const opened = new Workbook()
  await opened.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  expect(opened.worksheets.map(({ name }) => name)).toEqual(['一类县 甲', '二类县'])
  const sheet = opened.worksheets[0]
  expect(sheet?.getCell('A1').value).toBe('2026年度考评　一类县/甲')
  expect(sheet?.getCell('F4').text).toBe('98.5')
  expect(sheet?.getCell('F4').numFmt).toBe('0.00')
  expect(sheet?.getCell('C4').value).toBe('升3')
  expect(sheet?.getCell('J4').value).toBe(-2.5)
  expect(sheet?.getCell('E5').value).toBe('9901H1')
  expect(sheet?.getCell('A5').value).toBe('不排名')
  expect(sheet?.getCell('F5').value).toBe('不计分')
  expect(sheet?.getCell('A8').value).toBe(`封签：${'a'.repeat(64)}`)
  for (let column = 1; column <= 10; column++)
    for (const at of [4, 5]) expect(sheet?.getCell(at, column).text).not.toBe('')
})

test.each([
  ['the columns of a usual table', 140],
  ['twelve headings', 214],
  ['thirty headings', 394],
  ['sixty headings', 694],
])('%s print at 8 pt or more on whole sheets', (_, characters) => {
  const { paperSize, fitToWidth } = paperFor(characters)
  const across = paperSize === 9 ? 130 : 190
  // Every further sheet begins with rank to name again.
  const printed = characters + (fitToWidth - 1) * 38
  expect((11 * across * fitToWidth) / printed).toBeGreaterThanOrEqual(8)
})

test('each printed sheet has its headings and names, lies across, and says which of how many it is', async () => {
  const bytes = await leagueWorkbook({
    title: '2026年度考评',
    basis: '按公布得分排名。'.repeat(60),
    seal: undefined,
    groups: [{ code: 'A', name: '一类县' }],
    rows: [row({})],
  })
  const opened = new Workbook()
  await opened.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  expect(opened.worksheets[0]?.pageSetup).toMatchObject({
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:3',
    printTitlesColumn: 'A:D',
  })
  // The notes are broken within the table's width: as one line they would make the printed table as small as themselves.
  const note = opened.worksheets[0]?.getCell('A6')
  expect([note?.isMerged, note?.alignment.wrapText, note?.master.address]).toEqual([true, true, 'A6'])
  expect(opened.worksheets[0]?.getCell('J6').master.address).toBe('A6')
  expect(opened.worksheets[0]?.getRow(6).height).toBeGreaterThan(60)
  expect(opened.worksheets[0]?.headerFooter.oddFooter).toBe('第&P页，共&N页')
})
