import { addWorkingDays, beijingDate, type WorkingCalendar } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { BarSubject } from '@anjie/contracts/vocabulary/honours/bar'
import type { MeasureId, RectificationId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Measure, MeasureContent, MeasureOutcome } from '@anjie/contracts/vocabulary/supervision/measure'
import type { Rectification } from '@anjie/contracts/vocabulary/supervision/rectification'
import { err, ok, type Result } from '@anjie/kernel'
import { handOf } from '../aftercare/hand.ts'
import { lastDay } from '../aftercare/limits.ts'
import type { Step } from '../decision.ts'
import { draftFault, isAnswered } from './draftFault.ts'
import { CONTEST_ANSWER_DAYS, CONTEST_DAYS, PUBLISH_WORKING_DAYS } from './limits.ts'
import { MEASURE_KIND_NAMES } from './measureNames.ts'
import { permitMeasureAction } from './measureTransitions.ts'

export type MeasureStep = Step<'measure'>

/** Whom a measure is on, as the register knows it. */
export type Target = Pick<
  Measure,
  'county' | 'cityName' | 'countyName' | 'unitId' | 'unitName' | 'unitKind' | 'townshipName'
> & { readonly target: BarSubject }

export interface Draft {
  readonly id: MeasureId
  readonly act: string
  readonly target: Target
}

/** What a draft says that may be changed until it is signed. */
function contentOf({ documentNumber, until, participants, problems, bars, ...content }: MeasureContent) {
  return {
    ...content,
    participants: [...participants],
    problems: [...problems],
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(until === undefined ? {} : { until }),
    ...(bars === undefined ? {} : { bars }),
  }
}

const detailsOf = ({ kind, matter }: Pick<MeasureContent, 'kind' | 'matter'>) => ({
  kind: MEASURE_KIND_NAMES[kind],
  matter,
})

/** 拟制 on one target. */
export function draftMeasure(
  content: MeasureContent,
  { id, act, target }: Draft,
  member: Membership,
  at: string,
): Result<MeasureStep, Problem> {
  const fault = draftFault(content, at)
  if (fault !== null) return err(fault)
  return ok({
    next: {
      id,
      act,
      level: member.jurisdiction.level,
      issuer: member.jurisdiction.code,
      issuerName: member.jurisdictionName,
      ...target,
      ...contentOf(content),
      rectifications: [],
      open: 0,
      status: 'draft',
      draftedBy: handOf(member, at),
      updatedAt: at,
    },
    fact: { type: 'MeasureDrafted', details: detailsOf(content) },
  })
}

/** 修改拟稿. Whoever changes it last drafted it: nobody signs their own words. */
export function reviseMeasure(
  state: Measure,
  content: MeasureContent,
  member: Membership,
  at: string,
): Result<MeasureStep, Problem> {
  const step = permitMeasureAction(state, 'revise', member, at)
  if (!step.ok) return step
  const fault = draftFault(content, at)
  if (fault !== null) return err(fault)
  const { documentNumber: _number, until: _until, bars: _bars, ...kept } = state
  return ok({
    next: { ...kept, ...contentOf(content), draftedBy: handOf(member, at), updatedAt: at },
    fact: { type: 'MeasureRevised', details: detailsOf(content) },
  })
}

/** 不予签发. */
export function discardMeasure(
  state: Measure,
  reason: string,
  member: Membership,
  at: string,
): Result<MeasureStep, Problem> {
  const step = permitMeasureAction(state, 'discard', member, at)
  if (!step.ok) return step
  return ok({
    next: { ...state, status: 'discarded', updatedAt: at },
    fact: { type: 'MeasureDiscarded', details: { reason } },
  })
}

export interface Issued {
  readonly measure: MeasureStep
  readonly rectifications: readonly Step<'rectification'>[]
}

/** 签发 by another person: from here on the target knows, and each problem has its day, in working days of the official calendar. */
export function issueMeasure(
  state: Measure,
  {
    rectificationIds,
    calendar,
  }: { readonly rectificationIds: readonly RectificationId[]; readonly calendar: WorkingCalendar },
  member: Membership,
  at: string,
): Result<Issued, Problem> {
  const step = permitMeasureAction(state, 'issue', member, at)
  if (!step.ok) return step
  const today = beijingDate(at)
  const contestBy = lastDay(at, CONTEST_DAYS)
  const publishBy = state.isPublished ? addWorkingDays(today, PUBLISH_WORKING_DAYS, calendar) : undefined
  if (publishBy?.ok === false) return publishBy
  const rectifications: Step<'rectification'>[] = []
  for (const [index, problem] of state.problems.entries()) {
    const dueOn = addWorkingDays(today, problem.workingDays, calendar)
    if (!dueOn.ok) return err({ ...dueOn.error, pointer: `/problems/${index}/workingDays` })
    const id = rectificationIds[index]
    if (id === undefined) throw new Error('a problem has no id for its rectification')
    const next: Rectification = {
      id,
      measureId: state.id,
      number: index + 1,
      problem: problem.text,
      ...(problem.repeated === undefined ? {} : { repeated: problem.repeated }),
      kind: state.kind,
      matter: state.matter,
      level: state.level,
      issuer: state.issuer,
      issuerName: state.issuerName,
      ...(state.documentNumber === undefined ? {} : { documentNumber: state.documentNumber }),
      county: state.county,
      cityName: state.cityName,
      countyName: state.countyName,
      ...(state.unitId === undefined ? {} : { unitId: state.unitId }),
      unitName: state.unitName,
      unitKind: state.unitKind,
      ...(state.townshipName === undefined ? {} : { townshipName: state.townshipName }),
      status: 'issued',
      issuedOn: today,
      workingDays: problem.workingDays,
      dueOn: dueOn.value,
      rounds: [{ number: 1, dueOn: dueOn.value, files: [] }],
      reportedBy: [],
      updatedAt: at,
    }
    rectifications.push({
      next,
      fact: { type: 'RectificationIssued', details: { problem: problem.text, dueOn: dueOn.value } },
    })
  }
  return ok({
    measure: {
      next: {
        ...state,
        ...(isAnswered(state)
          ? { status: step.value.to[0] }
          : { status: 'closed' as const, outcome: 'noted' as const, closedOn: today }),
        issuedBy: handOf(member, at),
        issuedOn: today,
        contestBy,
        rectifications: rectifications.map(({ next }) => next.id),
        open: rectifications.length,
        ...(publishBy === undefined ? {} : { publishBy: publishBy.value }),
        updatedAt: at,
      },
      fact: {
        type: 'MeasureIssued',
        details: {
          kind: MEASURE_KIND_NAMES[state.kind],
          ...(state.documentNumber === undefined ? {} : { documentNumber: state.documentNumber }),
          problems: String(rectifications.length),
          contestBy,
        },
      },
    },
    rectifications,
  })
}

/** What is over once nothing of it is open: a listing has to be lifted, everything else is done. */
function settled(state: Measure, at: string): Measure {
  const isDone =
    (state.acknowledgedBy !== undefined || !isAnswered(state)) && state.open === 0 && state.kind !== 'listing'
  const isOver = state.lifted !== undefined || state.veto?.decided !== undefined || isDone
  if (!isOver) return { ...state, status: 'issued', updatedAt: at }
  const outcome: MeasureOutcome = state.outcome ?? (state.rectifications.length === 0 ? 'noted' : 'rectified')
  return { ...state, status: 'closed', outcome, closedOn: state.closedOn ?? beijingDate(at), updatedAt: at }
}

/** 签收, of the measure with all its rectifications. */
export function acknowledgeMeasure(
  state: Measure,
  rectifications: readonly Rectification[],
  member: Membership,
  at: string,
): Result<Issued, Problem> {
  const step = permitMeasureAction(state, 'acknowledge', member, at)
  if (!step.ok) return step
  if (state.acknowledgedBy !== undefined) return err({ code: 'transition-not-allowed', detail: '已经签收' })
  return ok({
    measure: {
      next: settled({ ...state, acknowledgedBy: handOf(member, at) }, at),
      fact: { type: 'MeasureAcknowledged', details: {} },
    },
    rectifications: rectifications
      .filter(({ status }) => status === 'issued')
      .map((each) => ({
        next: { ...each, status: 'acknowledged', updatedAt: at },
        fact: { type: 'RectificationAcknowledged', details: {} },
      })),
  })
}

/** One problem fewer: the last one closes the measure in the same commit. */
export function countClosed(state: Measure, at: string): MeasureStep {
  const open = state.open - 1
  const next = { ...state, open }
  return {
    next: state.status === 'issued' ? settled(next, at) : { ...next, updatedAt: at },
    fact: { type: 'RectificationCounted', details: { left: String(open) } },
  }
}

/** 申请复核 of the conclusion, to the last second of the last day in Beijing. */
export function contestMeasure(
  state: Measure,
  text: string,
  member: Membership,
  at: string,
): Result<MeasureStep, Problem> {
  const step = permitMeasureAction(state, 'contest', member, at)
  if (!step.ok) return step
  const answerBy = lastDay(at, CONTEST_ANSWER_DAYS)
  return ok({
    next: {
      ...state,
      status: step.value.to[0],
      acknowledgedBy: state.acknowledgedBy ?? handOf(member, at),
      contest: { ...handOf(member, at), text, answerBy },
      updatedAt: at,
    },
    fact: { type: 'MeasureContested', details: { answerBy } },
  })
}

/** Nothing of it is asked for any more, and what was closed counts no more either. */
const cancelled = (
  rectifications: readonly Rectification[],
  reason: string,
  at: string,
): readonly Step<'rectification'>[] =>
  rectifications
    .filter(({ status }) => status !== 'cancelled')
    .map((each) => ({
      next: { ...each, status: 'cancelled', updatedAt: at },
      fact: { type: 'RectificationCancelled', details: { reason } },
    }))

/** 答复复核申请 by who had no part in it: the conclusion stands, or the measure counts no more. */
export function answerContest(
  state: Measure,
  rectifications: readonly Rectification[],
  { outcome, reason }: { readonly outcome: 'upheld' | 'overturned'; readonly reason: string },
  member: Membership,
  at: string,
): Result<Issued, Problem> {
  const step = permitMeasureAction(state, outcome === 'upheld' ? 'uphold' : 'overturn', member, at)
  if (!step.ok) return step
  if (state.contest === undefined) throw new Error(`${state.id} was not contested`)
  const answered: Measure = {
    ...state,
    contest: { ...state.contest, answer: { ...handOf(member, at), outcome, reason } },
  }
  const name = outcome === 'upheld' ? '维持结论' : '变更结论'
  const fact = { type: 'ContestAnswered', details: { outcome: name, reason } } as const
  if (outcome === 'upheld') return ok({ measure: { next: settled(answered, at), fact }, rectifications: [] })
  return ok({
    measure: {
      next: { ...answered, status: 'closed', outcome: 'overturned', open: 0, closedOn: beijingDate(at), updatedAt: at },
      fact,
    },
    rectifications: cancelled(rectifications, '结论经复核变更', at),
  })
}

/** 撤回: it was wrong to issue it. What was accepted with its figures stands as it was accepted. */
export function withdrawMeasure(
  state: Measure,
  rectifications: readonly Rectification[],
  reason: string,
  member: Membership,
  at: string,
): Result<Issued, Problem> {
  const step = permitMeasureAction(state, 'withdraw', member, at)
  if (!step.ok) return step
  return ok({
    measure: {
      next: {
        ...state,
        status: step.value.to[0],
        open: 0,
        withdrawn: { ...handOf(member, at), reason },
        updatedAt: at,
      },
      fact: { type: 'MeasureWithdrawn', details: { reason } },
    },
    rectifications: cancelled(rectifications, '督导措施已撤回', at),
  })
}
