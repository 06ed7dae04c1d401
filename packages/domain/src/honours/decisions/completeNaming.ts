import type { Batch } from '@anjie/contracts/vocabulary/honours'
import type { BatchStep } from '../../notices/batchStep.ts'

/** 命名完成: every unit of the list that still stood in it has its title. */
export function completeNaming(batch: Batch, namedCount: number, at: string): BatchStep {
  if (batch.status !== 'naming') throw new Error(`${batch.id} is not being named`)
  return {
    next: { ...batch, status: 'named', namedCount, updatedAt: at },
    fact: { type: 'NamingCompleted', details: { named: String(namedCount), listed: String(batch.entries.length) } },
  }
}
