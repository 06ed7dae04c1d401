import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import type { Me } from '../../app/me.ts'
import { unitKindWords } from '../../locales/zh-CN/common.ts'
import { measureWords as words } from '../../locales/zh-CN/supervision.ts'

interface Row {
  readonly fields: { readonly unitKind: UnitKind; readonly townshipName?: string | undefined }
}

/** 所属乡镇, or what kind of unit it is: in a county's own list every place is the county. */
export const underOf = ({ jurisdiction }: Me) =>
  jurisdiction.level === 'county'
    ? [
        {
          key: 'under',
          name: words.under,
          text: ({ fields: { townshipName, unitKind } }: Row) => townshipName ?? unitKindWords[unitKind],
        },
      ]
    : []
