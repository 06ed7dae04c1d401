import { periodName } from '@anjie/domain/registers/periods'
import { beijingDay } from '@anjie/kernel'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { registerWords as words } from '../../../locales/zh-CN/registers.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { stateOf } from '../registerState.ts'

type Line = Answer<(typeof OPERATIONS)['listRegisters']>['registers'][number]

/** 台账 of the own county or unit with how much is in them; for those above the list of what counties keep. */
export default function RegistersPage() {
  const me = useMe()
  const read = useRead(OPERATIONS.listRegisters, { query: {} })
  const today = beijingDay(new Date().toISOString())
  return (
    <ReadState read={read}>
      {({ registers, holder, holderName }) => (
        <>
          <PageHead
            title={words.title}
            sub={holder === undefined ? words.subAbove : words.sub(holderName ?? me.jurisdictionName)}
          >
            {mayCall(me.roles, OPERATIONS.defineRegister) && (
              <Link className="button main" to="/registers/new">
                {words.create}
              </Link>
            )}
          </PageHead>
          <DataTable<Line>
            caption={words.title}
            name=""
            rows={registers}
            rowKey={({ register }) => register.id}
            empty={words.empty}
            columns={[
              {
                key: 'name',
                name: words.name,
                text: ({ register }) => register.title,
                isRowHead: true,
                show: ({ register }) => (
                  <Link to={holder === undefined ? `/registers/${register.id}/holders` : `/registers/${register.id}`}>
                    {register.title}
                  </Link>
                ),
              },
              {
                key: 'term',
                name: words.term,
                text: ({ register }) => words.terms[register.fields.term],
                filtered: true,
              },
              {
                key: 'by',
                name: words.filledBy,
                text: ({ register }) => (register.fields.rowsOf === 'county' ? words.byCounty : words.byUnits),
                filtered: true,
              },
              { key: 'period', name: words.period, text: ({ period }) => periodName(period) },
              {
                key: 'due',
                name: words.due,
                kind: 'day',
                text: ({ dueOn }) => dueOn ?? '',
                show: ({ dueOn }) => (dueOn === undefined ? '' : dayText(dueOn)),
              },
              ...(holder === undefined
                ? []
                : [
                    {
                      key: 'rows',
                      name: words.rows,
                      kind: 'figure' as const,
                      text: ({ totals }: Line) => String(totals?.rows ?? 0),
                    },
                    {
                      key: 'state',
                      name: words.complete,
                      text: (line: Line) => stateOf(line.totals, line.dueOn, today).text,
                      show: (line: Line) => {
                        const { tone, text } = stateOf(line.totals, line.dueOn, today)
                        return <StateMark tone={tone}>{text}</StateMark>
                      },
                    },
                    {
                      key: 'updated',
                      name: words.updated,
                      kind: 'day' as const,
                      text: ({ totals }: Line) => (totals?.updatedAt === undefined ? '' : beijingDay(totals.updatedAt)),
                      show: ({ totals }: Line) =>
                        totals?.updatedAt === undefined ? '' : dayText(beijingDay(totals.updatedAt)),
                    },
                  ]),
              {
                key: 'go',
                name: words.actions,
                isControl: true,
                text: () => '',
                show: ({ register }) => (
                  <span className="row">
                    {(holder === undefined || register.fields.rowsOf === 'unit') && (
                      <Link to={`/registers/${register.id}/holders`}>{words.holders}</Link>
                    )}
                    <Link to={`/registers/${register.id}/definition`}>{words.definition}</Link>
                  </span>
                ),
              },
            ]}
          />
        </>
      )}
    </ReadState>
  )
}
