import { periodText } from '@anjie/calendar-cn'
import type { RowChange } from '@anjie/contracts/vocabulary/intake/importBatch'
import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { typedFault } from '../counting/typedFault.ts'
import { cellKey } from '../submissions/cellKey.ts'
import type { Form, FormCell } from '../submissions/form.ts'
import { valueFault } from '../submissions/valueFault.ts'

/** Words that stand in place of a figure. */
export const ENTRY_WORDS = { missing: '未报', 'not-applicable': '不适用' } as const

/** Column of a period; the periods of a form are few and stand in their order. */
const periodField = (at: number): string => `p${at + 1}`

const periodsOf = (form: Form): readonly string[] => [...new Set(form.cells.map(({ period }) => period))].toSorted()

/** 填报表 as a sheet: one row an item, one column a period of it. */
export function entryForm(form: Form, about: string): IntakeForm {
  const periods = periodsOf(form)
  const words = Object.values(ENTRY_WORDS)
  return {
    code: 'entry-form',
    name: about.slice(0, 60),
    notes: [
      `没有数的写${words.map((word) => `“${word}”`).join('或')}，是零请填 0；空着的格子不改动已填的数。`,
      '数据项代码和计量单位供对照，请不要改动。',
    ],
    fields: [
      { code: 'item', name: '数据项代码', also: ['代码', '编码', '指标代码'], type: 'text', longest: 60, key: true },
      { code: 'name', name: '数据项', also: ['指标', '指标名称', '项目', '名称'], type: 'text', longest: 200 },
      { code: 'unit', name: '计量单位', also: ['单位'], type: 'text', longest: 20 },
      ...periods.map((period, at) => ({
        code: periodField(at),
        name: periods.length === 1 ? '数值' : periodText(period),
        also: periods.length === 1 ? ['数据', '本期', '填报数', periodText(period)] : [period],
        type: 'decimal' as const,
        words: [...words],
      })),
      { code: 'note', name: '说明', also: ['备注', '情况说明'], type: 'text', longest: 500 },
    ],
  }
}

export type EntryValues = ReadonlyMap<string, string | boolean>

/** A figure as a sheet shows it. */
export const shownFigure = (value: FormValue | undefined): string | undefined => {
  if (value === undefined) return undefined
  if (value.status === 'reported') return value.value
  return value.status === 'invalid' ? '无效' : ENTRY_WORDS[value.status]
}

type Shown = [string, string][]

/** What stands in the form, row by row, for its template; `past`: figures of earlier cycles, of which those of a year ago stand beside. */
export function entryRows(
  form: Form,
  values: readonly FormValue[],
  past: readonly FormValue[] = [],
): readonly { readonly values: Shown; readonly lastYear?: Shown }[] {
  const periods = periodsOf(form)
  const known = new Map(values.map((value) => [cellKey(value), value]))
  const before = new Map(past.map((value) => [cellKey(value), value]))
  // What is counted from a ledger is not asked for.
  const asked = form.cells.filter(({ item }) => item.countedFrom === undefined)
  const items = new Map(asked.map(({ item }) => [item.code, item]))
  return [...items.values()].map((item) => {
    const figures = (of: ReadonlyMap<string, FormValue>, asOf: (period: string) => string) =>
      periods.flatMap((period, at): Shown => {
        const text = shownFigure(of.get(cellKey({ item: item.code, period: asOf(period) })))
        return text === undefined ? [] : [[periodField(at), text]]
      })
    const note = values.find((value) => value.item === item.code && value.note !== undefined)?.note
    const lastYear = figures(before, yearBefore)
    return {
      values: [
        ['item', item.code],
        ['name', item.name.slice(0, 200)],
        ...(item.unit === '' ? [] : [['unit', item.unit] as [string, string]]),
        ...figures(known, (period) => period),
        ...(note === undefined ? [] : [['note', note] as [string, string]]),
      ],
      ...(lastYear.length === 0 ? {} : { lastYear }),
    }
  })
}

/** The same period of the year before: `2025-Q3` of `2026-Q3`. */
export const yearBefore = (period: string): string => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`

export type EntryRowPlan =
  | {
      readonly effect: 'changed'
      readonly title: string
      readonly changes: readonly RowChange[]
      readonly cells: readonly FormValue[]
    }
  | { readonly effect: 'same'; readonly title: string }
  | { readonly effect: 'refused'; readonly title: string; readonly field: string; readonly message: string }

/**
 * What one row changes in the form. An item is found by its code, or by its name where no code is written; an empty cell changes nothing,
 * because a sheet that was half filled in must not take away what is there.
 */
export function planEntryRow(form: Form, values: readonly FormValue[], row: EntryValues): EntryRowPlan {
  const text = (code: string): string | undefined => {
    const value = row.get(code)
    return typeof value === 'string' ? value : undefined
  }
  const [code, name, unit, note] = [text('item'), text('name'), text('unit'), text('note')]
  const title = name ?? code ?? ''
  const refuse = (field: string, message: string): EntryRowPlan => ({ effect: 'refused', title, field, message })
  const called = form.cells.filter(({ item }) => (code === undefined ? item.name === name : item.code === code))
  const [first] = called
  if (first === undefined) {
    if (code === undefined && name === undefined) return refuse('item', '没有写数据项代码；请按模板填写')
    return refuse(code === undefined ? 'name' : 'item', `本表没有“${code ?? name ?? ''}”；请从模板中复制数据项代码`)
  }
  if (new Set(called.map(({ item }) => item.code)).size > 1)
    return refuse('name', `有几个数据项叫“${name ?? ''}”；请写数据项代码`)
  if (unit !== undefined && unit !== first.item.unit)
    return refuse('unit', `“${first.item.name}”的计量单位是“${first.item.unit}”，表里写的是“${unit}”；请换算后再填`)
  const known = new Map(values.map((value) => [cellKey(value), value]))
  const periods = periodsOf(form)
  const cells: FormValue[] = []
  const changes: RowChange[] = []
  for (const [at, period] of periods.entries()) {
    const written = text(periodField(at))
    if (written === undefined) continue
    if (first.item.countedFrom !== undefined) return refuse(periodField(at), typedFault(first.item))
    const cell = called.find((each) => each.period === period)
    if (cell === undefined)
      return refuse(periodField(at), `“${first.item.name}”没有${periodText(period)}的格子；请留空`)
    const before = known.get(cellKey({ item: cell.item.code, period }))
    const after = figureWritten(cell, written, note ?? before?.note)
    const fault = valueFault(cell.item, after)
    if (fault !== null) return refuse(periodField(at), fault)
    if (shownFigure(before) === written && (note === undefined || note === before?.note)) continue
    cells.push(after)
    changes.push({
      name: periods.length === 1 ? '数值' : periodText(period),
      ...(shownFigure(before) === undefined ? {} : { before: shownFigure(before) }),
      after: shownFigure(after),
    })
    if (note !== undefined && note !== before?.note)
      changes.push({ name: '说明', ...(before?.note === undefined ? {} : { before: before.note }), after: note })
  }
  return cells.length === 0
    ? { effect: 'same', title: first.item.name }
    : { effect: 'changed', title: first.item.name, changes, cells }
}

/** What was written into a cell of the form. */
export function figureWritten({ item, period }: FormCell, written: string, note: string | undefined): FormValue {
  const place = { item: item.code, period, ...(note === undefined ? {} : { note }) }
  if (written === ENTRY_WORDS.missing) return { ...place, status: 'missing' }
  if (written === ENTRY_WORDS['not-applicable']) return { ...place, status: 'not-applicable' }
  return { ...place, status: 'reported', value: written }
}
