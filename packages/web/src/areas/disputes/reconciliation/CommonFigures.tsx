import { Link } from 'react-router'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { PathOf, Sheet } from './sheet.ts'

/** The disputes of all systems by the common definition, each once. */
export function CommonFigures({ common, to }: { readonly common: Sheet['common']; readonly to: PathOf }) {
  const measures: readonly (readonly [name: string, count: number, set: string])[] = [
    [words.found, common.found, 'found'],
    [words.resolved, common.resolved, 'resolved'],
    [words.agreed, common.agreed, 'agreed'],
    [words.performed, common.performed, 'performed'],
    [words.closed, common.closed, 'closed'],
    [words.settled, common.settled, 'settled'],
    [words.inAll, common.inAllSystems, 'in-all'],
    [words.inSeveral, common.inSeveral, 'in-several'],
    [words.inOne, common.inOne, 'in-one'],
    [words.inNone, common.inNone, 'in-none'],
    [words.noDay, common.withoutDay, 'no-day'],
  ]
  return (
    <DataTable<(typeof measures)[number]>
      caption={words.common}
      name="common"
      rows={measures}
      rowKey={([, , set]) => set}
      isWhole
      isPlain
      isUnsorted
      columns={[
        { key: 'name', name: words.measure, text: ([name]) => name, isRowHead: true },
        {
          key: 'count',
          name: words.disputes,
          unit: words.disputesUnit,
          kind: 'figure',
          text: ([, count]) => String(count),
          show: ([, count, set]) => <Link to={to(set)}>{count}</Link>,
        },
      ]}
    />
  )
}
