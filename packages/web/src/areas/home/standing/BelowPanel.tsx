import type { StandingBelow } from '@anjie/contracts/vocabulary/home/standing'
import { changeText, LEAGUE_WORDS } from '@anjie/contracts/vocabulary/league-tables/leagueWords'
import { useState } from 'react'
import { Link } from 'react-router'
import { DistributionChart } from '../../../charts/charts.tsx'
import { standingWords as words } from '../../../locales/zh-CN/home.ts'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import { RankChange } from '../../league-tables/table/RankChange.tsx'

/** From so many on a picture says more than their names. */
const MANY = 15

/** 所辖名次: where those below stand in the newest published table. */
export function BelowPanel({ below }: { below: StandingBelow }) {
  const { cycleId, cycleName, groups, rows } = below
  const [chosen, setChosen] = useState('')
  const group = groups.find(({ code }) => code === chosen) ?? groups[0]
  if (group === undefined) return null
  const isMany = rows.length > MANY
  const inGroup = rows.filter((row) => row.group === group.code)
  return (
    <section className="panel stack" aria-label={words.below}>
      <div className="list-tools">
        <h2>{words.below}</h2>
        <Link to={`/cycles/${cycleId}/league-table`}>{words.table}</Link>
      </div>
      {isMany ? (
        <>
          {groups.length > 1 && (
            <ChoiceField
              label={words.group}
              value={group.code}
              choices={groups.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={setChosen}
            />
          )}
          <DistributionChart
            title={words.distribution(cycleName, group.name)}
            description={words.distributionSays}
            members={inGroup.map(({ name, publishedScore }) => ({ name, value: publishedScore }))}
          />
        </>
      ) : (
        <Table
          caption={cycleName}
          withCaption
          rows={rows}
          rowKey={({ subject }) => subject}
          groupOf={(row) => (groups.length > 1 ? groups.find(({ code }) => code === row.group)?.name : undefined)}
          columns={[
            {
              key: 'rank',
              name: words.rank,
              kind: 'figure',
              text: ({ rank }) => (rank === null ? LEAGUE_WORDS.notRanked : String(rank)),
            },
            { key: 'name', name: words.subject, isRowHead: true, text: ({ name }) => name },
            {
              key: 'score',
              name: words.score,
              kind: 'figure',
              text: (row) => row.publishedScore ?? LEAGUE_WORDS.noScore,
            },
            {
              key: 'change',
              name: words.change,
              text: ({ rankChange }) => changeText(rankChange),
              show: ({ rankChange }) => <RankChange change={rankChange} />,
            },
          ]}
        />
      )}
    </section>
  )
}
