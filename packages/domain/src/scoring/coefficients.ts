import type { Coefficient } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import { Decimal } from '@anjie/kernel'
import type { Cell } from './cell.ts'
import type { ClauseWords } from './clauseWords.ts'
import type { SubjectFigures } from './figures.ts'

/** An entry of the object itself: a unit may be coded `constructor`, which every object inherits. */
export const ownEntry = <V>(entries: Readonly<Record<string, V>>, code: string): V | undefined =>
  Object.hasOwn(entries, code) ? entries[code] : undefined

/** The coefficient of each subject; `missing` when a table by group or subject does not name it. */
export function bindCoefficient(coefficient: Coefficient): (subject: SubjectFigures) => Cell {
  const cell = (subject: SubjectFigures, text: string | undefined): Cell =>
    text === undefined
      ? { status: 'missing', period: subject.period, note: '难度系数表中没有本单位' }
      : { status: 'reported', value: new Decimal(text), period: subject.period, assumed: false }
  switch (coefficient.kind) {
    case 'constant':
      return (subject) => cell(subject, coefficient.value)
    case 'by-group':
      return (subject) => cell(subject, ownEntry(coefficient.values, subject.subject.group))
    case 'by-subject':
      return (subject) => cell(subject, ownEntry(coefficient.values, subject.subject.code))
    case 'item':
      return (subject) => subject.cell(coefficient.item)
  }
}

export function coefficientText(coefficient: Coefficient, words: ClauseWords): string {
  switch (coefficient.kind) {
    case 'constant':
      return coefficient.value
    case 'by-group':
      return `按组确定的难度系数（${Object.entries(coefficient.values)
        .map(([group, value]) => `${words.group(group)}：${value}`)
        .join('、')}）`
    case 'by-subject':
      return '各单位难度系数'
    case 'item':
      return words.item(coefficient.item)
  }
}
