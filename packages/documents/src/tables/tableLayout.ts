import type { Codec } from './codec.ts'

/** Way to a field inside the object that a row stands for. */
export type FieldPath = readonly string[]

/** One column: a field, or the rest of an object that has no columns of its own. */
export interface Column {
  readonly header: string
  /** Its header in workbooks that were exported before. */
  readonly formerly?: string
  readonly codec: Codec
  /** Where its value lies; by kind of row where kinds differ. A kind without an entry has no such column. */
  readonly at: FieldPath | ReadonlyMap<string, FieldPath>
  /** What to fill in, for the instructions. */
  readonly help: string
  readonly width: number
  /** A cell merged over several rows holds for each of them. */
  readonly repeats?: true
  /** Hidden where no row fills it. */
  readonly isHiddenWhenEmpty?: true
  /** Of workbooks that were exported before: understood, and not written any more. */
  readonly isOnlyRead?: true
  /** The fields at this place that have columns of their own; all others stand here together as JSON. */
  readonly restExcept?: readonly string[]
}

/** A column that is printed for the reader and passed over by the import. */
export interface InformationColumn {
  readonly header: string
  /** The column that it stands in front of. */
  readonly before: string
  readonly width: number
}

/** One worksheet of a form: a row for each object. */
export interface TableLayout {
  readonly sheet: string
  readonly help: string
  readonly columns: readonly Column[]
  readonly information?: InformationColumn
  /** Where rows are of several kinds: the column that tells them apart. `whenEmpty`: the kind by which other headers are filled. */
  readonly kinds?: {
    readonly header: string
    readonly names: ReadonlyMap<string, string>
    /** Words of workbooks that were exported before. */
    readonly formerly?: ReadonlyMap<string, string>
    readonly whenEmpty?: (isFilled: (header: string) => boolean) => string
  }
}

/** An object of a row, with the row's kind (empty where there is but one). */
export interface TableRow {
  readonly kind: string
  readonly value: Readonly<Record<string, unknown>>
  readonly information?: string
}

/** The columns of a sheet that is written today. */
export const writtenColumns = ({ columns }: TableLayout): readonly Column[] =>
  columns.filter(({ isOnlyRead }) => isOnlyRead !== true)

export const pathFor = (column: Column, kind: string): FieldPath | undefined =>
  'get' in column.at ? column.at.get(kind) : column.at

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field of the object itself, never of its prototype. */
export function valueAt(value: unknown, path: FieldPath): unknown {
  let at = value
  for (const step of path) at = isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined
  return at
}

/** Header of the columns that take up a JSON text too long for one cell. */
export const continuationHeader = (header: string, number: number): string => `${header}续${number}`
