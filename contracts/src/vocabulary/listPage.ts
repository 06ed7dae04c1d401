import { z } from 'zod'
import { CityCode, CountyCode } from './divisions/divisions.ts'
import { line } from './text.ts'

/** How a list that grows with the years is asked for: narrowed, and page by page. */
export const listQuery = {
  /** 在办: somebody still has to do something; 办结: it is over. Without it both. */
  stage: z.enum(['open', 'closed']).optional(),
  /** 市（州）或县（市、区） by its division code. */
  place: z.union([CityCode, CountyCode]).optional(),
  /** The beginning of a name, in characters, in pinyin or in initials. */
  name: line({ max: 60 }).optional(),
  /** Where the page before ended; good for the same list and the same question only. */
  cursor: z.base64url('翻页的位置格式不对').max(2000).optional(),
}

/** A page of rows. It may be short or even empty and still have a `cursor`: there is more to look through. */
export const listPage = <R extends z.ZodType>(row: R) => z.object({ rows: z.array(row), cursor: z.string().optional() })
