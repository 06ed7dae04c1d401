import { beijingDate } from '@anjie/calendar-cn'
import type { listCountyHonours as operation } from '@anjie/contracts/operations/honours'
import { allowedCountyHonourActions } from '@anjie/domain/honours/countyHonours'
import { honourRuns } from '@anjie/domain/honours/honourRuns'
import { ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 所获荣誉 of one county with the years in a row; for a city or the province without a county those that wait for its word. */
export const listCountyHonours: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, member, now },
  { query },
) => {
  const rows =
    query.county === undefined
      ? await allRows(store, 'county-honour')
      : await store.listOfCounty('county-honour', query.county)
  const found = await store.getMany(
    'county-honour',
    rows.map(({ id }) => id),
  )
  const honours = [...found.values()]
    .map(({ state, version }) => ({ ...state, version, allowed: allowedCountyHonourActions(state, member) }))
    .sort((one, other) => other.year - one.year || one.name.localeCompare(other.name, 'zh-CN'))
  return ok({ honours, runs: [...honourRuns(honours, Number(beijingDate(now).slice(0, 4)))] })
}
