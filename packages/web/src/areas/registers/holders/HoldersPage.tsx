import { periodName } from '@anjie/domain/registers/periods'
import { beijingDay } from '@anjie/kernel'
import { Link, useParams, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { registerWords as words } from '../../../locales/zh-CN/registers.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { stateOf } from '../registerState.ts'

type Answered = Answer<(typeof OPERATIONS)['listRegisterHolders']>
type Line = Answered['holders'][number]

/** 填报情况: county by county, in a county unit by unit. */
export default function HoldersPage() {
  const me = useMe()
  const { registerId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const period = search.get('period') ?? undefined
  const after = search.get('after') ?? undefined
  const read = useRead(
    OPERATIONS.listRegisterHolders,
    {
      params: { registerId },
      query: {
        ...(period === undefined ? {} : { period }),
        ...(after === undefined ? {} : { after }),
      },
    },
    { keepsShown: true },
  )
  const today = beijingDay(new Date().toISOString())
  const isCounty = me.jurisdiction.level === 'county'
  return (
    <ReadState read={read}>
      {(data) => (
        <>
          <PageHead
            title={`${data.register.name} ${words.holders}`}
            sub={data.dueOn === undefined ? undefined : `${words.due} ${dayText(data.dueOn)}`}
            back={{ to: '/registers', label: words.back }}
          >
            {data.periods.length > 1 && (
              <Choice
                isInline
                aria-label={words.period}
                value={data.period}
                choices={data.periods.map((each) => ({ value: each, label: periodName(each) }))}
                onChange={(next) => setSearch({ period: next })}
              />
            )}
          </PageHead>
          <DataTable<Line>
            caption={`${data.register.name} ${periodName(data.period)} ${words.holders}`}
            rows={data.holders}
            rowKey={({ holder }) => holder}
            empty={words.untouched}
            columns={columnsOf(data, isCounty, registerId, today)}
          />
          <div className="row no-print">
            {after !== undefined && <Button onClick={() => setSearch({ period: data.period })}>{words.first}</Button>}
            {data.after !== undefined && (
              <Button onClick={() => setSearch({ period: data.period, after: data.after ?? '' })}>{words.more}</Button>
            )}
          </div>
        </>
      )}
    </ReadState>
  )
}

function columnsOf(data: Answered, isCounty: boolean, registerId: string, today: string): readonly TableColumn<Line>[] {
  const sums = data.register.columns.filter(
    ({ type, ended }) => (type === 'integer' || type === 'decimal') && ended === undefined,
  )
  return [
    {
      key: 'name',
      name: isCounty ? words.holder : words.county,
      text: ({ name }) => name,
      isRowHead: true,
      show: ({ holder, name }) => (
        <Link to={`/registers/${registerId}?holder=${holder}&period=${data.period}`}>{name}</Link>
      ),
    },
    { key: 'place', name: isCounty ? words.county : words.city, text: ({ place }) => place, filtered: true },
    {
      key: 'rows',
      name: words.rows,
      kind: 'figure',
      text: ({ totals }) => String(totals.rows),
      total: (lines) => String(lines.reduce((sum, { totals }) => sum + totals.rows, 0)),
    },
    {
      key: 'state',
      name: words.state,
      text: ({ totals }) => stateOf(totals, data.dueOn, today).text,
      filtered: true,
      show: ({ totals }) => {
        const { tone, text } = stateOf(totals, data.dueOn, today)
        return <StateMark tone={tone}>{text}</StateMark>
      },
    },
    {
      key: 'updated',
      name: words.updated,
      kind: 'day',
      text: ({ totals }) => (totals.updatedAt === undefined ? '' : beijingDay(totals.updatedAt)),
      show: ({ totals }) => (totals.updatedAt === undefined ? '' : dayText(beijingDay(totals.updatedAt))),
    },
    ...sums.map(
      ({ code, name, measure = '' }, at): TableColumn<Line> => ({
        key: code,
        name,
        unit: measure,
        kind: 'figure',
        hidden: at > 3,
        text: ({ totals }) => totals.sums[code] ?? '',
      }),
    ),
  ]
}
