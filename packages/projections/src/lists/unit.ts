import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import type { View } from './view.ts'

/** A county sees its own register of units; overseers meet a unit through its applications and titles. */
export const unit: View<'unit'> = (id, version, state) => [
  {
    owner: divisionsOfCounty(state.county).county,
    row: {
      kind: 'unit',
      id,
      version,
      title: state.name,
      place: state.parentName ?? '',
      status: state.validTo === undefined ? 'current' : 'ended',
      statusName: state.validTo === undefined ? '现行' : '已终止',
      queue: null,
      nextVerb: null,
      dueOn: null,
      updatedAt: state.updatedAt,
      fields: {
        unitKind: state.kind,
        ...(state.parentId === undefined ? {} : { parentId: state.parentId }),
        validFrom: state.validFrom,
        ...(state.validTo === undefined ? {} : { validTo: state.validTo }),
        ...(state.formerNames === undefined ? {} : { formerNames: state.formerNames }),
        ...(state.successors.length === 0 ? {} : { successors: state.successors }),
      },
    },
  },
]
