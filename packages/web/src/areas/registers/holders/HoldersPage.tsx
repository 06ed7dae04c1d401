import { periodName } from '@anjie/domain/registers/periods'
import { beijingDay } from '@anjie/kernel'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { readKey, useRead } from '../../../app/api/useRead.ts'
import { pagesOf } from '../../../app/list/everyPage.ts'
import { useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { registerWords as words } from '../../../locales/zh-CN/registers.ts'
import type { ApiProblem } from '../../../ui/apiProblem.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { stateOf } from '../registerState.ts'
import { type HolderLine, sumOver } from './holderSums.ts'

type Answered = Answer<(typeof OPERATIONS)['listRegisterHolders']>

/** 填报情况: county by county, in a county unit by unit. */
export default function HoldersPage() {
  const me = useMe()
  const { registerId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const period = search.get('period') ?? undefined
  const cursor = search.get('cursor') ?? undefined
  const isWhole = search.get('whole') !== null
  const asked = { params: { registerId }, query: period === undefined ? {} : { period } } as never
  const page = useRead(
    OPERATIONS.listRegisterHolders,
    {
      params: { registerId },
      query: { ...(period === undefined ? {} : { period }), ...(cursor === undefined ? {} : { cursor }) },
    },
    { keepsShown: true, enabled: !isWhole },
  )
  const api = useApi()
  const [gathered, setGathered] = useState(0)
  const whole = useQuery<Answered, ApiProblem>({
    queryKey: [...readKey(OPERATIONS.listRegisterHolders, asked), 'every page'],
    enabled: isWhole,
    queryFn: async ({ signal }) => {
      const holders: HolderLine[] = []
      for await (const next of pagesOf(api, OPERATIONS.listRegisterHolders, asked, signal)) {
        holders.push(...next.holders)
        setGathered(holders.length)
        if (next.cursor === undefined) return { ...next, holders }
      }
      throw new Error('a list without a last page')
    },
  })
  const read = isWhole ? whole : page
  const go = (to: Record<string, string>) => setSearch({ ...(period === undefined ? {} : { period }), ...to })
  const today = beijingDay(new Date().toISOString())
  const isCounty = me.jurisdiction.level === 'county'
  return (
    <>
      {isWhole && whole.isPending && <p role="status">{words.gathering(gathered)}</p>}
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
            <DataTable<HolderLine>
              caption={`${data.register.name} ${periodName(data.period)} ${words.holders}`}
              rows={data.holders}
              rowKey={({ holder }) => holder}
              empty={words.untouched}
              columns={columnsOf(data, isCounty, registerId, today)}
            />
            <div className="row no-print">
              {(cursor !== undefined || isWhole) && <Button onClick={() => go({})}>{words.first}</Button>}
              {data.cursor !== undefined && (
                <>
                  <Button onClick={() => go({ cursor: data.cursor ?? '' })}>{words.more}</Button>
                  <Button onClick={() => go({ whole: 'yes' })}>{words.wholeTotals}</Button>
                  <span className="quiet small">{words.pageOnly}</span>
                </>
              )}
            </div>
          </>
        )}
      </ReadState>
    </>
  )
}

function columnsOf(
  data: Answered,
  isCounty: boolean,
  registerId: string,
  today: string,
): readonly TableColumn<HolderLine>[] {
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
      ({ code, name, measure = '' }, at): TableColumn<HolderLine> => ({
        key: code,
        name,
        unit: measure,
        kind: 'figure',
        hidden: at > 3,
        text: ({ totals }) => totals.sums[code] ?? '',
        total: (lines) => sumOver(lines, code),
      }),
    ),
  ]
}
