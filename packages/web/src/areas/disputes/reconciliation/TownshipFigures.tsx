import { Link } from 'react-router'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { rateText } from '../listPath.ts'
import type { Sheet } from './sheet.ts'

/** The common figures of each township; each opens to its own sheet. */
export function TownshipFigures({
  townships,
  year,
}: {
  readonly townships: Sheet['townships']
  readonly year: string
}) {
  return (
    <DataTable<Sheet['townships'][number]>
      caption={words.byTownship}
      name="townships"
      rows={townships}
      rowKey={({ name }) => name}
      isWhole
      columns={[
        {
          key: 'name',
          name: words.township,
          text: ({ name }) => (name === '' ? words.noTownship : name),
          isRowHead: true,
          show: ({ name }) =>
            name === '' ? (
              words.noTownship
            ) : (
              <Link to={`/disputes?year=${year}&township=${encodeURIComponent(name)}`}>{name}</Link>
            ),
        },
        {
          key: 'found',
          name: words.found,
          unit: words.disputesUnit,
          kind: 'figure',
          text: ({ found }) => String(found),
        },
        {
          key: 'resolved',
          name: words.resolved,
          unit: words.disputesUnit,
          kind: 'figure',
          text: ({ resolved }) => String(resolved),
        },
        { key: 'rate', name: words.rate, text: ({ rate }) => rateText(rate.percent) },
      ]}
    />
  )
}
