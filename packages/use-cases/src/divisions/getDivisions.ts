import type { getDivisions as operation } from '@anjie/contracts/operations/divisions'
import { divisionChangesOf } from '@anjie/domain/divisions/lineage'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { divisionRecord } from './divisionRecord.ts'

/** 行政区划沿革 of the province, newest change first. */
export const getDivisions: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context) => {
  const { id, version, state } = await divisionRecord(context)
  return ok({
    id,
    version,
    province: state.province,
    cities: state.cities,
    counties: state.counties,
    successors: state.successors,
    changes: divisionChangesOf(state).toReversed(),
    tiles: state.tiles ?? [],
    ...(await timelineOf(context.store, 'divisions', id)),
  })
}
