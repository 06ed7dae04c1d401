import { z } from 'zod'

/** How the cells of a column are compared: figures and days by size, the others by equality only. */
export const LEDGER_COLUMN_TYPES = ['text', 'integer', 'decimal', 'date', 'choice', 'yesNo', 'place', 'unit'] as const
export const LedgerColumnType = z.enum(LEDGER_COLUMN_TYPES)
export type LedgerColumnType = z.infer<typeof LedgerColumnType>

/** A column of a ledger as counting sees it, whatever kind of ledger it is. */
export const LedgerColumn = z.object({
  code: z.string(),
  name: z.string(),
  type: LedgerColumnType,
  choices: z.array(z.object({ code: z.string(), name: z.string() })).optional(),
})
export type LedgerColumn = z.infer<typeof LedgerColumn>

/** A row as it was read. `version`: which state of the row it is, in its own history. */
export const LedgerRow = z.object({
  id: z.string(),
  version: z.int().min(1),
  /** A cell that is not there is blank, and neither nought nor “none”. */
  cells: z.record(z.string(), z.string()),
  /** Names of places and units in it, by column. */
  names: z.record(z.string(), z.string()).optional(),
  /** Of what stands for a while: the days on which it was there, both included. */
  from: z.string().optional(),
  until: z.string().optional(),
  /** Of a ledger that is kept anew for each period. */
  period: z.string().optional(),
})
export type LedgerRow = z.infer<typeof LedgerRow>

/**
 * Whether there is anything to count. `unfilled`: nobody has entered a row nor said that there is none, which is not nought;
 * `none`: declared as nothing to report, which is nought.
 */
export const LedgerState = z.enum(['filled', 'none', 'unfilled'])
export type LedgerState = z.infer<typeof LedgerState>

/** The key of `states` where a ledger is not kept by periods. */
export const STANDING = 'standing'

/** What a ledger says of itself, apart from its rows. */
export const LedgerOutline = z.object({
  name: z.string(),
  columns: z.array(LedgerColumn),
  /** The column that names a row. */
  title: z.string(),
})
export type LedgerOutline = z.infer<typeof LedgerOutline>
