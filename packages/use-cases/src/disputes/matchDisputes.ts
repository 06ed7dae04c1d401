import type { matchDisputes as operation } from '@anjie/contracts/operations/disputes'
import { err, inParallel, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command, CommandContext } from '../ports.ts'
import { askAbout, doubtIdOf } from './askAbout.ts'
import { type FoundPiece, foundPieces, type Join, type Question } from './foundPieces.ts'
import { joinFound } from './joinFound.ts'
import { keepingCounty } from './keepingCounty.ts'
import { searchMatches } from './searchMatches.ts'

/** From the beginning of the call: until then it begins to read more, and until then to join and to ask. A call ends after 29 seconds. */
const READING_MILLISECONDS = 14_000
const STRETCH_MILLISECONDS = 10_000
const WIDTH = 6

/**
 * 查重: what is surely one is joined, what may be is asked; each joining is a commit of its own. One call searches, keeps what it found and
 * carries it out as far as there is time; the next ones carry on without searching again.
 */
export const matchDisputes: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const begun = performance.now()
  const isWithin = (milliseconds: number) => () => performance.now() - begun < milliseconds
  const keeping = keepingCounty(context)
  if (!keeping.ok) return keeping
  const county = keeping.value
  if (body.from > body.to) return err({ code: 'value-invalid', detail: '起始日在截止日之后', pointer: '/from' })
  const kept = foundPieces(context, county, body)
  const isTimeLeft = isWithin(STRETCH_MILLISECONDS)
  const told = { compared: 0, joined: 0, asked: 0, left: 0 }
  let next = await kept.next()
  if (next === undefined) {
    const found = await searchMatches(context, county, body, isWithin(READING_MILLISECONDS))
    if (!found.ok) return found
    told.compared = found.value.compared
    await kept.keep(found.value.pieces)
    next = await kept.next()
  }
  let waiting = 0
  while (next !== undefined) {
    const done = await carriedOut(context, county, next.piece, isTimeLeft)
    told.joined += done.joined
    told.asked += done.asked
    waiting += done.waiting
    told.left = await kept.note(next, done.rest)
    next = isTimeLeft() ? await kept.next() : undefined
  }
  told.left += waiting
  return ok({ id: county, version: 1, status: 'matched', once: told, unchanged: true })
}

interface Done {
  readonly joined: number
  readonly asked: number
  /** Joins that somebody was in the way of: the next search finds them again. */
  readonly waiting: number
  readonly rest: FoundPiece
}

async function carriedOut(
  context: CommandContext,
  county: string,
  { joins, questions }: FoundPiece,
  isTimeLeft: () => boolean,
): Promise<Done> {
  const { store } = context
  const rest: { joins: Join[]; questions: Question[] } = { joins: [], questions: [] }
  const [standing, asked] = await Promise.all([
    store.getMany(
      'dispute',
      joins.flatMap(({ ids }) => ids),
    ),
    store.getMany(
      'dispute-doubt',
      questions.map((question) => doubtIdOf(context, county, question)),
    ),
  ])
  const joined = await inParallel(joins, WIDTH, async (join) => {
    if (isTimeLeft()) return joinFound(context, join, standing)
    rest.joins.push(join)
    return 'out-of-time'
  })
  const raised = await inParallel(questions, WIDTH, async (question) => {
    if (isTimeLeft()) return askAbout(context, county, question, asked.get(doubtIdOf(context, county, question)))
    rest.questions.push(question)
    return false
  })
  return {
    joined: joined.filter((each) => each === 'joined').length,
    asked: raised.filter(Boolean).length,
    waiting: joined.filter((each) => each === 'others-first').length,
    rest,
  }
}
