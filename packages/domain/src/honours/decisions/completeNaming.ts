import type { Batch } from '@anjie/contracts/vocabulary/honours'
import type { Step } from '../decision.ts'

/** 命名完成: every unit of the list that still stood in it has its title. */
export function completeNaming(batch: Batch, namedCount: number, at: string): Step<'batch'> {
  if (batch.status !== 'naming') throw new Error(`${batch.id} is not being named`)
  return {
    next: { ...batch, status: 'named', namedCount, updatedAt: at },
    fact: {
      type: 'NamingCompleted',
      details: { 命名单位: String(namedCount), 名单单位: String(batch.entries.length) },
    },
  }
}
