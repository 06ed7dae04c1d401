import { TrendChart } from '../../../charts/charts.tsx'
import { trendWords as words } from '../../../locales/zh-CN/leagueTables.ts'
import { DecimalFigure, placesOf } from '../../../ui/DecimalFigure.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import type { TrendPoint } from './trend.ts'

/** 历次位次和得分 of one county: two lines, and the figures as a table. */
export function CountyTrend({ county, points }: { county: string; points: readonly TrendPoint[] }) {
  const apart = points.slice(1).some(({ joins, present }) => present && !(joins.rank && joins.score))
  return (
    <div className="stack" data-testid="trend">
      <TrendChart
        title={words.chart(county)}
        description={words.chartSays(apart)}
        feet={points.map((point) => (point.isCurrent ? words.current : point.when))}
        lines={[
          {
            label: words.rankLine,
            values: points.map((point) => point.rank),
            texts: points.map((point) => String(point.rank ?? '')),
            leastOnTop: true,
            joins: points.map((point) => point.joins.rank),
          },
          {
            label: words.score,
            values: points.map((point) => (point.score === null ? null : Number(point.score))),
            texts: points.map((point) => point.score ?? ''),
            leastOnTop: false,
            joins: points.map((point) => point.joins.score),
          },
        ]}
        table={{
          columns: [words.cycle, words.group, words.rank, words.score],
          rows: points.map((point) => [
            point.name,
            point.groupName ?? words.absent,
            placeText(point),
            !point.present ? words.absent : point.score === null ? words.noScore : { figure: point.score },
          ]),
        }}
        ownTable={<TrendTable county={county} points={points} />}
      />
    </div>
  )
}

function TrendTable({ county, points }: { county: string; points: readonly TrendPoint[] }) {
  const places = placesOf(points.map((point) => point.score))
  return (
    <Table
      caption={`${county} ${words.title}`}
      isFramed
      testId="trend-table"
      rows={points}
      rowKey={(point) => point.key}
      columns={[
        {
          key: 'cycle',
          name: words.cycle,
          text: (point) => point.name,
          isRowHead: true,
          show: (point) => (
            <>
              {point.name} {point.isCurrent && <strong>{words.current}</strong>}
              {point.predecessors.length > 0 && (
                <div className="quiet small">{words.predecessors(point.predecessors)}</div>
              )}
            </>
          ),
        },
        { key: 'group', name: words.group, text: (point) => point.groupName ?? words.absent },
        { key: 'rank', name: words.rank, text: placeText },
        {
          key: 'score',
          name: words.score,
          kind: 'figure',
          text: (point) => (point.present ? (point.score ?? words.noScore) : words.absent),
          show: (point) =>
            !point.present ? (
              words.absent
            ) : point.score === null ? (
              words.noScore
            ) : (
              <DecimalFigure value={point.score} places={places} />
            ),
        },
      ]}
    />
  )
}

function placeText(point: TrendPoint): string {
  return !point.present
    ? words.absent
    : point.rank === null
      ? point.hidden
        ? words.afterPublication
        : words.notRanked
      : point.ranked === 0
        ? words.place(point.rank)
        : words.ranked(point.rank, point.ranked)
}
