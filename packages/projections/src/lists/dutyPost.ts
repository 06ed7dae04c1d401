import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { dutyPostTitle } from '@anjie/domain/posts/kinds/index'
import { DUTY_POST_STATUS_NAMES } from '@anjie/domain/posts/postNames'
import { holderOf, vacancyDueOn, vacantSince } from '@anjie/domain/posts/vacancies'
import type { View } from './view.ts'

/** In the county's list and in that of the unit: nobody above reads who holds it. One that was set up by mistake stands in none. */
export const dutyPost: View<'duty-post'> = (id, version, state) => {
  const owners = [state.county, state.unitId]
  const term = state.terms.at(-1)
  if (term === undefined) return owners.map((owner) => ({ owner, row: null }))
  const holder = holderOf(state)
  const since = vacantSince(state)
  const row: ListRowOf<'duty-post'> = {
    kind: 'duty-post',
    id,
    version,
    title: dutyPostTitle(state),
    place: state.townshipName,
    status: state.status,
    statusName: DUTY_POST_STATUS_NAMES[state.status],
    queue: since === undefined ? null : { level: 'county', code: state.county, role: 'county-admin' },
    nextVerb: since === undefined ? null : '补齐',
    dueOn: since === undefined ? null : vacancyDueOn(since),
    updatedAt: state.updatedAt,
    fields: {
      postKind: state.kind,
      unitId: state.unitId,
      unitName: state.unitName,
      townshipId: state.townshipId,
      townshipName: state.townshipName,
      from: term.from,
      ...(term.to === undefined ? {} : { to: term.to }),
      ...(state.cadres === undefined ? {} : { cadres: state.cadres }),
      ...(holder === undefined ? {} : { holder }),
      terms: state.terms.map(({ from, to }) => ({ from, ...(to === undefined ? {} : { to }) })),
      held: state.holdings.map(({ from, to, deputy }) => ({
        from,
        ...(to === undefined ? {} : { to }),
        ...(deputy === undefined ? {} : { deputy }),
      })),
      ...(since === undefined ? {} : { vacantSince: since }),
    },
  }
  return owners.map((owner) => ({ owner, row }))
}
