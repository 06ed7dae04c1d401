import type { OwnStanding } from '@anjie/contracts/vocabulary/home/standing'
import { LEAGUE_WORDS } from '@anjie/contracts/vocabulary/league-tables/leagueWords'
import { Link } from 'react-router'
import { standingWords as words } from '../../../locales/zh-CN/home.ts'
import { shortFigure } from '../../../ui/shortFigure.ts'
import { Table } from '../../../ui/table/Table.tsx'
import { IntervalBar } from '../../league-tables/table/IntervalBar.tsx'
import { RankChange } from '../../league-tables/table/RankChange.tsx'

/** 本级名次: place and movement, what the next place takes, and where most points were lost. */
export function OwnStandingPanel({ standing }: { standing: OwnStanding }) {
  const { cycleId, cycleName, released, row, ranked, next, lost } = standing
  const isPublished = released === 'published'
  return (
    <section className="panel stack" aria-label={words.own}>
      <div className="list-tools">
        <h2>{words.own}</h2>
        <Link to={`/cycles/${cycleId}/scorecard`}>{words.scorecard}</Link>
      </div>
      <p className="small quiet">{words.of(cycleName, row.groupName, isPublished)}</p>
      <dl className="standing-figures">
        <div>
          <dt>{words.rank}</dt>
          <dd className="rank">{rankText(standing)}</dd>
          {row.rank !== null && (
            <dd>
              <RankChange change={row.rankChange} />
            </dd>
          )}
        </div>
        <div>
          <dt>{words.score}</dt>
          <dd className="rank">{row.publishedScore ?? LEAGUE_WORDS.noScore}</dd>
          {row.grade !== null && <dd>{row.grade}</dd>}
        </div>
        {row.rank !== null && row.interval !== null && (
          <div>
            <dt>{words.interval}</dt>
            <dd>
              <IntervalBar interval={row.interval} rank={row.rank} of={ranked} />
            </dd>
          </div>
        )}
      </dl>
      {next !== null && <p>{words.next(String(next.rank), shortFigure(next.points))}</p>}
      {row.notRankedReason !== null && <p>{words.notRanked(row.notRankedReason)}</p>}
      <Table
        caption={words.lost}
        withCaption
        rows={lost}
        rowKey={({ node }) => node}
        empty={words.nothingLost}
        columns={[
          { key: 'name', name: words.indicator, isRowHead: true, wraps: true, text: ({ name }) => name },
          { key: 'points', name: words.lostPoints, kind: 'figure', text: ({ points }) => shortFigure(points) },
          { key: 'next', name: words.nextBand, wraps: true, text: ({ nextBand }) => nextBand ?? words.seeReceipt },
        ]}
      />
    </section>
  )
}

function rankText({ released, row: { rank, tied }, ranked }: OwnStanding): string {
  if (released === 'preview') return LEAGUE_WORDS.afterPublication
  if (rank === null) return LEAGUE_WORDS.notRanked
  return words.rankOf(String(rank), ranked, tied)
}
