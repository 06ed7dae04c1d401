import type { Receipt, Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { useState } from 'react'
import { Link } from 'react-router'
import { runWords as words } from '../../../locales/zh-CN/cycles.ts'
import { DecimalFigure, placesOf } from '../../../ui/DecimalFigure.tsx'
import { ItemFigure } from '../../../ui/ItemFigure.tsx'
import { shortFigure } from '../../../ui/shortFigure.ts'
import { RankChange } from '../table/RankChange.tsx'
import { SealNote } from '../table/SealNote.tsx'
import { ReceiptSheet } from './ReceiptSheet.tsx'
import { lostFirst } from './scorecardOrder.ts'

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
      <div className="list-tools" style={{ marginTop: 12 }}>
        <h2>{words.scorecard}</h2>
        <select
          className="plain"
          aria-label={words.order}
          value={order}
          onChange={(event) => setOrder(event.target.value === 'lost' ? 'lost' : 'scheme')}
        >
          <option value="lost">{words.lostFirst}</option>
          <option value="scheme">{words.schemeOrder}</option>
        </select>
      </div>
      <div className="table-scroll sheet sheet-landscape">
        <table className="list dense scorecard">
          <caption className="visually-hidden">{words.scorecard}</caption>
          <thead>
            <tr className="sheet-title">
              <th colSpan={6 + (withMax ? 1 : 0) + (withMedian ? 1 : 0)}>
                {row.name} {words.scorecard}　{row.groupName}
              </th>
            </tr>
            <tr>
              <th scope="col" className="indicator">
                {words.indicator}
              </th>
              {withMax && (
                <th scope="col" className="figure">
                  {words.max}
                </th>
              )}
              <th scope="col" className="figure">
                {words.raw}
              </th>
              {withMedian && (
                <th scope="col" className="figure">
                  {words.median}
                </th>
              )}
              <th scope="col" className="figure">
                {words.points}
              </th>
              <th scope="col" className="figure">
                {words.lost}
              </th>
              <th scope="col">{words.clause}</th>
              <th scope="col">{words.evidence}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.node} data-testid={`score-${each.node}`}>
                <th scope="row" className="wrap" style={order === 'scheme' ? { paddingLeft: 8 + 16 * each.depth } : {}}>
                  {each.leaf ? each.name : <strong>{each.name}</strong>}
                  {order === 'lost' && each.parent !== null && (
                    <div className="quiet small">{names.get(each.parent)}</div>
                  )}
                </th>
                {withMax && (
                  <td className="figure">
                    {each.maxPoints === null ? (
                      maxText(each)
                    ) : (
                      <DecimalFigure value={shortFigure(each.maxPoints)} places={places.max} />
                    )}
                  </td>
                )}
                <td className="figure wrap">
                  <RawValues receipt={each} />
                </td>
                {withMedian && (
                  <td className="figure">
                    {each.groupMedian === null ? (
                      words.noScore
                    ) : (
                      <DecimalFigure value={shortFigure(each.groupMedian)} places={places.median} />
                    )}
                  </td>
                )}
                <td className="figure">
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
                </td>
                <td className="figure">
                  {each.lostPoints !== null && (
                    <DecimalFigure value={shortFigure(each.lostPoints)} places={places.lost} />
                  )}
                </td>
                <td className="wrap rule-text">
                  {each.clause}
                  {each.status !== 'scored' && <div className="quiet small">{each.statusName}</div>}
                </td>
                <td>
                  {submissionId !== undefined && each.leaf && each.rawValues[0] !== undefined && (
                    <Link to={`/submissions/${submissionId}?item=${encodeURIComponent(each.rawValues[0].item)}`}>
                      {words.evidence}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
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
