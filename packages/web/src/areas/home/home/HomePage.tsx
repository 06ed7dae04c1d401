import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { WorkTabs } from '../../../app/WorkTabs.tsx'
import { dueText, instantText, isOverdue } from '../../../locales/zh-CN/format.ts'
import { homeWords as words } from '../../../locales/zh-CN/home.ts'
import { Button } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { AwaitedPanel } from '../standing/AwaitedPanel.tsx'
import { BelowPanel } from '../standing/BelowPanel.tsx'
import { OwnStandingPanel } from '../standing/OwnStandingPanel.tsx'
import '../standing/standing.css'
import { type HomeLine, useHomePath } from './homePath.ts'
import { oldestDueFirst } from './oldestDueFirst.ts'
import '../../../ui/caseList.css'

/** The rest stands among the copies. */
const RECENT_SHOWN = 5
const RECENT_SHOWN_WIDE = 12

/**
 * What waits for this post and, beneath it, how we stand; beside them what falls due, what happened here and whose figures are missing.
 * No charts above the work. Two stacks, so that a short list leaves no hole beside a long one.
 */
export default function HomePage() {
  const me = useMe()
  const home = useRead(OPERATIONS.getHome, {}, { every: 60_000 })
  return (
    <>
      <PageHead title={words.title} sub={`${me.jurisdictionName} ${me.post}`} />
      <WorkTabs />
      <ReadState read={home}>
        {({ toDo, more, dueSoon, recent, standings, awaited, disputeDoubts }) => {
          const isRanked = standings.own !== null || standings.below !== null
          // Who is ranked nowhere, as a unit, has what happened in the place of its standing, and more of it.
          const happened = <Recent rows={recent} most={isRanked ? RECENT_SHOWN : RECENT_SHOWN_WIDE} />
          return (
            <div className="home">
              <div className="home-stack">
                {disputeDoubts > 0 && (
                  <p className="panel">
                    <Link to="/disputes/doubts">{words.disputeDoubts(disputeDoubts)}</Link>{' '}
                    <Link to="/dispute-systems">{words.disputeSystems}</Link>
                  </p>
                )}
                <Column
                  title={words.toDo}
                  empty={words.toDoEmpty}
                  rows={oldestDueFirst(toDo)}
                  more={more}
                  rest={words.toDoMore}
                >
                  {(row) => <ToDo row={row} />}
                </Column>
                {standings.own !== null && <OwnStandingPanel standing={standings.own} />}
                {standings.below !== null && <BelowPanel below={standings.below} />}
                {!isRanked && happened}
              </div>
              <div className="home-stack">
                <Column title={words.dueSoon} empty={words.dueSoonEmpty} rows={oldestDueFirst(dueSoon)}>
                  {(row) => <Line row={row} right={row.dueOn === null ? null : <Due day={row.dueOn} />} />}
                </Column>
                {isRanked && happened}
                {awaited.rows.length > 0 && <AwaitedPanel awaited={awaited} />}
              </div>
            </div>
          )
        }}
      </ReadState>
    </>
  )
}

function Recent({ rows, most }: { rows: readonly HomeLine[]; most: number }) {
  return (
    <Column
      title={words.recent}
      empty={words.recentEmpty}
      rows={rows.slice(0, most)}
      more={rows.length > most}
      rest={<Link to="/copies">{words.recentMore}</Link>}
    >
      {(row) => <Line row={row} right={<time dateTime={row.updatedAt}>{instantText(row.updatedAt)}</time>} />}
    </Column>
  )
}

function Column(props: {
  title: string
  empty: string
  rows: readonly HomeLine[]
  /** Is there more than these? */
  more?: boolean
  /** Where the others are. */
  rest?: ReactNode
  children: (row: HomeLine) => ReactNode
}) {
  return (
    <section className="panel" aria-label={props.title}>
      <h2>
        {props.title} <span className="quiet small">{words.count(props.rows.length, props.more)}</span>
      </h2>
      {props.rows.length === 0 ? (
        <p className="quiet">{props.empty}</p>
      ) : (
        <ul className="case-list">
          {props.rows.map((row) => (
            <li key={`${row.kind} ${row.id} ${row.page} ${row.note ?? ''}`}>{props.children(row)}</li>
          ))}
        </ul>
      )}
      {props.more === true && <p className="quiet small">{props.rest}</p>}
    </section>
  )
}

function ToDo({ row }: { row: HomeLine }) {
  const navigate = useNavigate()
  const path = useHomePath()(row)
  return (
    <div className="case">
      <Case row={row} withDue />
      {path !== undefined && (
        <Button
          isMain
          isSmall
          aria-label={`${row.nextVerb ?? words.open} ${row.place}${row.title}`}
          onClick={() => void navigate(path)}
        >
          {row.nextVerb ?? words.open}
        </Button>
      )}
    </div>
  )
}

function Line({ row, right }: { row: HomeLine; right: ReactNode }) {
  return (
    <div className="case">
      <Case row={row} />
      <span className="quiet small">{right}</span>
    </div>
  )
}

function Case({ row, withDue = false }: { row: HomeLine; withDue?: boolean }) {
  const path = useHomePath()(row)
  const name = `${row.place === '' ? '' : `${row.place} `}${row.title}`
  return (
    <div className="grow">
      {path === undefined ? name : <Link to={path}>{name}</Link>}
      <div className="small">
        <StateMark tone={toneOf(row.status)}>{row.statusName}</StateMark>
        {withDue && row.dueOn !== null && (
          <>
            {' '}
            <Due day={row.dueOn} />
          </>
        )}
      </div>
      {row.note !== null && <div className="small quiet">{row.note}</div>}
    </div>
  )
}

function Due({ day }: { day: string }) {
  return <span className={`small ${isOverdue(day) ? 'error-text' : 'quiet'}`}>{dueText(day)}</span>
}
