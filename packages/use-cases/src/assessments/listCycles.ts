import type { listCycles as operation } from '@anjie/contracts/operations/cycles'
import { CycleStatus } from '@anjie/contracts/vocabulary/assessment'
import { isCycleVisibleTo } from '@anjie/domain/assessments/cycleTransitions'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

export const listCycles: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({ store, scope }) => {
  const rows = await store.listProvincial('cycle')
  return ok({ rows: rows.filter((row) => isCycleVisibleTo(scope.level, CycleStatus.parse(row.status))) })
}
