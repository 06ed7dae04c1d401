import type { ListFilter } from '@anjie/use-cases/ports'
import { z } from 'zod'
import { digest } from './digest.ts'

/** Where a page of a list ends: in which stretch of what is looked through, and after which key of it. */
export interface ListPlace {
  readonly stretch: number
  readonly after?: string | undefined
}

const Cursor = z.object({ of: z.string(), stretch: z.int().min(0), after: z.string().optional() })

/** Marks whose list and which question a cursor belongs to. */
const markOf = (pk: string, filter: ListFilter): string => digest({ pk, filter }).slice(0, 16)

export const cursorText = (pk: string, filter: ListFilter, place: ListPlace): string =>
  Buffer.from(JSON.stringify({ of: markOf(pk, filter), ...place })).toString('base64url')

/** The place that a cursor names; undefined for a text that is none, or one of another list or question. */
export function placeOfCursor(pk: string, filter: ListFilter, cursor: string): ListPlace | undefined {
  const parsed = Cursor.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString('utf8')))
  return parsed.success && parsed.data.of === markOf(pk, filter) ? parsed.data : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
