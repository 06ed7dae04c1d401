import type { ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { openWhatIf } from '@anjie/domain/league-tables/index'
import { seededNumbers } from '@anjie/domain/league-tables/seededNumbers'
import { type ScoreInput, scoreCycle } from '@anjie/domain/scoring/index'
import { closeDecisions } from '@anjie/kernel'
import { tableCase } from './tableCase.ts'

/** What a row of drawn tables showed. */
export interface Agreement {
  readonly tables: number
  readonly decisions: number
  /** Decisions that were too close for forty digits and were made on exact fractions. */
  readonly close: number
  /** How often each rule, mean, numbering, basis … was drawn. */
  readonly kinds: ReadonlyMap<string, number>
  /** The first decisions that the fractions do not bear out, with the seed of their table. */
  readonly wrong: readonly string[]
}

/** Every so many tables, 权重试算 with every weight as it is has to give the official table. */
const TRIED = 3

function differing(input: ScoreInput, run: ScoreRun): readonly string[] {
  const places = (
    rows: readonly { readonly subject: string; readonly published: string | null; readonly rank: string | null }[],
  ) => rows.map(({ subject, published, rank }) => `${subject} ${published} ${rank}`)
  const official = places(run.subjects)
  return places(openWhatIf(input).redraw(new Map())).flatMap((row, at) =>
    row === official[at] ? [] : [`tried without a change: ${row}, officially ${official[at]}`],
  )
}

/** Draws tables until so many decisions were compared with exact fractions, or a table was wrong. */
export function compareDecisions(least: number, seed: number): Agreement {
  const kinds = new Map<string, number>()
  const before = closeDecisions.count
  let decisions = 0
  let tables = 0
  for (; decisions < least; tables += 1) {
    const own = seed + tables
    const table = tableCase(seededNumbers(own))
    const run = scoreCycle(table.input)
    const wrong = [...table.wrong(run), ...(tables % TRIED === 0 ? differing(table.input, run) : [])]
    for (const kind of table.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    decisions += table.decisions
    if (wrong.length > 0)
      return { tables, decisions, kinds, close: closeDecisions.count - before, wrong: [`seed ${own}`, ...wrong] }
  }
  return { tables, decisions, kinds, close: closeDecisions.count - before, wrong: [] }
}
