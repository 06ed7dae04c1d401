import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import {
  isOpen,
  rectificationOwner,
  rectificationStandingName,
} from '@anjie/domain/supervision/rectificationTransitions'
import { supervisionOwners } from './measure.ts'
import type { View } from './view.ts'

/** In the lists of its measure. */
export const rectification: View<'rectification'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  const owner = rectificationOwner(state)
  const row: ListRowOf<'rectification'> = {
    kind: 'rectification',
    id,
    version,
    title: state.unitName,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: state.status,
    statusName: rectificationStandingName(state),
    queue:
      owner === null
        ? null
        : {
            level: owner.level,
            code: owner.level === state.level ? state.issuer : codes[owner.level],
            role: owner.role,
          },
    nextVerb: owner?.verb ?? null,
    dueOn: isOpen(state) ? state.dueOn : null,
    updatedAt: state.updatedAt,
    fields: {
      measureId: state.measureId,
      measureKind: state.kind,
      problem: state.problem,
      repeated: state.repeated === true,
      level: state.level,
      issuerName: state.issuerName,
      county: state.county,
      unitKind: state.unitKind,
      issuedOn: state.issuedOn,
      round: state.rounds.length,
      ...(state.documentNumber === undefined ? {} : { documentNumber: state.documentNumber }),
      ...(state.townshipName === undefined ? {} : { townshipName: state.townshipName }),
      ...(state.unitId === undefined ? {} : { unitId: state.unitId }),
      ...(state.overdueOn === undefined ? {} : { overdueOn: state.overdueOn }),
      ...(state.closedOn === undefined ? {} : { closedOn: state.closedOn }),
    },
  }
  return supervisionOwners(state).map((each) => ({ owner: each, row }))
}
