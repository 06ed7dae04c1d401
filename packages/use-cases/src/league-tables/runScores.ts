import type { runScores as operation } from '@anjie/contracts/operations/league-tables'
import type { CycleHead, CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import { RunId } from '@anjie/contracts/vocabulary/ids'
import type { RunBasis } from '@anjie/contracts/vocabulary/league-tables/run'
import { type FrozenRun, runParts } from '@anjie/contracts/vocabulary/league-tables/runParts'
import { type FilledPart, filled } from '@anjie/contracts/vocabulary/part'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { cyclePeriod } from '@anjie/domain/cycles/cyclePeriod'
import { itemValuesOf, scoredValuesOf } from '@anjie/domain/league-tables/itemValues'
import { permitScoring, startScoring } from '@anjie/domain/league-tables/recordRun'
import { idBeside } from '@anjie/domain/schemes/assessor'
import { checkScheme, checkValues } from '@anjie/domain/scoring/index'
import { settlingDivisions } from '@anjie/domain/submissions/settlingDivision'
import { isSettled, submissionStatusName } from '@anjie/domain/submissions/submissionTransitions'
import { err, ok, type Result } from '@anjie/kernel'
import { formIds } from '../cycles/formIds.ts'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command, RecordStore } from '../ports.ts'
import { signedSheets } from '../procedure/signedSheets.ts'
import { commissionValuesId } from '../submissions/commissionValuesId.ts'
import { figuresFromBelow } from './figuresFromBelow.ts'
import { findEarlierTables } from './findEarlierTables.ts'
import { findPreviousTable } from './findPreviousTable.ts'
import { vetoFigures } from './vetoFigures.ts'

/** Subjects whose figures lie in one side document. */
const SUBJECTS_IN_PART = 100

/**
 * 计分: looks whether the cycle can be scored from the figures as they stand now, freezes them, and leaves the rest to the
 * background (`carryOutScoring`). The answer names the run that is being worked out.
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
  const before = await findPreviousTable(context, cycle)
  const vetoes = await vetoFigures(
    store,
    cycle,
    assessed.map(({ code }) => code),
    scheme,
    before?.computedAt,
  )
  const period = cyclePeriod(scheme.cycle, cycle)
  const bySubject = figures.bySubject.map(({ subject, values: own }) => ({
    subject,
    values: [...own, ...(fromBelow.value.get(subject) ?? []), ...(vetoes.bySubject.get(subject) ?? [])],
  }))
  const values = bySubject.flatMap((each) => each.values)
  const usable = checkInputs(scheme, values, assessed, period)
  if (!usable.ok) return usable

  const id = RunId.parse(idBeside(cycle.id, context.newId()))
  const parts: FilledPart[] = []
  for (let at = 0; at < bySubject.length; at += SUBJECTS_IN_PART)
    parts.push(filled(runParts.frozenFigures(parts.length), bySubject.slice(at, at + SUBJECTS_IN_PART)))
  const frozen: FrozenRun = {
    at: now,
    schemeVersion: foundScheme.value.version,
    period,
    basis: { settled, versions: figures.versions, ...vetoes.basis, ...figures.sheets },
    subjects: assessed.map(({ code, name, group }) => ({ code, name, group })),
    outstanding: figures.outstanding.map(({ code, name }) => ({ code, name })),
    ...(body.reason === undefined ? {} : { reason: body.reason }),
    previous: before?.table ?? null,
    ...(before === null ? {} : { previousRun: before.run }),
    earlier: await findEarlierTables(context, cycle),
    parts: parts.length,
  }
  await store.putParts('run', id, [...parts, filled(runParts.frozen(), frozen)])

  const outstandingNames = figures.outstanding.map((each) => each.name)
  const reply = { id, version: 1, status: 'computing' }
  const written = await store.commit(
    [
      {
        kind: 'cycle',
        id: cycle.id,
        expectedVersion: cycleVersion,
        ...startScoring(cycle, id, outstandingNames, body.reason, now),
      },
    ],
    reply,
  )
  return written.ok ? ok(reply) : written
}

interface FiguresOfCycle {
  readonly bySubject: readonly { readonly subject: string; readonly values: readonly ItemValue[] }[]
  readonly outstanding: readonly { readonly code: string; readonly name: string; readonly statusName: string }[]
  readonly versions: RunBasis['versions']
  readonly sheets: Pick<RunBasis, 'sheets'>
}

/** What the subjects reported and what the commission entered, in the order of the cycle's subjects. */
async function readFigures(
  store: RecordStore,
  cycle: CycleHead,
  assessed: readonly CycleSubject[],
): Promise<FiguresOfCycle> {
  const [submissions, commission, signed] = await Promise.all([
    store.getMany('submission', formIds(assessed)),
    store.getMany(
      'commission-values',
      assessed.map((subject) => commissionValuesId(cycle.id, subject.code)),
    ),
    signedSheets(store, cycle),
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
        ...(submission === undefined ? [] : itemValuesOf(code, scoredValuesOf(submission), submission)),
        ...itemValuesOf(code, signed.over(code, entered?.state.values ?? [])),
      ],
    })
  }
  return { bySubject, outstanding, versions, sheets: signed.basis }
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
