import type { IntakeValue } from './readIntakeCell.ts'
import type { PassedOverKind } from './rowKind.ts'

/** A row that was understood whole. */
export interface IntakeRow {
  /** Empty for a text file. */
  readonly sheet: string
  /** As the spreadsheet counts it. */
  readonly row: number
  /** By the fields' codes; a field without a value is not there. */
  readonly values: ReadonlyMap<string, IntakeValue>
  readonly hidden?: true
}

/** Something that stays out, with its place, why, and what to do. */
export interface IntakeRefusal {
  readonly sheet: string
  /** 0: the sheet as a whole. */
  readonly row: number
  /** As letters; empty: the row as a whole. */
  readonly column: string
  /** Code of the field. */
  readonly field?: string
  readonly heading?: string
  /** What stands in the cell. */
  readonly shown: string
  readonly message: string
}

export interface PassedOverRow {
  readonly sheet: string
  readonly row: number
  readonly why: PassedOverKind
}

export interface IntakeReading {
  /** The sheets with the form's headings; `columns`: field → letters. */
  readonly sheets: readonly {
    readonly name: string
    readonly headingRow: number
    readonly columns: ReadonlyMap<string, string>
  }[]
  readonly rows: readonly IntakeRow[]
  /** How many rows of data are not among them. */
  readonly leftOut: number
  readonly refusals: readonly IntakeRefusal[]
  readonly passedOver: readonly PassedOverRow[]
  /** What should be looked at again and is no fault. */
  readonly remarks: readonly string[]
}
