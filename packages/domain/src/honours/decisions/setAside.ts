import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { Step } from '../../decision.ts'
import { isHeldByObjection, whyHeld } from '../../objections/holdUnit.ts'
import { isToBeNamed } from './name.ts'

/** 暂缓命名, as the list and the public read it. */
export const SET_ASIDE = '异议核查未了，暂缓命名；核查不成立的，另行公示后命名'

/**
 * 暂缓命名: an objection to the unit is open, or proved right, when its list is named. Its case goes back to where it waits for a list, so
 * that a supplementary one, with a notice of its own, can take it once the objection is answered; it keeps its place in the round.
 */
export function setAside(batch: Batch, application: Application, at: string): Step<'application'> {
  if (!isToBeNamed(batch, application)) throw new Error(`${application.id} does not stand in ${batch.id}`)
  if (!isHeldByObjection(application)) throw new Error(`nothing holds ${application.id}`)
  const { batchId: _left, ...rest } = application
  return {
    next: { ...rest, status: 'accepted', updatedAt: at },
    fact: { type: 'ApplicationSetAside', details: { batch: batch.name, reason: whyHeld(application) } },
  }
}
