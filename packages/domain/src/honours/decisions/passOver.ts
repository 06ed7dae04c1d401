import { dayText } from '@anjie/calendar-cn'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Bar } from '@anjie/contracts/vocabulary/honours/bar'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import type { Step } from '../../decision.ts'
import { hasEnded } from '../../units/unitChange.ts'
import { barsOn, barText } from '../bars.ts'
import { heldAlready, type LowerTitleNow, whyLowerFell } from '../eligibility.ts'
import { whyNotRenewed } from '../renewal.ts'
import { isToBeNamed } from './name.ts'

/**
 * 未予命名: a unit of the list got the title from another list while this one was on notice, or is no more. Its application ends here and says
 * why; it still names its list, whose decision was made for it as well, and keeps its place in the round.
 */
export function passOver(batch: Batch, application: Application, reason: string, at: string): Step<'application'> {
  if (!isToBeNamed(batch, application)) throw new Error(`${application.id} does not stand in ${batch.id}`)
  const { held: _over, ...rest } = application
  return {
    next: { ...rest, status: 'rejected', returnReason: reason, updatedAt: at },
    fact: { type: 'ApplicationPassedOver', details: { batch: batch.name, reason } },
  }
}

/** Why a unit of a list gets no title of it on the day of the decision; `null`: it does. */
export const whyPassedOver = (
  { held: onHold, renews }: Pick<Application, 'held' | 'renews'>,
  unit: Unit,
  held: Title | null,
  /** Where the round asks for a title below; `null`: it is not there any more. */
  lower: LowerTitleNow | null | undefined,
  bars: readonly Bar[],
  namedOn: PlainDate,
  /** 续期: the title that it follows, where it renews one. */
  renewed?: Title | null,
): string | null => {
  if (onHold !== undefined) return `暂缓办理（${onHold.reason}），到命名时没有恢复`
  const notRenewed = whyNotRenewed({ renews }, renewed)
  if (notRenewed !== null) return notRenewed
  if (held !== null) return heldAlready(held).detail
  if (hasEnded(unit, namedOn)) return `${unit.name}已于${dayText(unit.validTo ?? namedOn)}撤并，命名时已不存在`
  const barred = bars.filter((bar) => barsOn(bar, namedOn))
  if (barred.length > 0) return `${unit.name}因${barred.map(barText).join('；')}，限制期内不予命名`
  return lower === undefined ? null : (whyLowerFell(lower, namedOn)?.detail ?? null)
}

/** The units of a list that were passed over, by its applications. */
export const passedOverOf = (batch: Batch, applications: readonly Application[]): NonNullable<Batch['passedOver']> =>
  applications
    .filter(({ status, batchId }) => status === 'rejected' && batchId === batch.id)
    .map(({ id, unitName, returnReason = '' }) => ({ applicationId: id, unitName, reason: returnReason }))
