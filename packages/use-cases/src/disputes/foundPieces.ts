import { DisputeId } from '@anjie/contracts/vocabulary/disputes/dispute'
import type { FoundMatches } from '@anjie/domain/disputes/matchOrigins'
import { naturalId } from '@anjie/domain/naturalId'
import { inParallel } from '@anjie/kernel'
import { z } from 'zod'
import type { CommandContext } from '../ports.ts'

const Join = z.object({ ids: z.array(DisputeId), reason: z.string() })
const Question = z.object({ pair: z.tuple([DisputeId, DisputeId]), reasons: z.array(z.string()), numbers: z.string() })
export type Join = z.infer<typeof Join>
export type Question = z.infer<typeof Question>

/** What a search found, as much as one call is likely to carry out: disputes that are surely one, pairs to ask about. */
export const FoundPiece = z.object({ joins: z.array(Join), questions: z.array(Question) })
export type FoundPiece = z.infer<typeof FoundPiece>

const AT_ONCE = 250

const inSlices = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, at) => list.slice(at * AT_ONCE, (at + 1) * AT_ONCE))

/** Joins before questions; questions with the likeliest first. */
export const inPieces = (
  { joins, doubts }: FoundMatches,
  numberOf: (home: string) => string,
): readonly FoundPiece[] => [
  ...inSlices(joins).map((slice) => ({
    joins: slice.map(({ ids, reason }) => ({ ids: [...ids], reason })),
    questions: [],
  })),
  ...inSlices(doubts).map((slice) => ({
    joins: [],
    questions: slice.map(({ pair: [one, other], reasons }): Question => {
      const numbers = `${numberOf(one)}、${numberOf(other)}`
      return { pair: [one, other], reasons: [...reasons], numbers }
    }),
  })),
]

const sizeOf = ({ joins, questions }: FoundPiece): number => joins.length + questions.length

/** Pieces from `next` to before `end` are still to be carried out, `left` joins and questions in all. */
const Waiting = z.object({ next: z.int(), end: z.int(), left: z.int(), keptAt: z.string() })
type Waiting = z.infer<typeof Waiting>

/** After a pause an import may have made what was found outdated: the search is made again. */
const KEPT_MILLISECONDS = 2 * 60_000
const HEAD = 'search'
const PUTS_AT_ONCE = 6
const pieceName = (at: number): string => `found-${at}`

export interface NextPiece {
  readonly piece: FoundPiece
  readonly waiting: Waiting
}

/** What was found in a period of a county and is still to be carried out, so that the next call need not search again. It names no person. */
export function foundPieces({ store, now, digest }: CommandContext, county: string, period: unknown) {
  const id = `${county}.${naturalId(digest({ county, search: period }))}`
  const read = async (name: string): Promise<unknown> => (await store.sideItem('dispute', id, name))?.content
  // Of two calls at once one does not get its note in; what it would have noted is done again, which changes nothing.
  const write = async (name: string, content: unknown): Promise<void> => {
    const there = await store.sideItem('dispute', id, name)
    const expiresAt = Math.ceil((Date.parse(now) + KEPT_MILLISECONDS) / 1000)
    await store.keepSideItem('dispute', id, name, content, there?.version ?? 0, expiresAt)
  }
  return {
    keep: async (pieces: readonly FoundPiece[]): Promise<void> => {
      if (pieces.length === 0) return
      await inParallel(pieces, PUTS_AT_ONCE, (piece, at) => write(pieceName(at), piece))
      const left = pieces.reduce((sum, piece) => sum + sizeOf(piece), 0)
      await write(HEAD, { next: 0, end: pieces.length, left, keptAt: now } satisfies Waiting)
    },

    next: async (): Promise<NextPiece | undefined> => {
      const waiting = Waiting.safeParse(await read(HEAD)).data
      if (waiting === undefined || waiting.next >= waiting.end) return undefined
      if (Date.parse(now) - Date.parse(waiting.keptAt) > KEPT_MILLISECONDS) return undefined
      const piece = FoundPiece.safeParse(await read(pieceName(waiting.next))).data
      return piece === undefined ? undefined : { piece, waiting }
    },

    /** Of the piece only `rest` is still to be carried out; answers how much that is with all that follow. */
    note: async ({ piece, waiting }: NextPiece, rest: FoundPiece): Promise<number> => {
      const left = waiting.left - sizeOf(piece) + sizeOf(rest)
      const isDone = sizeOf(rest) === 0
      if (!isDone) await write(pieceName(waiting.next), rest)
      await write(HEAD, { ...waiting, left, next: waiting.next + (isDone ? 1 : 0), keptAt: now } satisfies Waiting)
      return left
    },
  }
}
