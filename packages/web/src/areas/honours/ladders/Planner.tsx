import { rungName } from '@anjie/domain/honours/ladder'
import { PLAN_STATE_NAMES } from '@anjie/domain/honours/unitPlan'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { unitKindWords } from '../../../locales/zh-CN/common.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { ladderWords as words } from '../../../locales/zh-CN/ladders.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { PLAN_TONES } from '../ladder/rungTones.ts'

type Row = Answer<(typeof OPERATIONS)['getPlanner']>['rows'][number]

const day = (value: string | undefined): string => (value === undefined ? '' : dayText(value))

const COLUMNS: readonly TableColumn<Row>[] = [
  {
    key: 'unit',
    name: words.unit,
    text: (row) => row.unitName,
    isRowHead: true,
    width: 12,
    show: (row) => <Link to={`/ladders/${row.unitId}`}>{row.unitName}</Link>,
  },
  { key: 'township', name: words.township, text: (row) => row.townshipName ?? '', filtered: true, width: 10 },
  { key: 'kind', name: words.kind, text: (row) => unitKindWords[row.unitKind], filtered: true, hidden: true },
  { key: 'honour', name: words.honour, text: (row) => row.honourName, filtered: true, width: 12 },
  {
    key: 'state',
    name: words.state,
    text: (row) => PLAN_STATE_NAMES[row.state],
    filtered: true,
    width: 9,
    show: (row) => <StateMark tone={PLAN_TONES[row.state]}>{PLAN_STATE_NAMES[row.state]}</StateMark>,
  },
  {
    key: 'held',
    name: words.held,
    text: (row) => (row.held === undefined ? words.none : rungName(row.held)),
    filtered: true,
    width: 7,
  },
  {
    key: 'since',
    name: words.since,
    kind: 'day',
    text: (row) => row.held?.since ?? '',
    show: (row) => day(row.held?.since),
    hidden: true,
  },
  {
    key: 'until',
    name: words.validUntil,
    kind: 'day',
    width: 9,
    text: (row) => row.held?.validUntil ?? '',
    show: (row) => day(row.held?.validUntil),
  },
  {
    key: 'next',
    name: words.next,
    text: (row) => (row.next === undefined ? '' : rungName(row.next)),
    filtered: true,
    width: 7,
  },
  {
    key: 'from',
    name: words.from,
    kind: 'day',
    width: 9,
    text: (row) => row.from ?? '',
    show: (row) => day(row.from),
  },
  {
    key: 'missing',
    name: words.missing,
    wraps: true,
    width: 28,
    text: (row) => (row.missing.length === 0 && row.state === 'open' ? words.nothingMissing : row.missing.join('；')),
  },
]

/** 创建计划 of a county: who is nearly there, blocked by what, and whose title runs out. */
export function Planner() {
  const me = useMe()
  const planner = useRead(OPERATIONS.getPlanner, {})
  return (
    <>
      <PageHead title={words.planner} sub={`${me.jurisdictionName} · ${words.plannerSub}`} />
      <ReadState read={planner}>
        {({ rows }) => (
          <DataTable
            caption={words.planner}
            name=""
            rows={rows}
            rowKey={(row) => `${row.unitId} ${row.honour}`}
            columns={COLUMNS}
            empty={words.empty}
          />
        )}
      </ReadState>
    </>
  )
}
