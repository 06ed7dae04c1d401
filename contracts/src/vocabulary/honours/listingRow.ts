import { z } from 'zod'
import { line } from '../text.ts'

const cell = line({ max: 300 })

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
})
export type ListingRow = z.infer<typeof ListingRow>
