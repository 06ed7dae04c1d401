import { trendWords as words } from '../../../locales/zh-CN/leagueTables.ts'
import { DecimalFigure, placesOf } from '../../../ui/DecimalFigure.tsx'
import { plot } from '../../../ui/plot.ts'
import type { TrendPoint } from './trend.ts'

const FRAME = { width: 420, height: 100, margin: 26 } as const
/** Room beneath the line for the years. */
const FOOT = 18

interface LineProps {
  readonly label: string
  readonly caption: string
  readonly values: readonly (number | null)[]
  readonly texts: readonly string[]
  readonly feet: readonly string[]
  readonly leastOnTop: boolean
  readonly joins: readonly boolean[]
}

/** A line with the figure at every point; the same figures stand in the table beneath. */
function Line({ label, caption, values, texts, feet, leastOnTop, joins }: LineProps) {
  // The feet stand under every cycle, also under a gap.
  const places = plot(
    values.map(() => 0),
    { ...FRAME, leastOnTop },
  ).flat()
  const runs = plot(values, { ...FRAME, leastOnTop, joins })
  return (
    <figure className="trend-chart">
      <figcaption className="small quiet">{caption}</figcaption>
      <svg
        width={FRAME.width}
        height={FRAME.height + FOOT}
        viewBox={`0 0 ${FRAME.width} ${FRAME.height + FOOT}`}
        role="img"
        aria-label={label}
      >
        <line x1="8" x2={FRAME.width - 8} y1={FRAME.height} y2={FRAME.height} stroke="var(--line)" strokeWidth="1" />
        {places.map(({ index, x }) => (
          <text key={index} x={x} y={FRAME.height + 14} textAnchor="middle" fontSize="12" fill="var(--off)">
            {feet[index]}
          </text>
        ))}
        {runs.map((run) => (
          <g key={run[0]?.index}>
            <polyline
              points={run.map(({ x, y }) => `${x},${y}`).join(' ')}
              fill="none"
              stroke="var(--work)"
              strokeWidth="2"
            />
            {run.map(({ index, x, y }) => (
              <g key={index}>
                <circle
                  cx={x}
                  cy={y}
                  r="3.5"
                  fill={index === values.length - 1 ? 'var(--work)' : 'var(--paper)'}
                  stroke="var(--work)"
                />
                <text x={x} y={y - 8} textAnchor="middle" fontSize="12" fill="var(--ink)">
                  {texts[index]}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
    </figure>
  )
}

/** 历次位次和得分 of one county: two lines, and the figures as a table. */
export function TrendChart({ county, points }: { county: string; points: readonly TrendPoint[] }) {
  const feet = points.map((point) => (point.isCurrent ? words.current : point.when))
  const places = placesOf(points.map((point) => point.score))
  const apart = points.slice(1).some(({ joins, present }) => present && !(joins.rank && joins.score))
  return (
    <div className="trend" data-testid="trend">
      <div className="trend-charts">
        <Line
          label={words.rankChart(county)}
          caption={words.rank}
          values={points.map((point) => point.rank)}
          texts={points.map((point) => String(point.rank ?? ''))}
          feet={feet}
          leastOnTop
          joins={points.map((point) => point.joins.rank)}
        />
        <Line
          label={words.scoreChart(county)}
          caption={words.score}
          values={points.map((point) => (point.score === null ? null : Number(point.score)))}
          texts={points.map((point) => point.score ?? '')}
          feet={feet}
          leastOnTop={false}
          joins={points.map((point) => point.joins.score)}
        />
      </div>
      {apart && <p className="quiet small">{words.notJoined}</p>}
      <div className="table-scroll">
        <table className="list dense" data-testid="trend-table">
          <caption className="visually-hidden">
            {county} {words.title}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.cycle}</th>
              <th scope="col">{words.group}</th>
              <th scope="col">{words.rank}</th>
              <th scope="col" className="figure">
                {words.score}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.key}>
                <th scope="row">
                  {point.name} {point.isCurrent && <strong>{words.current}</strong>}
                  {point.predecessors.length > 0 && (
                    <div className="quiet small">{words.predecessors(point.predecessors)}</div>
                  )}
                </th>
                <td>{point.groupName ?? words.absent}</td>
                <td>
                  {!point.present
                    ? words.absent
                    : point.rank === null
                      ? point.hidden
                        ? words.afterPublication
                        : words.notRanked
                      : point.ranked === 0
                        ? words.place(point.rank)
                        : words.ranked(point.rank, point.ranked)}
                </td>
                <td className="figure">
                  {!point.present ? (
                    words.absent
                  ) : point.score === null ? (
                    words.noScore
                  ) : (
                    <DecimalFigure value={point.score} places={places} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
