import type { listSchemes as operation } from '@anjie/contracts/operations/schemes'
import { SchemeStatus } from '@anjie/contracts/vocabulary/assessment'
import { isSchemeVisibleTo } from '@anjie/domain/assessments/schemeTransitions'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

export const listSchemes: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({ store, scope }) => {
  const rows = await store.listProvincial('scheme')
  return ok({ rows: rows.filter((row) => isSchemeVisibleTo(scope.level, SchemeStatus.parse(row.status))) })
}
