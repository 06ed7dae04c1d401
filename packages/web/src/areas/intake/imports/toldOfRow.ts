import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { importWords as words } from '../../../locales/zh-CN/imports.ts'

export type ImportRow = Answer<(typeof OPERATIONS)['listImportRows']>['rows'][number]

const DAY = /^\d{4}-\d{2}-\d{2}$/
const shown = (text: string | undefined): string | undefined =>
  text !== undefined && DAY.test(text) ? dayText(text) : text

/** What is said of a row: why it stays out, or what it changes, field by field. */
export function toldOfRow({ faults, changes, outcome }: ImportRow): string {
  if (outcome?.status === 'refused' || outcome?.status === 'stays') return outcome.message
  if (faults.length > 0)
    return faults
      .map(({ column, row, heading, message }) =>
        `${column}${column === '' ? '' : row} ${heading === undefined ? '' : `“${heading}”`}${message}`.trim(),
      )
      .join('；')
  return changes.map(({ name, before, after }) => words.change(name, shown(before), shown(after))).join('；')
}
