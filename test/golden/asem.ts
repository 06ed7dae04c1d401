import type {
  Aggregation,
  BranchMissing,
  LeafNode,
  Scheme,
  SchemeNode,
} from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Better, ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { ScoreInput } from '@anjie/domain/scoring/index'
import { Decimal, plainText } from '@anjie/kernel'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { dataItem, emptyScheme, leaf } from '../scoring/oneRule.ts'
import { sharedText } from '../shared.ts'

/** The ASEM index of the COINr oracle as a scheme of ours: 49 indicators, 8 pillars, 2 sub-indices, 1 index. */

const Rows = z.array(z.record(z.string(), z.string()))
export type Row = Readonly<Record<string, string>>

export const table = (file: string): readonly Row[] =>
  Rows.parse(parse(sharedText(`oracles/coinr/${file}.csv`), { columns: true, skip_empty_lines: true }))

export const cellOf = (row: Row, column: string): string => row[column] ?? ''

const meta = () => table('asem_iMeta')
export const indicators = (): readonly string[] =>
  meta().flatMap((row) => (row['Type'] === 'Indicator' ? [cellOf(row, 'iCode')] : []))
export const aggregates = (): readonly string[] =>
  meta().flatMap((row) => (row['Type'] === 'Aggregate' ? [cellOf(row, 'iCode')] : []))
export const betterOf = (): ReadonlyMap<string, Better> =>
  new Map(meta().map((row) => [cellOf(row, 'iCode'), row['Direction'] === '-1' ? 'lower' : 'higher']))

export interface AsemOptions {
  /** By level from the leaves upwards: pillars, sub-indices, index. */
  readonly aggregations?: readonly [Aggregation, Aggregation, Aggregation]
  readonly missing?: readonly [BranchMissing, BranchMissing, BranchMissing]
  readonly weights?: ReadonlyMap<string, string>
  readonly scoring: (indicator: string, better: Better) => ScoringMethod
  readonly without?: readonly string[]
}

const MEAN: readonly [Aggregation, Aggregation, Aggregation] = ['arithmetic', 'arithmetic', 'arithmetic']
const KEEP: BranchMissing = { strategy: 'all-missing' }

export function asemScheme(options: AsemOptions): Scheme {
  const better = betterOf()
  const rows = meta().filter((row) => row['Type'] === 'Indicator' || row['Type'] === 'Aggregate')
  const node = (code: string): SchemeNode => {
    const row = rows.find((entry) => entry['iCode'] === code)
    const weight = options.weights?.get(code) ?? '1'
    const children = rows.filter(
      (entry) => entry['Parent'] === code && !options.without?.includes(cellOf(entry, 'iCode')),
    )
    if (row?.['Type'] === 'Indicator')
      return leaf(code, options.scoring(code, better.get(code) ?? 'higher'), { weight })
    const level = Number(row?.['Level']) - 2
    return {
      kind: 'branch',
      code,
      name: code,
      weight,
      aggregation: (options.aggregations ?? MEAN)[level] ?? 'arithmetic',
      missing: options.missing?.[level] ?? KEEP,
      children: children.map((child) => node(cellOf(child, 'iCode'))),
    }
  }
  return emptyScheme({
    items: indicators().map((code) => dataItem(code)),
    root: node('Index'),
    rounding: { mode: 'half-even', digits: 8 },
    ranking: { basis: 'exact', numbering: '1224', scope: 'group' },
  })
}

/** All indicators side by side, for normalisations alone. */
export function flatScheme(
  columns: readonly string[],
  scoring: (indicator: string, better: Better) => ScoringMethod,
): Scheme {
  const better = betterOf()
  const children = columns.map((code): LeafNode => leaf(code, scoring(code, better.get(code) ?? 'higher')))
  return emptyScheme({
    items: columns.map((code) => dataItem(code)),
    root: { kind: 'branch', code: 'ALL', name: 'ALL', aggregation: 'arithmetic', children },
  })
}

export const plain = (text: string): string => plainText(new Decimal(text))

/** Figures of a stage file; an empty cell is a figure that was not reported. */
export function valuesOf(
  rows: readonly Row[],
  columns: readonly string[],
  subject = (row: Row) => cellOf(row, 'uCode'),
): ItemValue[] {
  return rows.flatMap((row) =>
    columns.map((item): ItemValue => {
      const text = cellOf(row, item)
      return text === '' || text === 'NA'
        ? { subject: subject(row), item, period: '2026', status: 'missing' }
        : { subject: subject(row), item, period: '2026', status: 'reported', value: plain(text) }
    }),
  )
}

export const inputOf = (scheme: Scheme, rows: readonly Row[]): ScoreInput => ({
  scheme,
  subjects: rows.map((row) => ({ code: cellOf(row, 'uCode'), name: cellOf(row, 'uCode'), group: 'G' })),
  values: valuesOf(
    rows,
    scheme.items.map((item) => item.code),
  ),
  explain: 'points',
})

/** A figure that is already on its scale: goes into the tree as it is. */
export const asItIs = (indicator: string): ScoringMethod => ({
  method: 'judged',
  scorers: [indicator],
  take: 'mean',
  dropHighest: 0,
  dropLowest: 0,
  atLeast: 1,
})

/** Do two figures agree to 1e-9, relative above 1? An empty expectation agrees with no figure. */
export function agrees(ours: string | null | undefined, expected: string, tolerance = 1e-9): string | undefined {
  if (expected === '' || expected === 'NA')
    return ours === null || ours === undefined ? undefined : `ours ${ours}, expected none`
  if (ours === null || ours === undefined) return `ours none, expected ${expected}`
  const wanted = new Decimal(expected)
  const off = new Decimal(ours).minus(wanted).abs()
  return off.lte(Decimal.max(1, wanted.abs()).times(tolerance)) ? undefined : `ours ${ours}, expected ${expected}`
}
