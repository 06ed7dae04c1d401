import { z } from 'zod'
import { SchemeId } from '../ids.ts'
import { Instant } from '../plainDate.ts'
import { Finding } from '../schemes/scheme.ts'
import { line } from '../text.ts'

/**
 * 填报格的种类, by what a clerk does with one: types a figure, confirms one that another form has already, looks at one that is drawn
 * from a register, or finds and uploads a file.
 */
export const CELL_KINDS = ['typed', 'confirmed', 'drawn', 'evidence'] as const
export const CellKind = z.enum(CELL_KINDS)
export type CellKind = z.infer<typeof CellKind>

/** Minutes to two places, so that half a minute can be said. */
const Minutes = z.string().regex(/^(0|[1-9]\d{0,2})(\.\d{1,2})?$/, '分钟数应为0至999之间的数，最多两位小数')

/** 填报用时标准: minutes for a cell of each kind. Assumptions of the province, and shown wherever minutes are. */
export const RateContent = z.strictObject({ typed: Minutes, confirmed: Minutes, drawn: Minutes, evidence: Minutes })
export type RateContent = z.infer<typeof RateContent>

export const BurdenRates = z.object({
  rates: RateContent,
  reason: line({ min: 2, max: 200 }),
  updatedAt: Instant,
})
export type BurdenRates = z.infer<typeof BurdenRates>

const count = z.int().min(0)

/** What is asked of one unit of a kind, or of one office that supplies figures. */
export const BurdenSide = z.object({
  filledBy: z.enum(['subject', 'commission']),
  /** The kind of unit, or the office. */
  name: z.string(),
  typed: count,
  confirmed: count,
  drawn: count,
  evidence: count,
  minutes: z.string(),
})
export type BurdenSide = z.infer<typeof BurdenSide>

/** Where a figure is known already, in the words of the page; `null`: it has to be typed. */
export const KNOWN_FROM = ['register', 'other-form', 'last-year'] as const
export const KnownFrom = z.enum(KNOWN_FROM)
export type KnownFrom = z.infer<typeof KnownFrom>

export const BurdenLine = z.object({
  item: z.string(),
  name: z.string(),
  filledBy: z.enum(['subject', 'commission']),
  /** In how many periods of a cycle it is asked. */
  cells: count,
  known: KnownFrom.nullable(),
  /** Which register or form. */
  where: z.string().optional(),
})
export type BurdenLine = z.infer<typeof BurdenLine>

/** 与上年方案相比. */
export const BurdenChange = z.object({
  schemeId: SchemeId,
  name: z.string(),
  /** More or fewer than then; `minutes` as if all of it were typed in both years. */
  cells: z.int(),
  cellsBefore: count,
  evidence: z.int(),
  minutes: z.string(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
})
export type BurdenChange = z.infer<typeof BurdenChange>

/** 负担预估 of a scheme, as it stands and by what is known today. */
export const SchemeBurden = z.object({
  sides: z.array(BurdenSide),
  /** How many units of the kind there are, where the tree of divisions says. */
  units: count.optional(),
  lines: z.array(BurdenLine),
  /** How many of the unit's items have last year's figure beside them to compare with. */
  comparable: count,
  before: BurdenChange.optional(),
  findings: z.array(Finding),
  rates: RateContent,
  /** The rates as the province set them; without it the ones that the system came with. */
  ratesVersion: count,
})
export type SchemeBurden = z.infer<typeof SchemeBurden>

/** How a scheme's item stands to the catalogue. */
export const TakenStanding = z.object({
  item: z.string(),
  code: z.string(),
  edition: z.int(),
  /** The newest edition; absent where the catalogue has no such item. */
  newest: z.int().optional(),
  ended: z.boolean(),
  /** Fields in which the scheme's copy departs from the edition that it names. */
  departs: z.array(z.string()),
})
export type TakenStanding = z.infer<typeof TakenStanding>
