import { z } from 'zod'
import type { Part } from '../part.ts'
import { Instant } from '../plainDate.ts'
import { LedgerOutline, LedgerRow, LedgerState } from './ledger.ts'
import { CountSource } from './sources/index.ts'

/** Rows of a whole that none of its parts counts: how many, and the first of them by name. */
export const UnplacedRows = z.object({ names: z.array(z.string()), count: z.int().min(1) })
export type UnplacedRows = z.infer<typeof UnplacedRows>

/**
 * 取数单: one reading of one ledger, frozen with a form when it was submitted. The rows lie in pieces beside it; what each of the
 * form's figures stands for follows from them, its conditions and the day, and its digest says whether it still does.
 */
export const Drawing = LedgerOutline.extend({
  source: CountSource,
  at: Instant,
  /** On which it was counted. */
  day: z.string(),
  states: z.record(z.string(), LedgerState),
  /** Which state of the ledger was read. */
  mark: z.string(),
  rows: z.int().min(0),
  /** Digest of the rows, by which the pieces are called. */
  digest: z.string(),
  pieces: z.int().min(0),
  cells: z.array(
    z.object({
      item: z.string(),
      period: z.string(),
      digest: z.string(),
      status: z.string(),
      value: z.string().optional(),
      rows: z.int().min(0),
      /** Of a share: how many rows it is a share of. */
      of: z.int().min(0).optional(),
      /** How many of its rows lie in each piece, so that a page of them reads one. */
      inPieces: z.array(z.int().min(0)),
      unplaced: UnplacedRows.optional(),
    }),
  ),
})
export type Drawing = z.infer<typeof Drawing>

const DrawnRows = z.array(LedgerRow)

/** Side documents of a form. */
export const drawingParts = {
  drawing: (id: string): Part<Drawing> => ({ name: `drawing-${id}`, content: Drawing }),
  rows: (digest: string, piece: number): Part<LedgerRow[]> => ({
    name: `drawn-${digest}-${piece}`,
    content: DrawnRows,
  }),
} as const
