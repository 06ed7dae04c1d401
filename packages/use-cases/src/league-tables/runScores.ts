import type { runScores as operation } from '@anjie/contracts/operations/league-tables'
import type { CycleHead, CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import { RunId } from '@anjie/contracts/vocabulary/ids'
import type { RunBasis, ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import { runParts } from '@anjie/contracts/vocabulary/league-tables/runParts'
import { filled } from '@anjie/contracts/vocabulary/part'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { cyclePeriod } from '@anjie/domain/cycles/cyclePeriod'
import { rankIntervals, withStreaks } from '@anjie/domain/league-tables/index'
import { itemValuesOf, scoredValuesOf } from '@anjie/domain/league-tables/itemValues'
import { leagueRows } from '@anjie/domain/league-tables/leagueRows'
import { RANK_NOISE, RANK_NOISE_NOTE } from '@anjie/domain/league-tables/rankNoise'
import { permitScoring, recordRun } from '@anjie/domain/league-tables/recordRun'
import { scorecardsOf } from '@anjie/domain/league-tables/scorecards'
import { supersedeRun } from '@anjie/domain/league-tables/supersedeRun'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import { sealRun } from '@anjie/domain/scoring/archive'
import { checkScheme, checkValues, scoreCycle } from '@anjie/domain/scoring/index'
import { settlingDivisions } from '@anjie/domain/submissions/settlingDivision'
import { isSettled, submissionStatusName } from '@anjie/domain/submissions/submissionTransitions'
import { err, ok, type Result } from '@anjie/kernel'
import { followRun } from '../appeals/followRun.ts'
import { formIds } from '../cycles/formIds.ts'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Change, Command, RecordStore } from '../ports.ts'
import { commissionValuesId } from '../submissions/commissionValuesId.ts'
import { figuresFromBelow } from './figuresFromBelow.ts'
import { findEarlierTables } from './findEarlierTables.ts'
import { findPreviousTable } from './findPreviousTable.ts'
import { putInParallel } from './putInParallel.ts'

/**
 * Works out the scores of a cycle from the figures as they stand now, keeps them with their receipts and everything that
 * they were made from, and puts the new run in the place of an earlier one that nobody was shown.
 */
export const runScores: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const foundCycle = await findRecord(context, 'cycle', params.cycleId)
  if (!foundCycle.ok) return foundCycle
  const { state: cycle, version: cycleVersion } = foundCycle.value
  const foundScheme = await findRecord(context, 'scheme', cycle.schemeId)
  if (!foundScheme.ok) return foundScheme
  const { scheme } = foundScheme.value.state

  // Counted before the figures are read: what is settled meanwhile makes the run stale, whether it was still read or not.
  const assessed = await subjectsOf(store, cycle)
  const settled = await store.settledCounts(cycle.id, settlingDivisions(cycle, formIds(assessed)))
  const figures = await readFigures(store, cycle, assessed)
  const permitted = permitScoring(cycle, figures.outstanding, body.reason, member)
  if (!permitted.ok) return permitted
  const fromBelow = await figuresFromBelow(store, cycle, assessed, scheme)
  if (!fromBelow.ok) return fromBelow
  const period = cyclePeriod(scheme.cycle, cycle)
  const subjects = assessed.map(({ code, name, group }) => ({ code, name, group }))
  const bySubject = figures.bySubject.map(({ subject, values: own }) => ({
    subject,
    values: [...own, ...(fromBelow.value.get(subject) ?? [])],
  }))
  const values = bySubject.flatMap((each) => each.values)
  const usable = checkInputs(scheme, values, subjects, period)
  if (!usable.ok) return usable
  const previous = await findPreviousTable(context, cycle)
  const input = { scheme, subjects, values, period, ...(previous === null ? {} : { previous }) }
  const result = scoreCycle(input)
  // The simulation ranks each group by itself, so it says nothing of a table that ranks all of them together.
  const intervals = scheme.ranking.scope === 'group' ? rankIntervals(input, RANK_NOISE) : []

  const { seal, resultHash } = await sealRun({ scheme, period, subjects, values, previous }, result, async (content) =>
    context.digest(content),
  )
  const id = RunId.parse(`${assessorCode(cycle)}.${context.newId()}`)
  const table = leagueRows(scheme, result, intervals)
  const bestGrade = scheme.grades[0]?.name
  const rows =
    scheme.cycle !== 'year' || bestGrade === undefined
      ? table
      : withStreaks(table, cycle.year, bestGrade, await findEarlierTables(store, cycle))
  const run: ScoreRunRecord = {
    id,
    province: cycle.province,
    ...(cycle.county === undefined ? {} : { county: cycle.county }),
    cycleId: cycle.id,
    cycleName: cycle.name,
    schemeId: cycle.schemeId,
    schemeVersion: foundScheme.value.version,
    period,
    engineVersion: result.engine,
    status: 'computed',
    computedAt: now,
    inputsHash: context.digest({ scheme, period, subjects: byCode(subjects), values: inOrder(values), previous }),
    resultHash,
    seal,
    basis: { settled, versions: figures.versions },
    outstanding: figures.outstanding.map((each) => each.code),
    groups: scheme.groups.map(({ code, name }) => ({ code, name })),
    rows,
    notes: intervals.length === 0 ? [...result.notes] : [...result.notes, RANK_NOISE_NOTE],
  }

  const valuesOf = new Map(bySubject.map((each) => [each.subject, each.values]))
  const { subjects: scores, ...head } = result
  await putInParallel(
    [
      ...scorecardsOf(scheme, result, id, rows).map((card) => filled(runParts.scorecard(card.subject), card)),
      ...scores.map((score) =>
        filled(runParts.archivedSubject(score.subject), { values: valuesOf.get(score.subject) ?? [], score }),
      ),
      filled(runParts.archiveHead(), { period, subjects, previous, result: head }),
    ],
    (parts) => store.putParts('run', id, parts),
  )

  const outstandingNames = figures.outstanding.map((each) => each.name)
  const recorded = recordRun(cycle, run, outstandingNames, body.reason, now)
  const reply = { id, version: 1, status: run.status }
  const written = await store.commit(
    [
      { kind: 'run', id, expectedVersion: 0, ...recorded.run },
      { kind: 'cycle', id: cycle.id, expectedVersion: cycleVersion, ...recorded.cycle },
      ...(await supersedingUnshown(store, cycle, id)),
    ],
    reply,
  )
  if (!written.ok) return written
  await followRun(context, cycle, id)
  return ok(reply)
}

interface FiguresOfCycle {
  readonly bySubject: readonly { readonly subject: string; readonly values: readonly ItemValue[] }[]
  readonly outstanding: readonly { readonly code: string; readonly name: string; readonly statusName: string }[]
  readonly versions: RunBasis['versions']
}

/** What the subjects reported and what the commission entered, in the order of the cycle's subjects. */
async function readFigures(
  store: RecordStore,
  cycle: CycleHead,
  assessed: readonly CycleSubject[],
): Promise<FiguresOfCycle> {
  const [submissions, commission] = await Promise.all([
    store.getMany('submission', formIds(assessed)),
    store.getMany(
      'commission-values',
      assessed.map((subject) => commissionValuesId(cycle.id, subject.code)),
    ),
  ])
  const bySubject: FiguresOfCycle['bySubject'][number][] = []
  const outstanding: FiguresOfCycle['outstanding'][number][] = []
  const versions: FiguresOfCycle['versions'] = {}
  for (const { code, name, submissionId } of assessed) {
    const form = submissionId === undefined ? undefined : submissions.get(submissionId)
    const entered = commission.get(commissionValuesId(cycle.id, code))
    versions[code] = {
      ...(form === undefined ? {} : { form: form.version }),
      ...(entered === undefined ? {} : { entered: entered.version }),
    }
    const submission = form?.state
    if (submissionId !== undefined && (submission === undefined || !isSettled(submission)))
      outstanding.push({
        code,
        name,
        statusName: submission === undefined ? '没有填报表' : submissionStatusName(submission),
      })
    bySubject.push({
      subject: code,
      values: [
        ...(submission === undefined ? [] : itemValuesOf(code, scoredValuesOf(submission))),
        ...itemValuesOf(code, entered?.state.values ?? []),
      ],
    })
  }
  return { bySubject, outstanding, versions }
}

/** The engine takes sound schemes and values only; what is wrong with them is named here. */
function checkInputs(
  scheme: Parameters<typeof checkScheme>[0],
  values: readonly ItemValue[],
  subjects: readonly { readonly code: string }[],
  period: string,
): Result<void, Problem> {
  const errors = [
    ...checkScheme(scheme)
      .filter((finding) => finding.severity === 'error')
      .map((finding) => ({ pointer: `/scheme/${finding.node}`, detail: finding.message })),
    ...checkValues(scheme, values, new Set(subjects.map((subject) => subject.code)), { period })
      .filter((problem) => problem.severity === 'error')
      .map((problem) => ({
        pointer: `/values/${problem.subject}/${problem.item}`,
        detail: `${problem.subject}：${problem.message}`,
      })),
  ]
  const first = errors[0]
  if (first === undefined) return ok(undefined)
  return err({
    code: 'run-invalid',
    detail: errors.length === 1 ? first.detail : `${first.detail}等${errors.length}处`,
    errors,
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
