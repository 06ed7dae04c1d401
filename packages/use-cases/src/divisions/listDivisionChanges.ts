import type { listDivisionChanges as operation } from '@anjie/contracts/operations/divisions'
import { divisionChangesOf } from '@anjie/domain/divisions/lineage'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { divisionRecord } from './divisionRecord.ts'

/** 区划变更, oldest first: what a county's way through the tables is followed by. */
export const listDivisionChanges: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context) =>
  ok({ changes: [...divisionChangesOf((await divisionRecord(context)).state)] })
