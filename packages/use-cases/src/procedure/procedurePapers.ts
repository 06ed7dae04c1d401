import type { CycleHead, CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Procedure } from '@anjie/contracts/vocabulary/procedure/procedure'
import type { ProcedurePaper } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { type AskedPaper, papersAsked } from '@anjie/domain/procedure/askPapers'
import { noProcedure } from '@anjie/domain/procedure/planProcedure'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import type { RecordStore, Versioned } from '../ports.ts'

/** A cycle's procedure; version 0 before anybody planned one. */
export async function procedureOf(store: RecordStore, cycle: CycleHead): Promise<Versioned<Procedure>> {
  return (await store.get('procedure', cycle.id)) ?? { state: noProcedure(cycle), version: 0 }
}

export interface PapersOfCycle {
  readonly subjects: readonly CycleSubject[]
  readonly asked: readonly AskedPaper[]
  readonly there: ReadonlyMap<string, Versioned<ProcedurePaper>>
}

/** What the steps that are on ask for, and what of it is there: read by its ids, so it is as new as the records. */
export async function papersOf(store: RecordStore, cycle: CycleHead, procedure: Procedure): Promise<PapersOfCycle> {
  const subjects = await subjectsOf(store, cycle)
  const asked = papersAsked(cycle, procedure, subjects, new Map(), cycle.updatedAt)
  const there =
    asked.length === 0
      ? new Map<string, Versioned<ProcedurePaper>>()
      : await store.getMany(
          'procedure-paper',
          asked.map(({ id }) => id),
        )
  return { subjects, asked, there }
}
