import { Link } from 'react-router'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { PathOf, Sheet } from './sheet.ts'

/** Why systems say different things of one dispute, and of how many. */
export function Differences({ differing, to }: { readonly differing: Sheet['differing']; readonly to: PathOf }) {
  return (
    <DataTable<readonly [string, number]>
      caption={words.differing}
      name="differing"
      rows={Object.entries(differing)}
      rowKey={([difference]) => difference}
      isWhole
      isPlain
      isUnsorted
      columns={[
        {
          key: 'why',
          name: words.why,
          text: ([difference]) => words.differences[difference] ?? '',
          isRowHead: true,
          wraps: true,
        },
        {
          key: 'count',
          name: words.disputes,
          unit: words.disputesUnit,
          kind: 'figure',
          text: ([, count]) => String(count),
          show: ([difference, count]) => <Link to={to(difference)}>{count}</Link>,
        },
      ]}
    />
  )
}
