import type { TallyFigures } from '@anjie/contracts/vocabulary/supervision/tally'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'

type Tally = Answer<(typeof OPERATIONS)['getSupervisionTally']>
const NAMES = Object.keys(words.tallyFigures) as readonly (keyof TallyFigures)[]

const shareOf = ({ problems, closed }: TallyFigures): string =>
  problems === 0 ? '' : `${((closed / problems) * 100).toFixed(2)}%`

const COUNTY_COLUMNS: readonly TableColumn<Tally['counties'][number]>[] = [
  {
    key: 'name',
    name: words.county,
    text: ({ name }) => name,
    show: ({ county, name }) => <Link to={`/measures?place=${county}`}>{name}</Link>,
    isRowHead: true,
  },
  ...NAMES.map((name) => ({
    key: name,
    name: words.tallyFigures[name],
    kind: 'figure' as const,
    text: ({ figures }: Tally['counties'][number]) => String(figures[name]),
  })),
  { key: 'share', name: words.share, kind: 'figure', text: ({ figures }) => shareOf(figures) },
]

/** 年度汇总 as reports state it; of those above county by county. */
export default function TallyPanel({ year }: { year: number | undefined }) {
  const me = useMe()
  const tally = useRead(OPERATIONS.getSupervisionTally, {
    query: year === undefined ? {} : { year: String(year) },
  } as never)
  const found = tally.data as Tally | undefined
  if (found === undefined) return null
  const isCounty = me.jurisdiction.level === 'county'
  return (
    <section className="panel" aria-label={words.tally(found.year)}>
      <h2>{words.tally(found.year)}</h2>
      <DataTable
        caption={words.tally(found.year)}
        isPlain
        isWhole
        isUnsorted
        rows={[
          { key: 'own', name: words.tallyOwn, figures: found.own },
          { key: 'all', name: words.tallyAll, figures: found.all },
        ]}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            name: '',
            text: ({ name }) => name,
            show: ({ name }) => <span className="nowrap">{name}</span>,
            isRowHead: true,
          },
          ...NAMES.map((name) => ({
            key: name,
            name: words.tallyFigures[name],
            kind: 'figure' as const,
            text: ({ figures }: { figures: TallyFigures }) => String(figures[name]),
          })),
          { key: 'share', name: words.share, kind: 'figure' as const, text: ({ figures }) => shareOf(figures) },
        ]}
      />
      <p className="quiet">{words.tallyNote}</p>
      {!isCounty && (
        <>
          <h3>{words.counties}</h3>
          <DataTable
            caption={words.counties}
            rows={found.counties}
            rowKey={({ county }) => county}
            columns={COUNTY_COLUMNS}
            empty={words.countiesEmpty}
          />
        </>
      )}
    </section>
  )
}
