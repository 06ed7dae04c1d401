import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { MEMBERSHIP_STATUS_NAMES } from '@anjie/domain/people/membershipNames'
import type { View } from './view.ts'

/** A post stands in the list of the jurisdiction for which it acts, and in no other. */
export const membership: View<'membership'> = (id, version, state) => {
  const row: ListRowOf<'membership'> = {
    kind: 'membership',
    id,
    version,
    title: state.personName,
    place: state.units === undefined ? state.jurisdictionName : state.units.map(({ name }) => name).join('、'),
    status: state.status,
    statusName: MEMBERSHIP_STATUS_NAMES[state.status],
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: {
      jurisdiction: state.jurisdiction.code,
      post: state.post,
      holder: state.holder,
      roles: state.roles,
      ...(state.units === undefined ? {} : { units: state.units.map(({ id: unit }) => unit) }),
      ...(state.honours === undefined ? {} : { honours: state.honours }),
      ...(state.scopes === undefined ? {} : { scopes: state.scopes }),
      validUntil: state.validUntil,
      ...(state.status !== 'invited' || state.invitation === undefined
        ? {}
        : { invitedUntil: state.invitation.endsOn }),
    },
  }
  return [{ owner: state.jurisdiction.code, row }]
}
