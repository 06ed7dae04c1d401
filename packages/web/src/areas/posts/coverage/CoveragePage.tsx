import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { dutyPostWords as words } from '../../../locales/zh-CN/dutyPosts.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { CoverageTable, FIGURES, shareOf } from './CoverageTable.tsx'

type County = Answer<(typeof OPERATIONS)['getDutyCoverage']>['counties'][number]

const COLUMNS: readonly TableColumn<County>[] = [
  { key: 'name', name: words.county, text: ({ name }) => name, isRowHead: true },
  ...FIGURES.map(
    (name): TableColumn<County> => ({
      key: name,
      name: words.figures[name],
      kind: 'figure',
      text: ({ figures }) => (figures === undefined ? '' : String(figures['township-commissioner'][name])),
    }),
  ),
  {
    key: 'share',
    name: words.share,
    kind: 'figure',
    text: ({ figures }) => (figures === undefined ? words.notSetUp : shareOf(figures['township-commissioner'])),
  },
  {
    key: 'pilot',
    name: words.piloted,
    kind: 'figure',
    text: ({ figures, isPiloted }) => (isPiloted ? String(figures?.['village-commissioner'].posts ?? 0) : ''),
  },
  {
    key: 'published',
    name: words.published,
    kind: 'day',
    text: ({ publishedOn = '' }) => publishedOn,
    show: ({ publishedOn }) => (publishedOn === undefined ? '' : dayText(publishedOn)),
  },
]

/** 岗位覆盖情况 of those above a county: numbers of each, and no name. */
export default function CoveragePage() {
  const me = useMe()
  const coverage = useRead(OPERATIONS.getDutyCoverage, {})
  return (
    <>
      <PageHead title={words.coverage} sub={me.jurisdictionName} />
      <ReadState read={coverage}>
        {({ on, all, counties }) => (
          <div className="stack">
            <section className="panel" aria-label={words.jurisdiction}>
              <h2>{`${words.jurisdiction}（${words.coverageOn(dayText(on))}）`}</h2>
              <CoverageTable caption={words.jurisdiction} figures={all} />
            </section>
            <DataTable
              caption={words.coverage}
              name=""
              rows={counties}
              rowKey={({ county }) => county}
              columns={COLUMNS}
            />
          </div>
        )}
      </ReadState>
    </>
  )
}
