import type { ApiClient } from '@anjie/web/app/api/apiClient'
import { OPERATIONS } from '@anjie/web/app/api/operations'
import { everyPage } from '@anjie/web/app/list/everyPage'
import { type FigureSheet, type SheetRow, sheetHeadings, sheetText } from '@anjie/web/areas/cycles/figures/sheetCells'
import { describe, expect, test } from 'vitest'

const PAGE = 100
/** A list that answers by pages. */
function listOf(rows: number, asked: (cursor: unknown) => void = () => undefined): ApiClient {
  return {
    call: async (_operation, input, options) => {
      options?.signal?.throwIfAborted()
      const { cursor } = (input as { query: { cursor?: string } }).query
      asked(cursor)
      const from = Number(cursor ?? 0)
      const to = Math.min(rows, from + PAGE)
      return {
        rows: Array.from({ length: to - from }, (_, at) => ({ id: from + at })),
        ...(to < rows ? { cursor: String(to) } : {}),
      } as never
    },
  }
}
const input = { query: { name: '安', cursor: '300' } } as never

describe('a file of a list that comes in pages', () => {
  test('holds every row from the first page on, however many there are, and says how far it is', async () => {
    const told: number[] = []
    const rows = await everyPage(listOf(5250), OPERATIONS.listSubmissions, input, { told: (count) => told.push(count) })
    expect(rows.map((row) => (row as unknown as { id: number }).id)).toEqual(
      Array.from({ length: 5250 }, (_, at) => at),
    )
    expect(told.length).toBe(53)
    expect(told.at(-1)).toBe(5250)
  })

  test('asks no further once it is called off', async () => {
    const stop = new AbortController()
    const asked: unknown[] = []
    const gathering = everyPage(
      listOf(5250, (cursor) => asked.push(cursor)),
      OPERATIONS.listSubmissions,
      input,
      {
        told: () => stop.abort(),
        signal: stop.signal,
      },
    )
    await expect(gathering).rejects.toThrow()
    expect(asked).toEqual([undefined])
  })
})

describe('a cell of the sheet of a cycle', () => {
  const column = { item: 'A', name: '案件', unit: '件', period: '2026', filledBy: 'subject', absentMeans: 'missing' }
  const row = { subject: '990101', name: '甲县', groupName: '一类', statusName: '已审定', passed: true, figures: [] }
  const textOf = (change: object, of: object = {}) =>
    sheetText({ ...column, ...of } as FigureSheet['columns'][number], 0, { ...row, ...change } as unknown as SheetRow)
  const figure = (status: string, value?: string) => ({ figures: [{ column: 0, status, value }] })

  test.each([
    ['0', figure('reported', '0'), {}],
    ['未报', figure('missing'), {}],
    ['不适用', figure('not-applicable'), {}],
    ['无效', figure('invalid'), {}],
    ['未填', {}, {}],
    ['按0计', {}, { absentMeans: 'zero' }],
    ['', { passed: false }, {}],
    ['未填', { passed: false }, { filledBy: 'commission' }],
  ])('says %j', (text, change, of) => {
    expect(textOf(change, of)).toBe(text)
  })

  test('says of which period a figure is where the item has several', () => {
    const columns = [column, { ...column, item: 'B', period: '2026-Q1' }, { ...column, item: 'B', period: '2026-Q2' }]
    const names = sheetHeadings(columns as FigureSheet['columns'][number][])
    expect(new Set(names).size).toBe(3)
    expect(names[0]).toBe('案件')
  })
})
