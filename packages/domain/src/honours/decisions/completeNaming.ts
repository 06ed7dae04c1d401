import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { Step } from '../../decision.ts'

/** 命名完成: every unit of the list that still stood in it has its title, or was passed over. */
export function completeNaming(
  batch: Batch,
  namedCount: number,
  passedOver: NonNullable<Batch['passedOver']>,
  at: string,
): Step<'batch'> {
  if (batch.status !== 'naming') throw new Error(`${batch.id} is not being named`)
  return {
    next: { ...batch, status: 'named', namedCount, ...(passedOver.length === 0 ? {} : { passedOver }), updatedAt: at },
    fact: {
      type: 'NamingCompleted',
      details: {
        named: String(namedCount),
        listed: String(batch.entries.length),
        ...(passedOver.length === 0 ? {} : { passedOver: String(passedOver.length) }),
      },
    },
  }
}
