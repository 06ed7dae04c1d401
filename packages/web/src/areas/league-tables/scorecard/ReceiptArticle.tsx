import type { Receipt } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { runWords as words } from '../../../locales/zh-CN/cycles.ts'
import { periodText } from '../../../locales/zh-CN/format.ts'
import { ItemFigure } from '../../../ui/ItemFigure.tsx'
import { shortFigure } from '../../../ui/shortFigure.ts'
import { SealNote } from '../table/SealNote.tsx'

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
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{words.item}</th>
                <th scope="col">{words.period}</th>
                <th scope="col" className="figure">
                  {words.value}
                </th>
              </tr>
            </thead>
            <tbody>
              {receipt.rawValues.map((raw) => (
                <tr key={`${raw.item} ${raw.period}`}>
                  <th scope="row">
                    {raw.itemName} {raw.unit !== '' && <span className="quiet">（{raw.unit}）</span>}
                  </th>
                  <td>{periodText(raw.period)}</td>
                  <td className="figure">
                    <ItemFigure status={raw.status} value={raw.value} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {receipt.steps.length > 0 && (
        <section>
          <h3>{words.steps}</h3>
          <table className="list">
            <tbody>
              {receipt.steps.map((step) => (
                <tr key={`${step.label} ${step.value}`}>
                  <th scope="row">{step.label}</th>
                  <td className="figure" title={words.fullFigure(step.value)}>
                    {shortFigure(step.value)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {parts.length > 0 && (
        <section>
          <h3>{words.scorecard}</h3>
          <table className="list">
            <tbody>
              {parts.map((part) => (
                <tr key={part.node}>
                  <th scope="row">
                    {onOpen === undefined ? (
                      part.name
                    ) : (
                      <button type="button" className="plain" onClick={() => onOpen(part.node)}>
                        {part.name}
                      </button>
                    )}
                  </th>
                  <td className="figure">{part.points === null ? part.statusName : shortFigure(part.points)}</td>
                </tr>
              ))}
            </tbody>
          </table>
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
