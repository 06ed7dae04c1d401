import { unusualAgainstPast } from '@anjie/domain/submissions/unusualAgainstPast'
import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { plot } from '../../../charts/plot.ts'
import { periodText } from '../../../locales/zh-CN/format.ts'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { ItemFigure } from '../../../ui/ItemFigure.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import { draftedValue } from './cellDraft.ts'
import type { EntryRow } from './formDraft.ts'

type PastValue = Answer<(typeof OPERATIONS)['getPastValues']>['values'][number]

interface PastProps {
  readonly row: EntryRow
  /** Figures of the row's item before its period, oldest first. */
  readonly past: readonly PastValue[]
}

const MOST = 12
const FRAME = { width: 240, height: 56, margin: 8, leastOnTop: false } as const

/** 往期数据: the last figures of the cell's item as a line and as a table; a period without a figure is a gap, never a zero. */
export function PastValues({ row, past }: PastProps) {
  const shown = past.slice(-MOST)
  const numbers = shown.map((value) => (value.status === 'reported' ? Number(value.value) : null))
  return (
    <section className="panel">
      <h2>{words.past}</h2>
      {shown.length === 0 ? (
        <p className="quiet">{words.noPast}</p>
      ) : (
        <>
          {shown.length > 1 && (
            <svg
              width={FRAME.width}
              height={FRAME.height}
              viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
              role="img"
              aria-label={words.pastChart(row.cell.item.name)}
            >
              {plot(numbers, FRAME).map((run) => (
                <g key={run[0]?.index}>
                  <polyline
                    points={run.map(({ x, y }) => `${x},${y}`).join(' ')}
                    fill="none"
                    stroke="var(--work)"
                    strokeWidth="2"
                  />
                  {run.map(({ index, x, y }) => (
                    <circle key={index} cx={x} cy={y} r="2.5" fill="var(--work)" />
                  ))}
                </g>
              ))}
            </svg>
          )}
          <Table
            caption={words.past}
            rows={shown.toReversed()}
            rowKey={(value) => `${value.cycleName} ${value.period}`}
            columns={[
              {
                key: 'period',
                name: words.pastPeriod,
                text: (value) => periodText(value.period),
                show: (value) => <span title={value.cycleName}>{periodText(value.period)}</span>,
                isRowHead: true,
              },
              {
                key: 'value',
                name: words.pastValue,
                kind: 'figure',
                text: (value) => (value.status === 'reported' ? value.value : ''),
                show: (value) => (
                  <ItemFigure
                    status={value.status}
                    value={value.status === 'reported' ? value.value : null}
                    note={value.note}
                  />
                ),
              },
            ]}
          />
        </>
      )}
    </section>
  )
}

/** A word when what was typed is far from what there was; it refuses nothing. */
export function UnusualHint({ row, past }: PastProps) {
  const read = draftedValue(row.cell, row.draft)
  if (!read.ok || read.value?.status !== 'reported') return null
  const { value } = read.value
  const reference = unusualAgainstPast(row.cell.item, row.cell.period, value, past)
  if (reference === null) return null
  return (
    <p className="quiet" role="status">
      {words.unusual(periodText(reference.period), reference.value, value)}
    </p>
  )
}
