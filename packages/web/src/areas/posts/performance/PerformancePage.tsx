import { effectText } from '@anjie/domain/posts/duty-lists/dutyNames'
import { dutyPostTitle } from '@anjie/domain/posts/kinds/index'
import { Link, useParams, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { PaperFile } from '../../../app/paper/PaperFile.tsx'
import { PaperSheet } from '../../../app/paper/PaperSheet.tsx'
import { dutyEventWords, dutyPerformanceWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { Table } from '../../../ui/table/Table.tsx'
import { lastYears, thisYear } from '../lastYears.ts'
import { EntriesPanel } from './EntriesPanel.tsx'
import { type Performance, shareText, trainingsOf } from './performance.ts'
import { performanceRows } from './performanceRows.ts'
import { RoutineTable } from './RoutineTable.tsx'

/** 履职页: what a post is for, what is due and by when, how it stands, its negative events and trainings. */
export default function PerformancePage() {
  const { postId = '' } = useParams()
  const [query, setQuery] = useSearchParams()
  const asked = Number(query.get('year'))
  const year = Number.isInteger(asked) && asked > 0 ? asked : thisYear()
  const read = useRead(OPERATIONS.getDutyPerformance, { params: { postId }, query: { year } } as never)
  return (
    <ReadState read={read}>
      {(found) => <Found found={found} onYear={(value) => setQuery({ year: value })} />}
    </ReadState>
  )
}

function Found({ found, onYear }: { found: Performance; onYear: (year: string) => void }) {
  const me = useMe()
  const title = dutyPostTitle(found.post)
  const paperTitle = words.paperTitle(title, found.year)
  return (
    <>
      <div className="on-screen">
        <PageHead title={title} sub={`${words.title} · ${words.yearOf(found.year)}`}>
          <div className="row no-print">
            <Choice
              isInline
              aria-label={words.year}
              value={String(found.year)}
              choices={lastYears()}
              onChange={onYear}
            />
            <Button onClick={() => window.print()}>{words.print}</Button>
            <PaperFile
              label={words.file}
              title={paperTitle}
              fileName={words.fileName(title, found.year)}
              rows={() => performanceRows(found)}
              at={new Date().toISOString()}
            />
            {mayCall(me.roles, OPERATIONS.recordDutyEvent) && (
              <Link className="button" to={`/duty-events/new?post=${found.post.id}`}>
                {dutyEventWords.create}
              </Link>
            )}
          </div>
        </PageHead>
        <Holders holders={found.holders} />
        {found.lists === undefined && <p className="panel">{words.noLists}</p>}
        <RoutineTable routine={found.routine} />
        <EntriesPanel found={found} />
        <Events events={found.events} />
        <section className="panel">
          <h2>{words.trainings}</h2>
          {trainingsOf(found).length === 0 && <p className="quiet">{words.noTrainings}</p>}
          <ul>
            {trainingsOf(found).map(({ on, title: name, id }) => (
              <li key={id ?? `${on} ${name}`}>{`${dayText(on)} ${name}`}</li>
            ))}
          </ul>
        </section>
        {found.lists !== undefined && (
          <div className="below">
            <div className="split even">
              <Lines title={words.powers} lines={found.lists.powers} />
              <Lines title={words.duties} lines={found.lists.duties} />
            </div>
          </div>
        )}
      </div>
      <PaperSheet title={paperTitle} rows={performanceRows(found)} />
    </>
  )
}

function Holders({ holders }: { holders: Performance['holders'] }) {
  const figure = (key: 'due' | 'done' | 'late' | 'missed') => ({
    key,
    name: words[key],
    kind: 'figure' as const,
    text: ({ figures }: Performance['holders'][number]) => String(figures[key]),
  })
  return (
    <section className="panel">
      <h2>{words.holders}</h2>
      <Table
        caption={words.holders}
        isFramed
        rows={holders}
        rowKey={({ number }) => String(number)}
        empty={words.vacant}
        columns={[
          { key: 'name', name: words.holder, text: ({ name }) => name, isRowHead: true },
          {
            key: 'term',
            name: words.term,
            text: ({ from, to }) => words.termText(dayText(from), to === undefined ? undefined : dayText(to)),
          },
          figure('due'),
          figure('done'),
          figure('late'),
          figure('missed'),
          { key: 'share', name: words.share, text: ({ figures }) => shareText(figures) },
          { key: 'points', name: words.points, kind: 'figure', text: ({ points }) => points },
          {
            key: 'vetoed',
            name: words.vetoed,
            text: ({ vetoed }) => (vetoed ? words.vetoed : ''),
            show: ({ vetoed }) => vetoed && <StateMark tone="stop">{words.vetoed}</StateMark>,
          },
        ]}
      />
    </section>
  )
}

function Events({ events }: { events: Performance['events'] }) {
  return (
    <section className="panel">
      <h2>{words.events}</h2>
      <Table
        caption={words.events}
        isFramed
        rows={events}
        rowKey={({ id }) => id}
        empty={words.noEvents}
        columns={[
          {
            key: 'entry',
            name: dutyEventWords.entry,
            text: ({ fields }) => fields.entry,
            show: ({ id, fields }) => <Link to={`/duty-events/${id}`}>{fields.entry}</Link>,
            isRowHead: true,
          },
          { key: 'effect', name: dutyEventWords.effect, text: ({ fields }) => effectText(fields.effect) },
          { key: 'on', name: dutyEventWords.on, text: ({ fields }) => dayText(fields.on) },
          {
            key: 'status',
            name: dutyEventWords.outcome,
            text: ({ statusName }) => statusName,
            show: ({ status, statusName }) => <StateMark tone={toneOf(status)}>{statusName}</StateMark>,
          },
        ]}
      />
    </section>
  )
}

function Lines({
  title,
  lines,
}: {
  title: string
  lines: readonly { readonly code: string; readonly text: string }[]
}) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      <ol>
        {lines.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ol>
    </section>
  )
}
