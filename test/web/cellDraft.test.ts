import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Form } from '@anjie/domain/submissions/form'
import { draftedValue, draftOf, tidied, typeInto } from '@anjie/web/areas/submissions/entry/cellDraft'
import { completeness, type Edits, entryRows, valuesOf, withEdit } from '@anjie/web/areas/submissions/entry/formDraft'
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

  test.each(['98。5', '1,23', '12a', '1e5', '--3'])('%s is refused with its reason and never cut short', (typed) => {
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
    return withEdit(new Map(), row.key, typeInto(row.draft, text), row.saved)
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
    const rows = entryRows(form, [a('1')], editOf([a('1')], '98。5'))
    expect(rows[0]?.fault).not.toBeNull()
    expect(valuesOf(rows)).toEqual([a('1')])
  })

  test('is complete when every cell has a word, whatever it is', () => {
    const missing: FormValue = { item: 'B', period: '2026', status: 'missing', note: '未开展' }
    expect(completeness(entryRows(form, [a('0'), missing], new Map()))).toEqual({ filled: 2, all: 2 })
    expect(completeness(entryRows(form, [a('0')], new Map()))).toEqual({ filled: 1, all: 2 })
  })
})
