import { beijingDate } from '@anjie/calendar-cn'
import type { getBars as operation } from '@anjie/contracts/operations/honours'
import { levelOf } from '@anjie/domain/access/index'
import { barStanding, barsOn, mayLift } from '@anjie/domain/honours/bars'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { barsRecord } from './barsRecord.ts'

/** 限制申报 of one unit: what keeps it out, until when, and what did before. */
export const getBars: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const found = await barsRecord(context, params.subject)
  if (!found.ok) return found
  const { state, version } = found.value
  const today = beijingDate(context.now)
  return ok({
    subject: state.subject,
    name: state.name,
    countyName: state.countyName,
    version,
    bars: state.bars.toReversed().map((bar) => ({
      ...bar,
      inForce: barsOn(bar, today),
      standing: barStanding(bar, today),
      mayLift:
        context.scope.level !== 'unit' &&
        bar.lifted === undefined &&
        bar.until >= today &&
        mayLift(bar, levelOf(context.scope)),
    })),
  })
}
