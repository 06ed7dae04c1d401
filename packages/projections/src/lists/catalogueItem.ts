import { CATALOGUE_STATUS_NAMES } from '@anjie/domain/catalogue/catalogueTransitions'
import type { View } from './view.ts'

/** 数据目录: one list, the province's, which everybody of the province reads. */
export const catalogueItem: View<'catalogue-item'> = (
  id,
  version,
  { code, status, edition, content, apart, updatedAt },
) => [
  {
    owner: id.slice(0, id.indexOf('.')),
    row: {
      kind: 'catalogue-item',
      id,
      version,
      title: content.name,
      place: '',
      status,
      statusName: CATALOGUE_STATUS_NAMES[status],
      queue: null,
      nextVerb: null,
      dueOn: null,
      updatedAt,
      fields: {
        code,
        edition,
        unit: content.unit,
        definition: content.definition,
        period: content.period,
        filledBy: content.filledBy,
        ...(content.supplier === undefined ? {} : { supplier: content.supplier }),
        ...(content.sourceSystem === undefined ? {} : { sourceSystem: content.sourceSystem }),
        rollUp: content.rollUp,
        owner: content.owner,
        apart: apart !== undefined,
      },
    },
  },
]
