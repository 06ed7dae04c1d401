import { z } from 'zod'
import { line } from '../text.ts'

const cell = line({ max: 300 })

/** 变动: what a list does beside naming. */
export const LISTED_CHANGES = { revoked: '撤销', renewed: '续期' } as const

/** One line of a public listing, as text: what it means is decided with the province's divisions at hand. */
export const ListingRow = z.strictObject({
  /** Number of the line in the file, by which a refusal names it. */
  row: z.int().min(1),
  year: cell,
  level: cell,
  honour: cell,
  city: cell,
  county: cell,
  township: cell,
  unit: cell,
  sourceUrl: cell,
  /** 命名机关, where the list says so. */
  issuer: cell.optional(),
  /** 变动: nothing or 命名, or one of `LISTED_CHANGES`; the rest says more of it. */
  change: cell.optional(),
  changedOn: cell.optional(),
  documentNumber: cell.optional(),
  grounds: cell.optional(),
  validUntil: cell.optional(),
  /** 原命名年度 of a title that is renewed. */
  formerYear: cell.optional(),
})
export type ListingRow = z.infer<typeof ListingRow>
