import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { SubjectCode } from '@anjie/contracts/vocabulary/ids'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Procedure, ReviewedCandidate } from '@anjie/contracts/vocabulary/procedure/procedure'
import { err, ok, type Result } from '@anjie/kernel'
import { handOf } from '../aftercare/hand.ts'
import type { Step } from '../decision.ts'
import { dayOfStep, type ProcedureSetting, permitProcedureAction } from './procedureTransitions.ts'

type Decided = Result<Step<'procedure'>, Problem>

export const REVIEW_OUTCOME_NAMES = { cleared: '通过', struck: '取消资格' } as const

/** Who of a run would get its scheme's best grade. */
export const bestGraded = (run: Pick<ScoreRunRecord, 'rows'>, best: string) =>
  run.rows.filter(({ grade }) => grade === best)

/**
 * 列出审查对象: whoever would get the best grade by this run, with what speaks against each. What another person has confirmed of them before
 * stays.
 */
export function listCandidates(
  state: Procedure,
  run: Pick<ScoreRunRecord, 'id' | 'rows'>,
  best: string,
  against: ReadonlyMap<string, readonly string[]>,
  setting: ProcedureSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitProcedureAction(state, 'list', setting, member)
  if (!step.ok) return step
  const before = new Map(state.review?.candidates.map((each) => [each.subject, each]))
  const candidates = bestGraded(run, best).map(({ subject, name, remarks = [] }): ReviewedCandidate => {
    const former = before.get(subject)
    return {
      subject,
      name,
      against: [...remarks, ...(against.get(subject) ?? [])],
      ...(former?.confirmed === undefined || former.finding === undefined
        ? {}
        : { finding: former.finding, confirmed: former.confirmed }),
    }
  })
  return ok({
    next: {
      ...state,
      status: isReviewed(candidates) ? 'reviewed' : 'reviewing',
      review: {
        runId: run.id,
        grade: best,
        dueOn: dayOfStep(setting, 'veto-review'),
        listed: handOf(member, at),
        candidates,
      },
      updatedAt: at,
    },
    fact: { type: 'CandidatesListed', details: { grade: best, candidates: `${candidates.length}个` } },
  })
}

const isReviewed = (candidates: readonly ReviewedCandidate[]): boolean =>
  candidates.every(({ confirmed }) => confirmed !== undefined)

const withCandidate = (
  { review }: Procedure,
  subject: SubjectCode,
): Result<{ readonly review: NonNullable<Procedure['review']>; readonly candidate: ReviewedCandidate }, Problem> => {
  const candidate = review?.candidates.find((each) => each.subject === subject)
  return review === undefined || candidate === undefined
    ? err({ code: 'not-found', detail: '审查对象中没有这个单位' })
    : ok({ review, candidate })
}

const inPlaceOf = (candidates: readonly ReviewedCandidate[], changed: ReviewedCandidate): ReviewedCandidate[] =>
  candidates.map((each) => (each.subject === changed.subject ? changed : each))

/** 提出审查意见 on one candidate, with its grounds; before it is confirmed it may be changed. */
export function judgeCandidate(
  state: Procedure,
  {
    subject,
    outcome,
    grounds,
  }: { readonly subject: SubjectCode; readonly outcome: 'cleared' | 'struck'; readonly grounds: string },
  setting: ProcedureSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitProcedureAction(state, 'judge', setting, member)
  if (!step.ok) return step
  const found = withCandidate(state, subject)
  if (!found.ok) return found
  const { review, candidate } = found.value
  const away = whyAway(candidate, member)
  if (away !== null) return err(away)
  if (candidate.confirmed !== undefined)
    return err({ code: 'transition-not-allowed', detail: `${candidate.name}的审查意见已经确认，不再修改` })
  const candidates = inPlaceOf(review.candidates, {
    ...candidate,
    finding: { ...handOf(member, at), outcome, grounds },
  })
  return ok({
    next: { ...state, review: { ...review, candidates }, updatedAt: at },
    fact: {
      type: 'CandidateJudged',
      details: { subject: candidate.name, outcome: REVIEW_OUTCOME_NAMES[outcome], grounds },
    },
  })
}

/** 确认 by another person; with the last one the review is done. */
export function confirmCandidate(
  state: Procedure,
  subject: SubjectCode,
  setting: ProcedureSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitProcedureAction(state, 'confirm', setting, member)
  if (!step.ok) return step
  const found = withCandidate(state, subject)
  if (!found.ok) return found
  const { review, candidate } = found.value
  const { finding, confirmed, name } = candidate
  const away = whyAway(candidate, member)
  if (away !== null) return err(away)
  if (finding === undefined)
    return err({ code: 'transition-not-allowed', detail: `${name}还没有审查意见，提出后再确认` })
  if (confirmed !== undefined) return err({ code: 'transition-not-allowed', detail: `${name}的审查意见已经确认` })
  if (finding.personId === member.personId)
    return err({ code: 'conflict-of-interest', detail: `${name}的审查意见由您提出，应由另一人确认` })
  const candidates = inPlaceOf(review.candidates, { ...candidate, confirmed: handOf(member, at) })
  return ok({
    next: {
      ...state,
      status: isReviewed(candidates) ? 'reviewed' : 'reviewing',
      review: { ...review, candidates },
      updatedAt: at,
    },
    fact: {
      type: 'CandidateConfirmed',
      details: { subject: name, outcome: REVIEW_OUTCOME_NAMES[finding.outcome] },
    },
  })
}

const whyAway = ({ subject, name }: ReviewedCandidate, { unitsElsewhere }: Membership): Problem | null =>
  unitsElsewhere?.some((unit) => unit === subject) === true
    ? { code: 'conflict-of-interest', detail: `您同时在${name}任职，应当回避，请由其他人员办理` }
    : null
