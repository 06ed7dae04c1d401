import type {
  Cells,
  KeptRow,
  LeafId,
  RegisterLeaf,
  RegisterRef,
} from '@anjie/contracts/vocabulary/registers/registerRow'
import { leafIdOf, placeText, ROWS_PER_LEAF } from './registerIds.ts'

/** What a row is filled with. */
export interface RowContent {
  readonly cells: Cells
  readonly names?: Readonly<Record<string, string>> | undefined
  readonly from?: KeptRow['from'] | undefined
  readonly until?: KeptRow['until'] | undefined
}

/** A row's history is read by its newest steps; more are told by the audit of its leaf. */
const MAX_STEPS = 60

interface Moment {
  readonly now: string
  /** The leaf's version that comes of it. */
  readonly version: number
}

export function emptyLeaf(ref: RegisterRef, number: number, holderName: string | undefined, now: string): RegisterLeaf {
  return {
    id: leafIdOf(ref, number) as LeafId,
    holder: ref.holder as RegisterLeaf['holder'],
    ...(holderName === undefined ? {} : { holderName }),
    rows: {},
    ...(number === 1 ? { leaves: 1 } : {}),
    updatedAt: now,
  }
}

/** How many rows a leaf still takes: a place is never given twice. */
export const roomIn = ({ rows }: RegisterLeaf): number => ROWS_PER_LEAF - Object.keys(rows).length

/** The leaf with a further row, and the row's place. What was declared to be nothing is something then. */
export function withNewRow(
  leaf: RegisterLeaf,
  content: RowContent,
  { now, version }: Moment,
): { readonly leaf: RegisterLeaf; readonly place: string } {
  const place = placeText(Object.keys(leaf.rows).length)
  const { declaredNone: _none, ...rest } = leaf
  return {
    place,
    leaf: {
      ...rest,
      rows: { ...leaf.rows, [place]: { ...kept(content), version: 1, steps: [version], at: now } },
      updatedAt: now,
    },
  }
}

export const withChangedRow = (
  leaf: RegisterLeaf,
  place: string,
  row: KeptRow,
  content: RowContent,
  { now, version }: Moment,
): RegisterLeaf => ({
  ...leaf,
  rows: {
    ...leaf.rows,
    [place]: { ...kept(content), version: row.version + 1, steps: [...row.steps, version].slice(-MAX_STEPS), at: now },
  },
  updatedAt: now,
})

/** 撤行: its cells go; they stay in its history. */
export const withoutRow = (
  leaf: RegisterLeaf,
  place: string,
  row: KeptRow,
  removed: NonNullable<KeptRow['removed']>,
  { now, version }: Moment,
): RegisterLeaf => ({
  ...leaf,
  rows: {
    ...leaf.rows,
    [place]: {
      cells: {},
      version: row.version + 1,
      steps: [...row.steps, version].slice(-MAX_STEPS),
      at: now,
      removed,
    },
  },
  updatedAt: now,
})

export const isSameContent = (row: KeptRow, { cells, from, until }: RowContent): boolean =>
  row.from === from && row.until === until && sorted(row.cells) === sorted(cells)

const sorted = (cells: Cells): string => JSON.stringify(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)))

const kept = ({ cells, names, from, until }: RowContent): Pick<KeptRow, 'cells' | 'names' | 'from' | 'until'> => ({
  cells,
  ...(names === undefined || Object.keys(names).length === 0 ? {} : { names: { ...names } }),
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
})
