import type { MeasureKind } from './measure.ts'

export const MEASURE_KIND_NAMES = {
  inspection: '督导',
  covert: '暗访',
  dispatch: '调度',
  circular: '通报批评',
  interview: '约谈',
  'yellow-card': '黄牌警告',
  listing: '挂牌督办',
} as const satisfies Record<MeasureKind, string>

/** Kinds that are a paper with a number. */
const NUMBERED: ReadonlySet<MeasureKind> = new Set(['circular', 'yellow-card', 'listing'])
/** Kinds that find something. */
const WITH_PROBLEMS: ReadonlySet<MeasureKind> = new Set(['covert', 'listing'])
/** Kinds that last until a day. */
const WITH_TERM: ReadonlySet<MeasureKind> = new Set(['yellow-card', 'listing'])

export const isNumbered = (kind: MeasureKind): boolean => NUMBERED.has(kind)
export const needsProblem = (kind: MeasureKind): boolean => WITH_PROBLEMS.has(kind)
export const hasTerm = (kind: MeasureKind): boolean => WITH_TERM.has(kind)
/** Kinds that bar from honours where their rule says so. A listing always does. */
export const mayBar = (kind: MeasureKind): kind is 'yellow-card' | 'interview' =>
  kind === 'yellow-card' || kind === 'interview'
