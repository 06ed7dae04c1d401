import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'

/** 创建条件: one thing that must be so before a unit may be put forward. */
export interface Criterion {
  readonly code: string
  readonly name: string
  /** What is looked at, for which period, and where it is looked up. */
  readonly clause: string
}

/**
 * 荣誉类型: what an honour is for and what it asks. Figures that differ from place to place (places, window, validity)
 * belong to a round; the ones here are what a new round is offered with.
 */
export interface HonourType {
  readonly code: HonourCode
  readonly name: string
  /** Two capitals of the certificate number; no two honours share them. */
  readonly certificateLetters: string
  readonly unitKinds: readonly UnitKind[]
  readonly criteria: readonly Criterion[]
  readonly noticeWorkingDays: number
  /** In years; null: the title has no end of its own. */
  readonly validYears: number | null
}
