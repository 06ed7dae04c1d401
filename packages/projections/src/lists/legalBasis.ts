import { namingCode } from '@anjie/domain/divisions/namingLevel'
import type { View } from './view.ts'

/** 批准依据 in the list of the level whose it is. */
export const legalBasis: View<'legal-basis'> = (id, version, state) => [
  {
    owner: namingCode(id),
    row: {
      kind: 'legal-basis',
      id,
      version,
      title: state.issuer,
      place: '',
      status: state.endedFor === undefined ? 'standing' : 'ended',
      statusName: state.endedFor === undefined ? '已登记' : '已终止',
      queue: null,
      nextVerb: null,
      dueOn: state.endsOn ?? null,
      updatedAt: state.updatedAt,
      fields: {
        honour: state.honour,
        regime: state.regime,
        issuer: state.issuer,
        approvalNumber: state.approvalNumber,
        ...(state.endsOn === undefined ? {} : { endsOn: state.endsOn }),
      },
    },
  },
]
