import { addDays } from '@anjie/calendar-cn/plainDays'
import type {
  getDispute as getOperation,
  listDisputes as listOperation,
  reconcileDisputes as reconcileOperation,
  listDisputeSystems as systemsOperation,
} from '@anjie/contracts/operations/disputes'
import type { DisputeTally } from '@anjie/contracts/vocabulary/disputes/dispute'
import { TIERS } from '@anjie/contracts/vocabulary/disputes/dispute'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { isWithdrawn } from '@anjie/domain/disputes/disputeSteps'
import { differenceNames, isResolved, type ReconcileBy } from '@anjie/domain/disputes/reconcile'
import { disputesBehind, reconcileTallies, tallyOf } from '@anjie/domain/disputes/reconcileTallies'
import { isOfTownship } from '@anjie/domain/disputes/tallyOfDispute'
import { passingUp } from '@anjie/domain/disputes/tiers'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { keepingCounty } from './keepingCounty.ts'
import { systemNamesOf, systemsInUse } from './systemsInUse.ts'

const PAGE = 50
/** Systems rarely take a dispute in later than this after another one did: what was received shortly outside counts as a difference of period. */
const BESIDE_DAYS = 92
const COUNTED_DOUBTS = 500

/** 各系统的字段对照 */
export const listDisputeSystems: Query<InputOf<typeof systemsOperation>, OutputOf<typeof systemsOperation>> = async (
  context,
) => ok({ systems: [...(await systemsInUse(context))] })

interface Asked {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly township?: string | undefined
}

/** The disputes that a period has to do with, whichever system's day lies in it. */
export async function talliesOf(
  context: QueryContext,
  { from, to, township }: Asked,
): Promise<readonly DisputeTally[]> {
  const county = keepingCounty(context)
  if (!county.ok) return []
  const { store } = context
  const [dated, undated] = await Promise.all([
    store.disputeTallies(county.value, { from: addDays(from, -BESIDE_DAYS), to }),
    store.disputeTallies(county.value, { from: null, to: null }),
  ])
  const all = [...dated, ...undated]
  return township === undefined ? all : all.filter((tally) => isOfTownship(tally, township))
}

/** 各系统数字核对: counted from what was kept in short, never from the records' histories. */
export const reconcileDisputes: Query<InputOf<typeof reconcileOperation>, OutputOf<typeof reconcileOperation>> = async (
  context,
  { query },
) => {
  const county = keepingCounty(context)
  const [systems, tallies, waiting] = await Promise.all([
    systemsInUse(context),
    talliesOf(context, query),
    county.ok ? context.store.openDoubts(county.value, COUNTED_DOUBTS) : [],
  ])
  const { bySystem, common, differing, townships } = reconcileTallies(byOf(systems, query), tallies)
  return ok({
    period: { from: query.from, to: query.to },
    township: query.township ?? null,
    bySystem: bySystem.map((one) => ({ ...one, definition: [...one.definition] })),
    common,
    differing: { ...differing },
    townships: [...townships],
    waiting: waiting.length,
  })
}

export const byOf = (systems: Awaited<ReturnType<typeof systemsInUse>>, { from, to }: Asked): ReconcileBy => ({
  systems: systems.map(({ mapping }) => mapping),
  period: { from, to },
})

/** 纠纷列表: the disputes behind a figure, newest first. */
export const listDisputes: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async (
  context,
  { query },
) => {
  const [systems, tallies] = await Promise.all([systemsInUse(context), talliesOf(context, query)])
  const by = byOf(systems, query)
  const found = disputesBehind(reconcileTallies(by, tallies), by, query.set ?? 'found', query.system ?? '').toSorted(
    (one, other) => ((one.receivedOn ?? '') < (other.receivedOn ?? '') ? 1 : -1),
  )
  const begin = query.after ?? 0
  const page = found.slice(begin, begin + PAGE)
  return ok({
    disputes: page.map((dispute) => ({
      ...tallyOf(dispute),
      receivedOn: dispute.receivedOn,
      resolved: isResolved(dispute),
      differences: dispute.differences.map((difference) => differenceNames[difference]),
    })),
    total: found.length,
    ...(begin + PAGE < found.length ? { after: begin + PAGE } : {}),
    systemNames: systemNamesOf(systems),
  })
}

/** 一起纠纷 */
export const getDispute: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  context,
  { params },
) => {
  const found = await findRecord(context, 'dispute', params.disputeId)
  if (!found.ok) return found
  const { state, version } = found.value
  const [timeline, systems] = await Promise.all([
    timelineOf(context.store, 'dispute', params.disputeId),
    systemsInUse(context),
  ])
  const next = TIERS[TIERS.indexOf(state.tier ?? 'village') + 1]
  const joined = state.into !== undefined ? '已并入另一起' : isWithdrawn(state) ? '记载已随导入撤回' : undefined
  const up =
    joined ??
    (next === undefined
      ? '已在最高一级办理'
      : reasonOf(passingUp(state, next, state.gravity === 'grave' ? '重大' : undefined)))
  const allow = (action: string, why: string | undefined) =>
    why === undefined ? { action, allowed: true } : { action, allowed: false, reason: why }
  return ok({
    state,
    version,
    allowed: [
      allow('recordDisputeAttempt', joined),
      allow('passDisputeUp', up),
      allow('recordDisputeOutcome', joined),
      allow('separateDispute', joined ?? (state.origins.length < 2 ? '只有一条记载' : undefined)),
    ],
    ...timeline,
    systemNames: systemNamesOf(systems),
  })
}

const reasonOf = (may: ReturnType<typeof passingUp>): string | undefined => (may.ok ? undefined : may.error.detail)
