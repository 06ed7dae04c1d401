import type { Receipt } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { Link } from 'react-router'
import { periodText } from '../../../locales/zh-CN/format.ts'
import { runWords as words } from '../../../locales/zh-CN/runs.ts'
import { ItemFigure } from '../../../ui/ItemFigure.tsx'
import { shortFigure } from '../../../ui/shortFigure.ts'
import { Table } from '../../../ui/table/Table.tsx'
import { countedPath } from '../../submissions/entry/countedPath.ts'
import { SealNote } from '../table/SealNote.tsx'
import './ReceiptArticle.css'
import '../../../ui/clause.css'

interface ReceiptArticleProps {
  readonly receipt: Receipt
  /** Whose points these are, and under which heading. */
  readonly place: string
  readonly parts: readonly Receipt[]
  readonly seal?: string | undefined
  readonly onOpen?: (node: string) => void
}

/** 得分凭据: raw value, rule, intermediate figures, points, and what would have given more. */
export function ReceiptArticle({ receipt, place, parts, seal, onOpen }: ReceiptArticleProps) {
  return (
    <article className="receipt print-sheet stack" aria-label={`${receipt.name} ${words.receipt}`}>
      <header>
        <p className="quiet">{place}</p>
        <h2>{receipt.name}</h2>
        <p className="points">
          {receipt.points === null ? receipt.statusName : shortFigure(receipt.points)}
          {receipt.maxPoints !== null && (
            <span className="quiet small">
              {' '}
              {words.fullScore} {shortFigure(receipt.maxPoints)}
            </span>
          )}
        </p>
        {receipt.lostPoints !== null && receipt.lostPoints !== '0' && (
          <p>
            {words.lost} {shortFigure(receipt.lostPoints)}
          </p>
        )}
      </header>
      <section>
        <h3>{words.clause}</h3>
        <p className="clause">{receipt.clause}</p>
      </section>
      {receipt.rawValues.length > 0 && (
        <section>
          <h3>{words.rawValues}</h3>
          <Table
            caption={words.rawValues}
            rows={receipt.rawValues}
            rowKey={(raw) => `${raw.item} ${raw.period}`}
            columns={[
              {
                key: 'item',
                name: words.item,
                text: (raw) => raw.itemName,
                show: (raw) => (
                  <>
                    {raw.itemName} {raw.unit !== '' && <span className="quiet">（{raw.unit}）</span>}
                  </>
                ),
                isRowHead: true,
              },
              { key: 'period', name: words.period, text: (raw) => periodText(raw.period) },
              {
                key: 'value',
                name: words.value,
                kind: 'figure',
                text: (raw) => raw.value ?? '',
                show: (raw) => <ItemFigure status={raw.status} value={raw.value} />,
              },
              {
                key: 'counted',
                name: words.counted,
                text: (raw) => (raw.counted ?? []).map(({ rows }) => words.countedRows(rows)).join('，'),
                show: (raw) =>
                  (raw.counted ?? []).map(({ submission, period, drawing, rows }) => (
                    <Link key={period} to={countedPath(submission, { item: raw.item, period, drawing })}>
                      {words.countedRows(rows)}
                    </Link>
                  )),
              },
            ]}
          />
        </section>
      )}
      {receipt.steps.length > 0 && (
        <section>
          <h3>{words.steps}</h3>
          <Table
            caption={words.steps}
            isHeadless
            rows={receipt.steps}
            rowKey={(step) => `${step.label} ${step.value}`}
            columns={[
              { key: 'label', name: words.steps, text: (step) => step.label, isRowHead: true },
              {
                key: 'value',
                name: words.value,
                kind: 'figure',
                text: (step) => step.value,
                show: (step) => <span title={words.fullFigure(step.value)}>{shortFigure(step.value)}</span>,
              },
            ]}
          />
        </section>
      )}
      {parts.length > 0 && (
        <section>
          <h3>{words.scorecard}</h3>
          <Table
            caption={words.scorecard}
            isHeadless
            rows={parts}
            rowKey={(part) => part.node}
            columns={[
              {
                key: 'name',
                name: words.indicator,
                text: (part) => part.name,
                show: (part) =>
                  onOpen === undefined ? (
                    part.name
                  ) : (
                    <button type="button" className="plain" onClick={() => onOpen(part.node)}>
                      {part.name}
                    </button>
                  ),
                isRowHead: true,
              },
              {
                key: 'points',
                name: words.points,
                kind: 'figure',
                text: (part) => (part.points === null ? part.statusName : shortFigure(part.points)),
                show: (part) => (part.points === null ? part.statusName : shortFigure(part.points)),
              },
            ]}
          />
        </section>
      )}
      <dl className="facts">
        {receipt.groupMedian !== null && (
          <>
            <dt>{words.median}</dt>
            <dd>{shortFigure(receipt.groupMedian)}</dd>
          </>
        )}
        {receipt.nextBand !== null && (
          <>
            <dt>{words.next}</dt>
            <dd>{receipt.nextBand}</dd>
          </>
        )}
      </dl>
      {seal !== undefined && <SealNote seal={seal} />}
    </article>
  )
}
