import { beijingDate } from '@anjie/calendar-cn'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { Step } from '../../decision.ts'
import { passedOverOf } from './passOver.ts'
import { SET_ASIDE } from './setAside.ts'

/** 命名完成: every unit of the list that still stood in it has its title, or was passed over. */
export function completeNaming(batch: Batch, applications: readonly Application[], at: string): Step<'batch'> {
  if (batch.status !== 'naming') throw new Error(`${batch.id} is not being named`)
  const passedOver = passedOverOf(batch, applications)
  const namedAs = new Map(
    applications
      .filter(({ status, batchId }) => status === 'named' && batchId === batch.id)
      .map(({ id, unitName }) => [id, unitName]),
  )
  const reasons = new Map(passedOver.map(({ applicationId, reason }) => [applicationId, reason]))
  const namedCount = namedAs.size
  const entries = batch.entries.map((entry) => {
    const reason = reasons.get(entry.applicationId)
    if (entry.left === undefined && reason === undefined && !namedAs.has(entry.applicationId))
      return { ...entry, left: { how: 'set-aside' as const, on: beijingDate(at), reason: SET_ASIDE } }
    if (reason !== undefined) return { ...entry, left: { how: 'passed-over' as const, on: beijingDate(at), reason } }
    const name = namedAs.get(entry.applicationId)
    return name === undefined || name === entry.unitName ? entry : { ...entry, namedAs: name }
  })
  const setAside = entries.filter(({ left }) => left?.how === 'set-aside').length
  return {
    next: {
      ...batch,
      status: 'named',
      entries,
      namedCount,
      ...(passedOver.length === 0 ? {} : { passedOver }),
      updatedAt: at,
    },
    fact: {
      type: 'NamingCompleted',
      details: {
        named: String(namedCount),
        listed: String(batch.entries.length),
        ...(passedOver.length === 0 ? {} : { passedOver: String(passedOver.length) }),
        ...(setAside === 0 ? {} : { setAside: String(setAside) }),
      },
    },
  }
}
