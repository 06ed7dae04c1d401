import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { leagueWorkbook } from '@anjie/documents/leagueWorkbook'
import { openWorkbook } from '@anjie/documents/xlsx/openWorkbook'
import { textFault } from '@anjie/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openedBytes } from './openedBytes.ts'

/** The workbook of one county of this name, in a group of that name. */
const named = (name: string, groupName: string): Promise<Uint8Array> => {
  const row: LeagueRow = {
    subject: CountyCode.parse('990101'),
    name,
    group: 'A',
    groupName,
    publishedScore: '98.50',
    exactScore: '98.5',
    rank: 1,
    tied: false,
    grade: null,
    rankChange: null,
    interval: null,
    notRankedReason: null,
    levelOne: [],
  }
  return leagueWorkbook({
    title: '表',
    basis: '',
    seal: undefined,
    groups: [{ code: 'A', name: groupName }],
    rows: [row],
  })
}

/** The county's name as our own strict reader finds it, and as the writing library does. */
async function readBack(bytes: Uint8Array): Promise<readonly unknown[]> {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) throw new Error(opened.error)
  const cell = opened.value[0]?.rows.get(4)?.get(4)
  const other = (await openedBytes(bytes)).worksheets[0]?.getCell(4, 4).value
  return [cell?.kind === 'text' ? cell.text : undefined, other === undefined ? undefined : true]
}

test('every text that a field takes comes back from a workbook as it was', async () => {
  const accepted = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 20 })
    .map((text) => `村${text}村`)
    .filter((text) => textFault(text, 'line') === undefined)
  const special = fc.constantFrom(
    '_x000D_村',
    '_x005F_',
    '=1+1',
    "'村",
    '<b>&amp;"',
    '𠮷田村',
    '葛\u{e0100}城',
    '_x0041',
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(special, accepted), async (text) => {
      expect(await readBack(await named(text, '一类县'))).toEqual([text, true])
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('a text that was kept before texts were checked breaks no workbook', async () => {
  for (const odd of ['\ud800', '\u0000', '\u0007', '\ufffe', '\uffff', '\u202e'])
    expect(await readBack(await named(`代${odd}理`, `组${odd}一`))).toEqual(['代□理', true])
})
