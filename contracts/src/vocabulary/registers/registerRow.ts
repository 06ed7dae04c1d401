import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { ColumnCode, type RegisterPeriod } from './register.ts'

const ULID = '[0-9A-HJKMNP-TV-Z]{26}'
const OF_PERIOD = '(?:standing|20\\d{2}(?:-(?:H[12]|Q[1-4]|\\d{2}))?)'
const LEAF = `\\d{4}[0-9A-Z]\\d\\.(?:${ULID}-)?[a-z][a-z0-9]{1,23}-${OF_PERIOD}-\\d{4}`

/** 台账页: `990101.centres-standing-0001`; a unit's own `990101.<unit>-grids-2026-Q3-0001`. */
export const LeafId = z
  .string()
  .regex(new RegExp(`^${LEAF}$`), '编号格式不对')
  .brand<'LeafId'>()
export type LeafId = z.infer<typeof LeafId>

/** A row of a leaf by its place, `990101.centres-standing-0001-07`: never given twice, also when the row is removed. */
export const RowId = z
  .string()
  .regex(new RegExp(`^${LEAF}-\\d{2}$`), '编号格式不对')
  .brand<'RowId'>()
export type RowId = z.infer<typeof RowId>

/** Rows that one request saves: they and their keys fit one transaction. */
export const MAX_ROWS_AT_ONCE = 40

/** Whose rows they are: a county, or one of its units. */
export const Holder = z.union([CountyCode, UnitId])
export type Holder = z.infer<typeof Holder>

/**
 * Cells by their column's code; a cell that is not there is missing (未填), which is neither zero nor “none”. Figures are decimal texts, days
 * `2026-03-02`, choices their codes, yes and no `yes` and `no`, units their ids, and
 * `county` stands for the county itself.
 */
export const Cells = z.record(z.string(), z.string())
export type Cells = z.infer<typeof Cells>

/** 起止日 of a standing thing; both are days on which it was there. */
export const validDays = { from: PlainDate.optional(), until: PlainDate.optional() }

/** A row as its leaf keeps it. */
export const KeptRow = z.object({
  cells: Cells,
  /** Names of the places and units in it, as they were when it was filled. */
  names: z.record(z.string(), z.string()).optional(),
  ...validDays,
  version: z.int().min(1),
  /** Versions of the leaf in which it changed, the newest last: by them its history is read without that of its neighbours. */
  steps: z.array(z.int().min(1)),
  at: Instant,
  /** 撤行: the cells are gone from here and stay in its history. */
  removed: z.object({ reason: z.string(), on: PlainDate }).optional(),
})
export type KeptRow = z.infer<typeof KeptRow>

/**
 * 台账页: so many rows of one holder, register and period in one record, that a change costs little and reading all of them costs little.
 * The first leaf says besides how many there are, and whether the holder declared that there is nothing to enter.
 */
export const RegisterLeaf = z.object({
  id: LeafId,
  holder: Holder,
  /** Name of the unit whose rows they are. */
  holderName: z.string().optional(),
  /** By their places in the leaf, `00` to `63`. */
  rows: z.record(z.string().regex(/^\d{2}$/), KeptRow),
  /** Of the first leaf: how many there are. */
  leaves: z.int().min(1).optional(),
  /** Of the first leaf: 本期无, declared. */
  declaredNone: z.object({ at: Instant, by: z.string() }).optional(),
  updatedAt: Instant,
})
export type RegisterLeaf = z.infer<typeof RegisterLeaf>

/** A row as other rooms and the interface read it. */
export const RegisterRow = z.object({
  id: RowId,
  holder: Holder,
  version: z.int().min(1),
  cells: Cells,
  names: z.record(z.string(), z.string()).optional(),
  ...validDays,
  at: Instant,
})
export type RegisterRow = z.infer<typeof RegisterRow>

/** One condition on a cell. `missing` and `filled` ask whether there is one at all; `least` and `most` compare exactly, days as days. */
export const RowCondition = z.discriminatedUnion('is', [
  z.strictObject({
    column: ColumnCode,
    is: z.literal('one-of'),
    values: z
      .array(line({ min: 1, max: 200 }))
      .min(1)
      .max(60),
  }),
  z.strictObject({ column: ColumnCode, is: z.enum(['least', 'most']), value: line({ min: 1, max: 40 }) }),
  z.strictObject({ column: ColumnCode, is: z.literal('contains'), text: line({ min: 1, max: 60 }) }),
  z.strictObject({ column: ColumnCode, is: z.literal('missing') }),
  z.strictObject({ column: ColumnCode, is: z.literal('filled') }),
])
export type RowCondition = z.infer<typeof RowCondition>

/** Which rows: those that meet every condition, and of a standing register only those that were there on a day. */
export const RowFilter = z.strictObject({
  conditions: z.array(RowCondition).max(8),
  on: PlainDate.optional(),
})
export type RowFilter = z.infer<typeof RowFilter>

/** What was filled: nothing at all yet, nothing because there is nothing, or rows. */
export const FilledState = z.enum(['never-filled', 'declared-none', 'filled'])
export type FilledState = z.infer<typeof FilledState>

/** Which rows of a register: a county's (of rows of units all of theirs), or one unit's, in a period. */
export interface RegisterRef {
  readonly register: string
  readonly holder: string
  readonly period: RegisterPeriod
}
