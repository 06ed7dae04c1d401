import type { TableColumn } from './tableColumn.ts'

export interface TableSort {
  readonly column: string
  readonly down: boolean
}

const collator = new Intl.Collator('zh-CN', { numeric: true })
const FIGURE = /^-?\d+(\.\d+)?$/

/** A figure's digits as a whole number once every figure of the column has as many decimal places: exact at any length. */
const scaled = (text: string, places: number): bigint => {
  const [whole = '', decimals = ''] = text.split('.')
  return BigInt(`${whole}${decimals.padEnd(places, '0')}`)
}

/**
 * Rows in the order of one column: names by pinyin with the numbers in them by value, figures exactly. What is no figure
 * (未报, 不适用) and what is empty stands last either way; equal rows stay as they were.
 */
export function inOrder<R>(rows: readonly R[], column: TableColumn<R>, down: boolean): R[] {
  const figures = column.kind === 'figure'
  const texts = rows.map((row) => column.text(row).trim())
  const hasPlace = texts.map((text) => (figures ? FIGURE.test(text) : text !== ''))
  const places = figures
    ? texts.reduce((most, text, at) => (hasPlace[at] ? Math.max(most, text.split('.')[1]?.length ?? 0) : most), 0)
    : 0
  const values = figures ? texts.map((text, at) => (hasPlace[at] ? scaled(text, places) : 0n)) : []
  const compare = (a: number, b: number): number => {
    if (figures) {
      const [left = 0n, right = 0n] = [values[a], values[b]]
      return left < right ? -1 : left > right ? 1 : 0
    }
    const [left = '', right = ''] = [texts[a], texts[b]]
    if (column.kind === 'day') return left < right ? -1 : left > right ? 1 : 0
    return collator.compare(left, right)
  }
  return rows
    .map((_, at) => at)
    .sort((a, b) => {
      const [has, hasOther] = [hasPlace[a] === true, hasPlace[b] === true]
      if (has !== hasOther) return has ? -1 : 1
      if (!has) return 0
      return down ? compare(b, a) : compare(a, b)
    })
    .flatMap((at) => {
      const row = rows[at]
      return row === undefined ? [] : [row]
    })
}
