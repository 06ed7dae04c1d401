import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Form } from '@anjie/domain/submissions/form'
import { rowRemarks } from '@anjie/web/areas/submissions/commission/rowRemarks'
import { draftedValue, draftOf, tidied, typeInto } from '@anjie/web/areas/submissions/entry/cellDraft'
import { findingsOf } from '@anjie/web/areas/submissions/entry/findingsOf'
import {
  completeness,
  type Edits,
  editsAfterSave,
  entryRows,
  valuesOf,
  withEdits,
} from '@anjie/web/areas/submissions/entry/formDraft'
import { describe, expect, test } from 'vitest'

const item = (code: string, unit = '件'): DataItem => ({
  code,
  name: code,
  unit,
  definition: '',
  period: 'year',
  filledBy: 'subject',
  rollUp: 'sum',
  overTime: 'sum',
  absentMeans: 'missing',
  min: '-1000',
})
const cell = (code: string, unit?: string) => ({ item: item(code, unit), period: '2026', required: true })
const blank = draftOf(undefined)

describe('a figure typed into a cell', () => {
  test.each([
    ['９８．５', '98.5'],
    ['－３', '-3'],
    ['1,234.5', '1234.5'],
    ['１，２３４', '1234'],
    ['３５．', '35'],
    ['98。5', '98.5'],
    ['９８｡５', '98.5'],
    ['35。', '35'],
    ['0', '0'],
  ])('%s is saved as %s', (typed, saved) => {
    const draft = typeInto(blank, typed)
    expect(draftedValue(cell('A'), draft)).toMatchObject({ ok: true, value: { status: 'reported', value: saved } })
    expect(tidied(draft, item('A')).text).toBe(saved)
  })

  test('12 % is 12 where the unit is a percentage, and refused where it is not', () => {
    expect(draftedValue(cell('A', '%'), typeInto(blank, '12 %'))).toMatchObject({ ok: true, value: { value: '12' } })
    expect(draftedValue(cell('A', '件'), typeInto(blank, '12 %')).ok).toBe(false)
  })

  test.each(['9。8。5', '1,23', '12a', '1e5', '--3'])('%s is refused with its reason and never cut short', (typed) => {
    const read = draftedValue(cell('A'), typeInto(blank, typed))
    expect(read.ok ? '' : read.error).toMatch(/\p{Script=Han}/u)
    expect(tidied(typeInto(blank, typed), item('A')).text).toBe(typed)
  })

  test('nothing is unfilled, and never zero', () => {
    expect(draftedValue(cell('A'), typeInto(blank, ''))).toEqual({ ok: true, value: null })
    expect(draftedValue(cell('A'), typeInto(typeInto(blank, '5'), '  '))).toEqual({ ok: true, value: null })
  })

  test('the four statuses stay apart', () => {
    expect(typeInto(blank, '未报').status).toBe('missing')
    expect(typeInto(blank, '不适用').status).toBe('not-applicable')
    expect(typeInto(blank, '无效').status).toBe('invalid')
    expect(typeInto(blank, '0').status).toBe('reported')
  })

  test('an invalid one is not saved without its reason', () => {
    expect(draftedValue(cell('A'), { ...blank, status: 'invalid' }).ok).toBe(false)
    expect(draftedValue(cell('A'), { ...blank, status: 'invalid', note: '口径不符' })).toMatchObject({
      ok: true,
      value: { status: 'invalid', note: '口径不符' },
    })
  })
})

describe('a form that is being filled', () => {
  const form: Form = { period: '2026', cells: [cell('A'), cell('B')], items: [item('A'), item('B')], checks: [] }
  const a = (value: string): FormValue => ({ item: 'A', period: '2026', status: 'reported', value })
  const editOf = (saved: readonly FormValue[], text: string): Edits => {
    const [row] = entryRows(form, saved, new Map())
    if (row === undefined) throw new Error('no row')
    return withEdits(new Map(), [{ row, draft: typeInto(row.draft, text) }])
  }

  test('saves what was typed over what was saved', () => {
    expect(valuesOf(entryRows(form, [a('1')], editOf([a('1')], '2')))).toEqual([a('2')])
  })

  test('forgets an edit that leads back to what is saved', () => {
    expect(editOf([a('1')], '1').size).toBe(0)
  })

  test('names a conflict when somebody else changed the same cell meanwhile', () => {
    const edits = editOf([a('1')], '2')
    const [row] = entryRows(form, [a('3')], edits)
    expect(row?.conflict).toBe(true)
    expect(row?.draft.text).toBe('2')
  })

  test('has no conflict when somebody else changed another cell', () => {
    const other: FormValue = { item: 'B', period: '2026', status: 'reported', value: '9' }
    const rows = entryRows(form, [a('1'), other], editOf([a('1')], '2'))
    expect(rows.some((row) => row.conflict)).toBe(false)
    expect(valuesOf(rows)).toEqual([a('2'), other])
  })

  test('keeps the saved value of a cell whose new text cannot be saved', () => {
    const rows = entryRows(form, [a('1')], editOf([a('1')], '9。8。5'))
    expect(rows[0]?.fault).not.toBeNull()
    expect(valuesOf(rows)).toEqual([a('1')])
  })

  test('keeps what somebody else saved where both typed, and saves the rest', () => {
    const other: FormValue = { item: 'B', period: '2026', status: 'reported', value: '9' }
    const edits = withEdits(editOf([a('1')], '2'), [
      { row: { key: 'B\n2026', saved: other }, draft: typeInto(draftOf(other), '10') },
    ])
    const rows = entryRows(form, [a('3'), other], edits)
    expect(valuesOf(rows)).toEqual([a('3'), { ...other, value: '10' }])
    expect([...editsAfterSave(edits, rows).keys()]).toEqual(['A\n2026'])
  })

  test('leaves a red cell on the page when the others are saved, and nothing else', () => {
    const edits = withEdits(editOf([a('1')], '2'), [
      { row: { key: 'B\n2026', saved: undefined }, draft: typeInto(blank, '约10') },
    ])
    const rows = entryRows(form, [a('1')], edits)
    expect(valuesOf(rows)).toEqual([a('2')])
    expect([...editsAfterSave(edits, rows)].map(([key, { text }]) => [key, text])).toEqual([['B\n2026', '约10']])
  })

  test('counts a figure and 不适用 as filled, 未报 as 未报, and a blank and a red cell as open', () => {
    const missing: FormValue = { item: 'B', period: '2026', status: 'missing', note: '未开展' }
    const none: FormValue = { item: 'B', period: '2026', status: 'not-applicable', note: '未开展' }
    const counted = (values: FormValue[], edits: Edits = new Map()) => completeness(entryRows(form, values, edits))
    expect(counted([a('0'), missing])).toEqual({ filled: 1, missing: 1, open: 0, all: 2 })
    expect(counted([a('0'), none])).toEqual({ filled: 2, missing: 0, open: 0, all: 2 })
    expect(counted([a('0')])).toEqual({ filled: 1, missing: 0, open: 1, all: 2 })
    expect(counted([a('0')], editOf([a('0')], '约3'))).toEqual({ filled: 0, missing: 0, open: 2, all: 2 })
  })

  test('has findings while a cell is red, also where the cross-checks say nothing', () => {
    expect(findingsOf(entryRows(form, [a('1')], new Map()), [])).toEqual([])
    const red = findingsOf(entryRows(form, [a('1')], editOf([a('1')], '约3')), [])
    expect(red).toEqual([{ severity: 'error', item: 'A', message: expect.stringContaining('A：') }])
    const changed = findingsOf(entryRows(form, [a('3')], editOf([a('1')], '2')), [])
    expect(changed.map(({ severity }) => severity)).toEqual(['error'])
  })

  test('of the commission is remarked as that of a county: too many digits, a fraction for a rate, more than the whole', () => {
    const rate = cell('R', '%')
    const checks = [{ kind: 'at-most', item: 'A', limitItem: 'B', severity: 'warning' }] as const
    const cells = [cell('A', '起'), cell('B', '起'), rate]
    const own: Form = { period: '2026', cells, items: cells.map((each) => each.item), checks: [...checks] }
    const remarks = (...texts: string[]) => {
      const values = texts.map((value, index): FormValue => {
        const code = ['A', 'B', 'R'][index] ?? ''
        return { item: code, period: '2026', status: 'reported', value }
      })
      return Object.fromEntries(rowRemarks(own, entryRows(own, values, new Map())))
    }
    expect(remarks('1', '2', '88')).toEqual({})
    expect(remarks('1', '9'.repeat(24), '88')).toEqual({ B: expect.stringContaining('填写的是24位数') })
    expect(remarks('1', '2', '0.88')).toEqual({ R: expect.stringContaining('如果想填的是88%') })
    expect(remarks('3', '2', '88')).toEqual({ A: expect.stringContaining('A') })
    const typed = withEdits(new Map(), [
      { row: { key: 'A\n2026', saved: undefined }, draft: typeInto(blank, '9'.repeat(12)) },
    ])
    expect(Object.keys(Object.fromEntries(rowRemarks(own, entryRows(own, [], typed))))).toEqual(['A'])
  })

  test('says a fault that the cross-checks say too only once', () => {
    const rows = entryRows(form, [a('1')], editOf([a('1')], '-2000'))
    const fault = rows[0]?.fault ?? ''
    expect(findingsOf(rows, [{ severity: 'error', item: 'A', message: fault }])).toHaveLength(1)
  })
})
