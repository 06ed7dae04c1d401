import type { Receipt, Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { lostFirst } from '@anjie/domain/league-tables/lostFirst'
import { useState } from 'react'
import { Link } from 'react-router'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { runWords as words } from '../../../locales/zh-CN/runs.ts'
import { DecimalFigure, placesOf } from '../../../ui/DecimalFigure.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { ItemFigure } from '../../../ui/ItemFigure.tsx'
import { shortFigure } from '../../../ui/shortFigure.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { RankChange } from '../table/RankChange.tsx'
import { SealNote } from '../table/SealNote.tsx'
import { ReceiptSheet } from './ReceiptSheet.tsx'
import { ScorecardVetoes } from './ScorecardVetoes.tsx'
import './ScorecardView.css'

interface ScorecardViewProps {
  readonly scorecard: Scorecard
  /** Of the form whose evidence stands behind the figures, where the reader may see it. */
  readonly submissionId: string | undefined
  readonly openedNode?: string | undefined
  readonly onAppeal?: (receipt: Receipt) => void
  /** Of the run, where the page knows it; a released scorecard has its own. */
  readonly seal?: string | undefined
}

/** 得分明细: one row an indicator, lost points first; each opens to its receipt. */
export function ScorecardView({ scorecard, submissionId, openedNode, onAppeal, seal }: ScorecardViewProps) {
  const { row, receipts } = scorecard
  const sealed = scorecard.seal ?? seal
  const [order, setOrder] = useState<'lost' | 'scheme'>('lost')
  const [opened, setOpened] = useState<string | undefined>(openedNode)
  const receipt = receipts.find((each) => each.node === opened)
  const shown = order === 'lost' ? lostFirst(receipts) : receipts
  // A list of pure deductions has no full marks to show.
  const withMax = receipts.some((each) => maxText(each) !== '')
  const placesIn = (of: (receipt: Receipt) => string | null) => placesOf(receipts.map((each) => shortOrNull(of(each))))
  const places = {
    max: placesIn((each) => each.maxPoints),
    median: placesIn((each) => each.groupMedian),
    points: placesIn((each) => each.points),
    lost: placesIn((each) => each.lostPoints),
  }
  const names = new Map(receipts.map((each) => [each.node, each.name]))
  // A preview has none: they tell of others.
  const withMedian = receipts.some((each) => each.groupMedian !== null)
  const figure = (key: keyof typeof places, name: string, of: (receipt: Receipt) => string | null) => ({
    key,
    name,
    kind: 'figure' as const,
    text: (each: Receipt) => {
      const value = of(each)
      return value === null ? '' : shortFigure(value)
    },
  })
  const columns: readonly TableColumn<Receipt>[] = [
    {
      key: 'indicator',
      name: words.indicator,
      text: (each) => each.name,
      isRowHead: true,
      wraps: true,
      width: 12,
      show: (each) => (
        <span className={order === 'scheme' ? `indented indent-${Math.min(each.depth, 6)}` : ''}>
          {each.leaf ? each.name : <strong>{each.name}</strong>}
          {order === 'lost' && each.parent !== null && <div className="quiet small">{names.get(each.parent)}</div>}
        </span>
      ),
    },
    ...(withMax
      ? [
          {
            ...figure('max', words.max, (each) => each.maxPoints),
            show: (each: Receipt) =>
              each.maxPoints === null ? (
                maxText(each)
              ) : (
                <DecimalFigure value={shortFigure(each.maxPoints)} places={places.max} />
              ),
          },
        ]
      : []),
    {
      key: 'raw',
      name: words.raw,
      kind: 'figure',
      wraps: true,
      text: (each) => each.rawValues.map((raw) => raw.value ?? commonWords.missing).join('；'),
      show: (each) => <RawValues receipt={each} />,
    },
    ...(withMedian
      ? [
          {
            ...figure('median', words.median, (each) => each.groupMedian),
            show: (each: Receipt) =>
              each.groupMedian === null ? (
                words.noScore
              ) : (
                <DecimalFigure value={shortFigure(each.groupMedian)} places={places.median} />
              ),
          },
        ]
      : []),
    {
      ...figure('points', words.points, (each) => each.points),
      show: (each) => (
        <button
          type="button"
          className="plain"
          aria-label={`${words.openReceipt(row.name, each.name)} ${pointsText(each)}`}
          onClick={() => setOpened(each.node)}
        >
          {each.points === null ? (
            each.statusName
          ) : (
            <DecimalFigure value={shortFigure(each.points)} places={places.points} />
          )}
        </button>
      ),
    },
    figure('lost', words.lost, (each) => each.lostPoints),
    {
      key: 'clause',
      name: words.clause,
      text: (each) => each.clause,
      wraps: true,
      show: (each) => (
        <div className="rule-text">
          {each.clause}
          {each.status !== 'scored' && <div className="quiet small">{each.statusName}</div>}
        </div>
      ),
    },
    {
      key: 'evidence',
      name: words.evidence,
      isControl: true,
      text: () => '',
      show: (each) =>
        submissionId !== undefined &&
        each.leaf &&
        each.rawValues[0] !== undefined && (
          <Link to={`/submissions/${submissionId}?item=${encodeURIComponent(each.rawValues[0].item)}`}>
            {words.evidence}
          </Link>
        ),
    },
  ]
  return (
    <>
      <dl className="panel facts">
        <dt>{words.score}</dt>
        <dd>
          <strong>{row.publishedScore ?? words.noScore}</strong>
        </dd>
        <dt>{words.rank}</dt>
        <dd>
          {row.groupName}{' '}
          {row.rank === null
            ? // A preview keeps ranks back; who is not ranked at all has a reason.
              row.notRankedReason === null
              ? words.afterPublication
              : `${words.notRanked}：${row.notRankedReason}`
            : row.rank}
          {row.tied && ` ${words.tied}`} <RankChange change={row.rank === null ? undefined : row.rankChange} />
        </dd>
        {row.grade !== null && (
          <>
            <dt>{words.grade}</dt>
            <dd>{row.grade}</dd>
          </>
        )}
        {row.remarks !== undefined && (
          <>
            <dt>{words.remarks}</dt>
            {row.remarks.map((remark) => (
              <dd key={remark}>{remark}</dd>
            ))}
          </>
        )}
      </dl>
      {scorecard.vetoes !== undefined && <ScorecardVetoes vetoes={scorecard.vetoes} />}
      <div className="list-tools below">
        <h2>{words.scorecard}</h2>
        <Choice
          isInline
          aria-label={words.order}
          value={order}
          choices={[
            { value: 'lost', label: words.lostFirst },
            { value: 'scheme', label: words.schemeOrder },
          ]}
          onChange={(value) => setOrder(value === 'lost' ? 'lost' : 'scheme')}
        />
      </div>
      <div className="sheet sheet-landscape scorecard">
        <DataTable
          caption={words.scorecard}
          sheetTitle={`${row.name} ${words.scorecard}　${row.groupName}`}
          isPlain
          isDense
          isWhole
          isUnsorted
          rows={shown}
          rowKey={(each) => each.node}
          testId={(each) => `score-${each.node}`}
          columns={columns}
        />
      </div>
      {sealed !== undefined && <SealNote seal={sealed} />}
      {receipt !== undefined && (
        <ReceiptSheet
          scorecard={scorecard}
          seal={sealed}
          receipt={receipt}
          onClose={() => setOpened(undefined)}
          onOpen={setOpened}
          {...(onAppeal === undefined ? {} : { onAppeal })}
        />
      )}
    </>
  )
}

const shortOrNull = (text: string | null): string | null => (text === null ? null : shortFigure(text))

const pointsText = (receipt: Receipt): string =>
  receipt.points === null ? receipt.statusName : shortFigure(receipt.points)

const maxText = (receipt: Receipt): string =>
  receipt.maxPoints !== null
    ? shortFigure(receipt.maxPoints)
    : receipt.weight !== null
      ? `${words.weight}${receipt.weight}`
      : ''

function RawValues({ receipt }: { receipt: Receipt }) {
  if (receipt.rawValues.length === 0) return null
  const [only] = receipt.rawValues
  if (receipt.rawValues.length === 1 && only !== undefined)
    return (
      <span title={only.itemName}>
        <RawValue raw={only} />
      </span>
    )
  return (
    <>
      {receipt.rawValues.map((raw) => (
        <div key={`${raw.item} ${raw.period}`}>
          <span className="quiet small">{raw.itemName}</span>{' '}
          <span className="nowrap">
            <RawValue raw={raw} />
          </span>
        </div>
      ))}
    </>
  )
}

/** A unit stands behind a figure only: 未报 and 不适用 have none. */
function RawValue({ raw }: { raw: Receipt['rawValues'][number] }) {
  return (
    <>
      <ItemFigure status={raw.status} value={raw.value} />
      {raw.status === 'reported' && raw.value !== null && (
        <>
          {' '}
          <span className="quiet small">{raw.unit}</span>
        </>
      )}
    </>
  )
}
