import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { lineageOf } from '@anjie/domain/divisions/lineage'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { trendWords as words } from '../../../locales/zh-CN/leagueTables.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { CountyTrend } from './CountyTrend.tsx'
import { rankedIn, trendOf } from './trend.ts'
import { type TrendCycle, useEarlierTables } from './useEarlierTables.ts'

interface TrendPanelProps {
  readonly cycle: TrendCycle
  /** The rows of the table on the page; a scorecard has its own row alone. */
  readonly rows: readonly LeagueRow[]
}

/** The trend of the county of a scorecard, or of the one that is chosen out of a table. */
/** The trend is asked for when somebody wants to see it: a page's first view needs one question. */
export function TrendPanel({ cycle, rows }: TrendPanelProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState('')
  const row = rows.find((each) => each.subject === chosen) ?? rows[0]
  if (row === undefined) return null
  return (
    <section className="panel stack" aria-label={words.title} data-testid="trend-panel">
      <div className="list-tools">
        <h2>{words.title}</h2>
        {isOpen && rows.length > 1 && (
          <Choice
            isInline
            aria-label={words.county}
            data-testid="trend-county"
            value={row.subject}
            choices={rows.map((each) => ({ value: each.subject, label: each.name }))}
            onChange={setChosen}
          />
        )}
        {!isOpen && <Button onClick={() => setIsOpen(true)}>{words.show}</Button>}
      </div>
      {isOpen && <EarlierYears cycle={cycle} rows={rows} row={row} />}
    </section>
  )
}

function EarlierYears({ cycle, rows, row }: TrendPanelProps & { readonly row: LeagueRow }) {
  const earlier = useEarlierTables(cycle)
  const divisions = useRead(OPERATIONS.listDivisionChanges, {})
  return (
    <ReadState read={earlier}>
      {({ tables, sameRules }) =>
        tables.length === 0 ? (
          <p className="quiet">{words.none}</p>
        ) : (
          <>
            <p className="quiet small">{words.hint}</p>
            <CountyTrend
              county={row.name}
              points={trendOf(
                row.subject,
                tables,
                { name: cycle.name, row, ranked: rows.length > 1 ? rankedIn(rows, row.group) : undefined, sameRules },
                (day) => lineageOf(divisions.data?.changes ?? [], row.subject, day, cycle.dataTo).codes,
              )}
            />
          </>
        )
      }
    </ReadState>
  )
}
