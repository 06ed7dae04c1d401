import { outcomeNames } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { Link } from 'react-router'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { rateText } from '../listPath.ts'
import type { PathOf, Sheet } from './sheet.ts'

/** What each system counts by its own definition, and what it holds of the disputes that really are. */
export function SystemFigures({ bySystem, to }: { readonly bySystem: Sheet['bySystem']; readonly to: PathOf }) {
  return (
    <DataTable<Sheet['bySystem'][number]>
      caption={words.bySystem}
      name="systems"
      rows={bySystem}
      rowKey={({ system }) => system}
      isWhole
      isUnsorted
      columns={[
        { key: 'name', name: words.system, text: ({ name }) => name, isRowHead: true },
        {
          key: 'found',
          name: words.entriesOf,
          unit: words.disputesUnit,
          kind: 'figure',
          text: ({ found }) => String(found),
          show: ({ found, system }) => <Link to={to('system-found', system)}>{found}</Link>,
        },
        {
          key: 'resolved',
          name: words.resolved,
          unit: words.disputesUnit,
          kind: 'figure',
          text: ({ resolved }) => String(resolved),
          show: ({ resolved, system }) => <Link to={to('system-resolved', system)}>{resolved}</Link>,
        },
        { key: 'rate', name: words.rate, text: ({ rate }) => rateText(rate.percent) },
        {
          key: 'definition',
          name: words.definition,
          text: ({ definition }) => definition.map((outcome) => outcomeNames[outcome]).join(words.or),
        },
        {
          key: 'really',
          name: words.really,
          unit: words.disputesUnit,
          kind: 'figure',
          text: ({ disputes }) => String(disputes),
        },
        {
          key: 'only',
          name: words.onlyHere,
          unit: words.disputesUnit,
          kind: 'figure',
          text: ({ onlyHere }) => String(onlyHere),
          show: ({ onlyHere, system }) => <Link to={to('only-here', system)}>{onlyHere}</Link>,
        },
        {
          key: 'missing',
          name: words.missingHere,
          unit: words.disputesUnit,
          kind: 'figure',
          text: ({ missingHere }) => String(missingHere),
          show: ({ missingHere, system }) => <Link to={to('missing-here', system)}>{missingHere}</Link>,
        },
      ]}
    />
  )
}
