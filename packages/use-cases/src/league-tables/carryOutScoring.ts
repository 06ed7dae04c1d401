import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { RunId } from '@anjie/contracts/vocabulary/ids'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import { type FrozenFigures, type FrozenRun, runParts } from '@anjie/contracts/vocabulary/league-tables/runParts'
import { type FilledPart, filled } from '@anjie/contracts/vocabulary/part'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { rankIntervals, withStreaks } from '@anjie/domain/league-tables/index'
import { leagueRows } from '@anjie/domain/league-tables/leagueRows'
import { RANK_NOISE, RANK_NOISE_NOTE } from '@anjie/domain/league-tables/rankNoise'
import { awaits, recordRun } from '@anjie/domain/league-tables/recordRun'
import { openScorecards } from '@anjie/domain/league-tables/scorecards'
import { supersedeRun } from '@anjie/domain/league-tables/supersedeRun'
import { withProofs } from '@anjie/domain/league-tables/withProofs'
import { sealRun } from '@anjie/domain/scoring/archive'
import { scoreCycle } from '@anjie/domain/scoring/index'
import { followRun } from '../appeals/followRun.ts'
import type { Change, CommandContext, RecordStore } from '../ports.ts'
import { readEarlierTables } from './findEarlierTables.ts'

/** Subjects whose scorecards are written as one piece of the work. */
export const SUBJECTS_IN_PIECE = 100
const MAX_TRIES = 10

export interface ScoringContext extends Pick<CommandContext, 'store' | 'digest' | 'now'> {}

/**
 * 计分, in the background: works out what was frozen, keeps each subject's points with their receipts and everything that they were
 * made from, and puts the new run in the place of an earlier one that nobody was shown. Stopped half-way it is taken up again, and
 * twice at once it does no harm: the same figures give the same bytes, and what is kept already is not written again.
 * `false`: the cycle does not wait for a run, or no longer for this one.
 */
export async function carryOutScoring(
  context: ScoringContext,
  cycleId: string,
  subjectsInPiece = SUBJECTS_IN_PIECE,
): Promise<boolean> {
  const { store } = context
  const cycle = (await store.get('cycle', cycleId))?.state
  if (cycle?.scoring === undefined) return false
  const { runId } = cycle.scoring
  const scheme = await store.rules(cycle.schemeId)
  const frozen = await store.getPart('run', runId, runParts.frozen())
  if (scheme === undefined || frozen === undefined) throw new Error(`run ${runId} lacks what it is worked out from`)
  const bySubject = await readFrozen(store, runId, frozen.parts)
  const values = bySubject.flatMap((each) => each.values)
  const { period, previous, subjects } = frozen
  const input = { scheme, subjects, values, period, ...(previous === null ? {} : { previous }) }
  const result = scoreCycle(input)
  // The simulation ranks each group by itself, so it says nothing of a table that ranks all of them together.
  const intervals = scheme.ranking.scope === 'group' ? rankIntervals(input, RANK_NOISE) : []

  const { seal, resultHash } = await sealRun({ scheme, period, subjects, values, previous }, result, async (content) =>
    context.digest(content),
  )
  const table = leagueRows(scheme, result, intervals)
  const bestGrade = scheme.grades[0]?.name
  const rows =
    scheme.cycle !== 'year' || bestGrade === undefined
      ? table
      : withStreaks(table, cycle.year, bestGrade, await readEarlierTables(store, frozen.earlier))
  const run: ScoreRunRecord = {
    id: runId,
    province: cycle.province,
    ...(cycle.county === undefined ? {} : { county: cycle.county }),
    cycleId: cycle.id,
    cycleName: cycle.name,
    schemeId: cycle.schemeId,
    schemeVersion: frozen.schemeVersion,
    period,
    engineVersion: result.engine,
    status: 'computed',
    computedAt: frozen.at,
    ...(frozen.previousRun === undefined ? {} : { previousRun: frozen.previousRun }),
    inputsHash: context.digest({ scheme, period, subjects: byCode(subjects), values: inOrder(values), previous }),
    resultHash,
    seal,
    basis: frozen.basis,
    outstanding: frozen.outstanding.map((each) => each.code),
    groups: scheme.groups.map(({ code, name }) => ({ code, name })),
    rows,
    notes: intervals.length === 0 ? [...result.notes] : [...result.notes, RANK_NOISE_NOTE],
  }

  const valuesOf = new Map(bySubject.map((each) => [each.subject, each.values]))
  const { subjects: scores, ...head } = result
  const cardOf = openScorecards(scheme, result, runId)
  const rowOf = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.subject, row]))
  const finished = await store.finishedPieces('run', runId)
  for (let at = 0; at < scores.length; at += subjectsInPiece) {
    const piece = at / subjectsInPiece
    if (finished.has(piece)) continue
    const parts = scores.slice(at, at + subjectsInPiece).flatMap((score): FilledPart[] => {
      const row = rowOf.get(score.subject)
      if (row === undefined) throw new Error(`run ${runId} has no row of ${score.subject}`)
      const own = valuesOf.get(score.subject) ?? []
      return [
        filled(runParts.scorecard(row.subject), withProofs(cardOf(row), own)),
        filled(runParts.archivedSubject(score.subject), { values: [...own], score }),
      ]
    })
    await store.putParts('run', runId, parts)
    await store.finishPiece('run', runId, piece)
  }
  await store.putParts('run', runId, [filled(runParts.archiveHead(), { period, subjects, previous, result: head })])
  return finish(context, cycleId, run, frozen)
}

/** The run becomes a record and the cycle's newest, unless the cycle waits for another one by now. */
async function finish(
  context: ScoringContext,
  cycleId: string,
  run: ScoreRunRecord,
  frozen: FrozenRun,
): Promise<boolean> {
  const { store, now } = context
  const names = frozen.outstanding.map((each) => each.name)
  for (let attempt = 1; ; attempt++) {
    const found = await store.get('cycle', cycleId)
    if (found === undefined || !awaits(found.state, run.id)) return false
    const recorded = recordRun(found.state, run, names, frozen.reason, now)
    const written = await store.commit([
      { kind: 'run', id: run.id, expectedVersion: 0, ...recorded.run },
      { kind: 'cycle', id: cycleId, expectedVersion: found.version, ...recorded.cycle },
      ...(await supersedingUnshown(store, found.state, run.id)),
    ])
    if (written.ok) {
      await followRun(context, found.state, run.id)
      return true
    }
    // Extended or shown meanwhile, or finished by a twin: look again.
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) throw new Error(written.error.detail)
  }
}

async function readFrozen(store: RecordStore, runId: string, count: number): Promise<FrozenFigures> {
  const parts = await Promise.all(
    Array.from({ length: count }, (_, part) => store.getPart('run', runId, runParts.frozenFigures(part))),
  )
  return parts.flatMap((part) => {
    if (part === undefined) throw new Error(`run ${runId} lacks some of its figures`)
    return part
  })
}

/** An earlier run that was only computed is of no more use; one in preview stands until the next is shown. */
async function supersedingUnshown(store: RecordStore, cycle: CycleHead, by: RunId): Promise<Change[]> {
  if (cycle.latestRun === undefined) return []
  const former = await store.get('run', cycle.latestRun)
  if (former?.state.status !== 'computed') return []
  return [{ kind: 'run', id: cycle.latestRun, expectedVersion: former.version, ...supersedeRun(former.state, by) }]
}

/** Hashes must not depend on the order in which figures were entered. */
const byCode = <T extends { readonly code: string }>(all: readonly T[]): T[] =>
  all.toSorted((left, right) => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0))

const inOrder = (values: readonly ItemValue[]): ItemValue[] => {
  const key = (value: ItemValue): string => `${value.subject}\n${value.item}\n${value.period}`
  return values.toSorted((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0))
}
