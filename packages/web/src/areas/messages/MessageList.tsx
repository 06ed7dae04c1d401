import { Link, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../app/api/operations.ts'
import type { Answer } from '../../app/api/operationTypes.ts'
import { useCommand } from '../../app/api/useCommand.ts'
import { useRead } from '../../app/api/useRead.ts'
import { dueText, instantText, isOverdue } from '../../locales/zh-CN/format.ts'
import { messageWords as words } from '../../locales/zh-CN/messages.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ReadState } from '../../ui/ReadState.tsx'
import { useHomePath } from '../home/home/homePath.ts'
import '../../ui/caseList.css'

type Listed = Answer<(typeof OPERATIONS)['listMessages']>['rows'][number]

/** Messages of this post, a page at a time; one is read by opening its case, all by the button. */
export function MessageList({ box, empty }: { box?: 'told'; empty: string }) {
  const [search] = useSearchParams()
  const before = search.get('before') ?? undefined
  const read = useRead(OPERATIONS.listMessages, {
    query: { ...(box === undefined ? {} : { box }), ...(before === undefined ? {} : { before }) },
  })
  const mark = useCommand(OPERATIONS.readMessages)
  return (
    <ReadState read={read}>
      {({ rows, next }) => {
        const unread = rows.filter((row) => row.unread)
        const others = rows.filter((row) => !row.unread)
        // Up to what is shown and no further: what came meanwhile stays unread.
        const newest = rows
          .map(({ at }) => at)
          .sort()
          .at(-1)
        const open = (row: Listed) => {
          if (row.unread) void mark.run({ body: { keys: [row.key] } })
        }
        return (
          <>
            {mark.problem !== undefined && <ProblemNotice problem={mark.problem} onClose={mark.clear} />}
            {rows.length === 0 && <p className="quiet">{empty}</p>}
            <Section title={words.unread} rows={unread} onOpen={open}>
              {/* The mark is one for both boxes, so it is set where both are shown. */}
              {box === undefined && (
                <Button disabled={mark.waiting} onClick={() => void mark.run({ body: { upTo: newest } })}>
                  {words.readAll}
                </Button>
              )}
            </Section>
            <Section title={words.read} rows={others} onOpen={open} />
            <p className="row">
              {before !== undefined && <Link to="?">{words.newest}</Link>}
              {next !== null && <Link to={`?before=${encodeURIComponent(next)}`}>{words.earlier}</Link>}
            </p>
          </>
        )
      }}
    </ReadState>
  )
}

function Section(props: {
  title: string
  rows: readonly Listed[]
  onOpen: (row: Listed) => void
  children?: React.ReactNode
}) {
  if (props.rows.length === 0) return null
  return (
    <section className="panel" aria-label={props.title}>
      <div className="row spread">
        <h2>
          {props.title} <span className="quiet small">{words.count(props.rows.length)}</span>
        </h2>
        {props.children}
      </div>
      <ul className="case-list">
        {props.rows.map((row) => (
          <li key={row.key} className={row.unread ? 'unread' : undefined}>
            <div className="case">
              <div className="grow">
                <CaseName row={row} onOpen={() => props.onOpen(row)} />
                <div className="small">
                  {words.box[row.box]}：{row.text}
                  {row.box === 'work' && row.dueOn !== null && (
                    <span className={isOverdue(row.dueOn) ? 'error-text' : 'quiet'}> {dueText(row.dueOn)}</span>
                  )}
                </div>
              </div>
              <time className="quiet small" dateTime={row.at}>
                {instantText(row.at)}
              </time>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function CaseName({ row, onOpen }: { row: Listed; onOpen: () => void }) {
  const path = useHomePath()(row)
  const name = `${row.place === '' ? '' : `${row.place} `}${row.title}`
  if (path === undefined) return name
  return (
    <Link to={path} onClick={onOpen}>
      {name}
    </Link>
  )
}
