import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { measureDueOn, measureOwner, measureStandingName } from '@anjie/domain/supervision/measureTransitions'
import type { View } from './view.ts'

/** Whose lists a measure and its rectifications stand in: the target's county, the unit's own, and of whoever above issued it. */
export const supervisionOwners = ({
  county,
  unitId,
  issuer,
}: Pick<Measure, 'county' | 'unitId' | 'issuer'>): readonly string[] => [
  ...new Set<string>([county, issuer, ...(unitId === undefined ? [] : [unitId])]),
]

export const measure: View<'measure'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  const owner = measureOwner(state)
  const row: ListRowOf<'measure'> = {
    kind: 'measure',
    id,
    version,
    title: state.unitName,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: state.status,
    statusName: measureStandingName(state),
    queue:
      owner === null
        ? null
        : {
            level: owner.level,
            code: owner.level === state.level ? state.issuer : codes[owner.level],
            role: owner.role,
          },
    nextVerb: owner?.verb ?? null,
    dueOn: measureDueOn(state) ?? null,
    updatedAt: state.updatedAt,
    fields: {
      measureKind: state.kind,
      matter: state.matter,
      trigger: state.trigger,
      on: state.on,
      level: state.level,
      issuerName: state.issuerName,
      county: state.county,
      unitKind: state.unitKind,
      problems: state.problems.length,
      open: state.status === 'draft' ? state.problems.length : state.open,
      ...(state.documentNumber === undefined ? {} : { documentNumber: state.documentNumber }),
      ...(state.townshipName === undefined ? {} : { townshipName: state.townshipName }),
      ...(state.unitId === undefined ? {} : { unitId: state.unitId }),
      ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    },
  }
  // A draft is nobody's business but its issuer's.
  const drafts = state.status === 'draft' || state.status === 'discarded'
  return supervisionOwners(state).map((each) => ({ owner: each, row: drafts && each !== state.issuer ? null : row }))
}
