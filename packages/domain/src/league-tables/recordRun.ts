import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { RunId } from '@anjie/contracts/vocabulary/ids'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { permitCycleAction } from '../cycles/cycleTransitions.ts'
import type { Decision } from '../decision.ts'

/** May the cycle be scored now, with these subjects not accepted yet? With a reason it may: one county cannot hold up the province for ever. */
export function permitScoring(
  cycle: CycleHead,
  outstanding: readonly { readonly code: string; readonly name: string; readonly statusName: string }[],
  reason: string | undefined,
  member: Membership,
): Result<void, Problem> {
  const permitted = permitCycleAction(cycle, 'score', member)
  if (!permitted.ok) return permitted
  if (outstanding.length === 0 || (reason !== undefined && reason.trim() !== '')) return ok(undefined)
  return err({
    code: 'submissions-outstanding',
    detail: `${outstanding.length}个单位的填报尚未审定：${outstanding
      .slice(0, 5)
      .map((each) => each.name)
      .join('、')}${outstanding.length > 5 ? '等' : ''}`,
    pointer: '/reason',
    errors: outstanding.map((each) => ({
      pointer: `/subjects/${each.code}`,
      detail: `${each.name}：${each.statusName}`,
    })),
  })
}

/** 开始计分: the cycle says which run is being worked out; one that is under way already has no say any more. */
export function startScoring(
  cycle: CycleHead,
  runId: RunId,
  outstandingNames: readonly string[],
  reason: string | undefined,
  now: string,
): Decision<CycleHead, 'ScoringStarted'> {
  return {
    next: { ...cycle, scoring: { runId, startedAt: now } },
    fact: {
      type: 'ScoringStarted',
      details:
        outstandingNames.length === 0
          ? {}
          : { outstanding: outstandingNames.slice(0, 20).join('、'), reason: reason ?? '' },
    },
  }
}

/** Is this run still the one that the cycle waits for? */
export const awaits = ({ status, scoring }: CycleHead, runId: string): boolean =>
  (status === 'open' || status === 'preview') && scoring?.runId === runId

export interface RecordedRun {
  readonly run: Decision<ScoreRunRecord, 'ScoresComputed'>
  readonly cycle: Decision<CycleHead, 'CycleScored'>
}

/** 计分: the run as a record of its own, and the cycle that now points to it as the newest. */
export function recordRun(
  cycle: CycleHead,
  run: ScoreRunRecord,
  outstandingNames: readonly string[],
  reason: string | undefined,
  now: string,
): RecordedRun {
  const details = {
    engineVersion: run.engineVersion,
    inputsHash: run.inputsHash,
    resultHash: run.resultHash,
    ...(outstandingNames.length === 0
      ? {}
      : { outstanding: outstandingNames.slice(0, 20).join('、'), reason: reason ?? '' }),
  }
  const { scoring: _over, ...rest } = cycle
  return {
    run: { next: run, fact: { type: 'ScoresComputed', details } },
    cycle: { next: { ...rest, latestRun: run.id, updatedAt: now }, fact: { type: 'CycleScored', details: {} } },
  }
}
