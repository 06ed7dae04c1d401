import { beijingDate } from '@anjie/calendar-cn'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import { levelOf } from '@anjie/domain/access/index'
import { enterBar, liftBar } from '@anjie/domain/honours/bars'
import { barOf } from '@anjie/domain/supervision/listingSteps'
import { ok, type Result } from '@anjie/kernel'
import { barsRecord } from '../honours/barsRecord.ts'
import type { Change, CommandContext } from '../ports.ts'

type Context = Pick<CommandContext, 'store' | 'divisions' | 'now' | 'scope'>

/** 限制申报 that a measure brings, for the commit that brings it. */
export async function barChange(
  context: Context,
  measure: Measure,
  event: 'issued' | 'vetoed',
): Promise<Result<readonly Change[], Problem>> {
  const today = beijingDate(context.now)
  const content = barOf(measure, event, today)
  if (content === undefined) return ok([])
  const found = await barsRecord(context, measure.target)
  if (!found.ok) return found
  const { state, version } = found.value
  const step = enterBar(state, content, levelOf(context.scope), today, context.now)
  return step.ok ? ok([{ kind: 'bars', id: measure.target, expectedVersion: version, ...step.value }]) : step
}

/** A measure that counts no more bars nobody any more: the bars that its document brought are lifted. */
export async function liftedBars(
  context: Context,
  measure: Measure,
  reason: string,
): Promise<Result<readonly Change[], Problem>> {
  const { documentNumber: document } = measure
  if (document === undefined || barOf(measure, 'issued', beijingDate(context.now)) === undefined) return ok([])
  const found = await barsRecord(context, measure.target)
  if (!found.ok) return found
  const { state, version } = found.value
  const today = beijingDate(context.now)
  const bar = state.bars.find((each) => each.document === document && each.lifted === undefined && each.until >= today)
  if (bar === undefined) return ok([])
  const step = liftBar(state, { number: bar.number, document, reason }, levelOf(context.scope), today, context.now)
  return step.ok ? ok([{ kind: 'bars', id: measure.target, expectedVersion: version, ...step.value }]) : step
}
