import type { Decimal } from '@anjie/kernel'

/** One figure as a rule sees it. `assumed`: no entry in a register of events, which its definition reads as zero. */
export type Cell =
  | {
      readonly status: 'reported'
      readonly value: Decimal
      readonly period: string
      readonly assumed: boolean
      /** As it was entered; absent for figures that were put together or derived. */
      readonly text?: string
    }
  | { readonly status: 'missing' | 'not-applicable' | 'invalid'; readonly period: string; readonly note: string | null }

export type ReportedCell = Extract<Cell, { status: 'reported' }>

/** A unit that is assessed, and the group it is ranked in. */
export interface Subject {
  readonly code: string
  readonly name: string
  readonly group: string
}

/** One subject's figures as a formula asks for them. */
export interface FiguresOfSubject {
  readonly subject: Subject
  /** The period that is being scored. */
  readonly period: string
  /** The item's figure for that period. */
  cell(item: string): Cell
  /** The item's figure for any period. */
  at(item: string, period: string): Cell
}
