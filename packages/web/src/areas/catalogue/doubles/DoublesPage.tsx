import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { catalogueWords as words } from '../../../locales/zh-CN/catalogue.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'

interface Side {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly definition: string
}

/** 疑似重复: every two items of the catalogue that seem to ask the same, side by side. */
export default function DoublesPage() {
  const province = provinceCodeOf(useMe().jurisdiction.code)
  const read = useRead(OPERATIONS.findCatalogueDoubles, { query: {} })
  const titled = ({ name, unit }: Side) => `${name}${unit === '' ? '' : `（${unit}）`}`
  const named = (side: Side) => `${side.code} ${titled(side)}`
  const shown = (side: Side) => (
    <>
      <code>{side.code}</code> <Link to={`/catalogue/${province}.${side.code}`}>{titled(side)}</Link>
      <div className="quiet small">{side.definition}</div>
    </>
  )
  return (
    <>
      <PageHead title={words.doublesTitle} back={{ to: '/catalogue', label: words.back }} sub={words.doublesSub} />
      <ReadState read={read}>
        {({ pairs }) => (
          <DataTable
            caption={words.doublesTitle}
            name=""
            rows={pairs}
            rowKey={({ one, other }) => `${one.code} ${other.code}`}
            empty={words.noDoubles}
            columns={[
              {
                key: 'one',
                name: words.one,
                text: ({ one }) => named(one),
                show: ({ one }) => shown(one),
                isRowHead: true,
                wraps: true,
              },
              {
                key: 'other',
                name: words.other,
                text: ({ other }) => named(other),
                show: ({ other }) => shown(other),
                wraps: true,
              },
              { key: 'why', name: words.whyName, text: ({ other }) => words.why[other.why], filtered: true },
            ]}
          />
        )}
      </ReadState>
    </>
  )
}
