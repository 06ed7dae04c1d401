import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { leagueWorkbook } from '@anjie/documents/leagueWorkbook'
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
  expect(sheet?.getCell('F5').value).toBe('无得分')
  expect(sheet?.getCell('A8').value).toBe(`封签：${'a'.repeat(64)}`)
  for (let column = 1; column <= 10; column++)
    for (const at of [4, 5]) expect(sheet?.getCell(at, column).text).not.toBe('')
})
