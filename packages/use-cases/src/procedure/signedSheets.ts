import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { RunBasis } from '@anjie/contracts/vocabulary/league-tables/run'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { paperIdOf } from '@anjie/domain/procedure/paperIds'
import { stepOn } from '@anjie/domain/procedure/procedureTransitions'
import { cellKey } from '@anjie/domain/submissions/cellKey'
import type { RecordStore } from '../ports.ts'
import { procedureOf } from './procedurePapers.ts'

export interface SignedSheets {
  /** What the commission entered, with what the departments' heads have signed in its place. */
  over(subject: string, entered: readonly FormValue[]): FormValue[]
  readonly basis: Pick<RunBasis, 'sheets'>
}

const NONE: SignedSheets = { over: (_subject, entered) => [...entered], basis: {} }

/** 部门评分 that count: signed ones. Until then what the commission entered before stands; nothing of it disappears by a switch. */
export async function signedSheets(store: RecordStore, cycle: CycleHead): Promise<SignedSheets> {
  if (stepOn(cycle, 'department-scores') === undefined) return NONE
  const { scorers } = (await procedureOf(store, cycle)).state
  const papers = await store.getMany(
    'procedure-paper',
    scorers.map(({ unitId }) => paperIdOf('department-scores', unitId, cycle)),
  )
  const signed = [...papers.values()].filter(({ state }) => state.status === 'done')
  const bySubject = Map.groupBy(
    signed.flatMap(({ state }) => state.sheet?.scores ?? []),
    ({ subject }): string => subject,
  )
  return {
    over: (subject, entered) => {
      const values = bySubject.get(subject)?.flatMap((each) => each.values) ?? []
      const taken = new Set(values.map(cellKey))
      return [...entered.filter((value) => !taken.has(cellKey(value))), ...values]
    },
    basis: { sheets: Object.fromEntries(signed.map(({ state, version }) => [state.id, version])) },
  }
}
