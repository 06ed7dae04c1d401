import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Form } from '@anjie/domain/submissions/form'
import {
  type EntryRow,
  entryRows,
  keptEdits,
  readKeptEdits,
  valuesOf,
} from '@anjie/web/areas/submissions/entry/formDraft'
import {
  type CellPart,
  editsWith,
  figureMark,
  figureText,
  readFigureText,
  readStatusText,
} from '@anjie/web/areas/submissions/grid/figureCell'
import { pasteCells } from '@anjie/web/ui/table/pasteCells'
import type { TableColumn } from '@anjie/web/ui/table/tableColumn'
import { describe, expect, test } from 'vitest'

const item = (code: string): DataItem => ({
  code,
  name: code,
  unit: '件',
  definition: '',
  period: 'year',
  filledBy: 'subject',
  rollUp: 'sum',
  overTime: 'sum',
  absentMeans: 'missing',
})
const CODES = ['A', 'B', 'C', 'D'] as const
const form: Form = {
  period: '2026',
  cells: CODES.map((code) => ({ item: item(code), period: '2026', required: true })),
  items: CODES.map(item),
  checks: [],
}
const saved: readonly FormValue[] = [{ item: 'A', period: '2026', status: 'reported', value: '1' }]
const rows = entryRows(form, saved, new Map())
const COLUMNS: readonly TableColumn<EntryRow>[] = [
  { key: 'item', name: '数据项', text: ({ cell }) => cell.item.name },
  { key: 'value', name: '数值', text: ({ draft }) => figureText(draft), editing: { read: readFigureText } },
  { key: 'status', name: '状态', text: () => '', editing: { read: readStatusText } },
  { key: 'note', name: '说明', text: ({ draft }) => draft.note, editing: { read: readFigureText } },
]
const pasted = (block: readonly (readonly string[])[], column: number) => {
  const at = { row: 0, column }
  const outcome = pasteCells(block, {
    rows,
    columns: COLUMNS,
    block: { anchor: at, active: at },
    lockedReason: '不能修改',
  })
  const edits = editsWith(
    new Map(),
    outcome.taken.map(({ row, column: key, text }) => ({ row, part: key as CellPart, text })),
  )
  return { outcome, edits, rows: entryRows(form, saved, edits) }
}

describe('a block pasted into the form', () => {
  test('lands cell by cell: figures, words, full-width digits and an empty cell, which is no zero', () => {
    const after = pasted([['2'], ['未报'], ['１２.５'], ['']], 1)
    expect(after.rows.map(({ draft }) => [draft.status, draft.text])).toEqual([
      ['reported', '2'],
      ['missing', ''],
      ['reported', '12.5'],
      ['', ''],
    ])
    expect(valuesOf(after.rows)).toEqual([
      { item: 'A', period: '2026', status: 'reported', value: '2' },
      { item: 'B', period: '2026', status: 'missing' },
      { item: 'C', period: '2026', status: 'reported', value: '12.5' },
    ])
  })

  test('a cell that cannot stay as it is keeps what was pasted, is marked with the reason, is not saved, and holds nothing else back', () => {
    const after = pasted([['约10'], ['3']], 1)
    const [a, b] = after.rows
    expect(a?.draft.text).toBe('约10')
    expect(a === undefined ? undefined : figureMark(a, true, undefined)).toMatchObject({
      kind: 'wrong',
      reason: expect.stringMatching(/^数值/),
    })
    expect(b === undefined ? undefined : figureMark(b, true, undefined)).toMatchObject({ kind: 'waiting' })
    expect(valuesOf(after.rows)).toEqual([
      { item: 'A', period: '2026', status: 'reported', value: '1' },
      { item: 'B', period: '2026', status: 'reported', value: '3' },
    ])
  })

  test('takes a status and its note together, refuses a word that is no status, and never writes over names', () => {
    const after = pasted(
      [
        ['乙', '', '无效', '口径不符'],
        ['', '5', '大概', ''],
      ],
      0,
    )
    expect(after.outcome.refused.map(({ column, text }) => [column, text])).toEqual([
      ['item', '乙'],
      ['status', '大概'],
    ])
    expect(after.rows[0]?.draft).toMatchObject({ status: 'invalid', note: '口径不符' })
    expect(after.rows[1]?.draft).toMatchObject({ status: 'reported', text: '5' })
  })

  test('that changes nothing is no edit, and what it changes comes back after a lost session', () => {
    expect(pasted([['1']], 1).edits.size).toBe(0)
    const { edits } = pasted([['约10'], ['3']], 1)
    expect(readKeptEdits(JSON.parse(JSON.stringify(keptEdits(edits))))).toEqual(edits)
  })

  test('of a thousand figures is taken in one step', () => {
    const many = Array.from({ length: 3000 }, (_, at) => ({ item: item(`N${at}`), period: '2026', required: true }))
    const wide: Form = { ...form, cells: many, items: many.map((each) => each.item) }
    const all = entryRows(wide, [], new Map())
    const edits = editsWith(
      new Map(),
      all.slice(0, 1000).map((row, at) => ({ row, part: 'value', text: String(at) })),
    )
    expect(edits.size).toBe(1000)
    const after = entryRows(wide, [], edits, all)
    expect(after.filter(({ edited }) => edited)).toHaveLength(1000)
    // Whoever was not touched is not drawn anew.
    expect(after.slice(1000).every((row, at) => row === all[1000 + at])).toBe(true)
  })
})
