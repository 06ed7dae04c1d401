import { Link, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { postPartsWords as words } from '../../../locales/zh-CN/postParts.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { Table } from '../../../ui/table/Table.tsx'

type Parts = Answer<(typeof OPERATIONS)['getPostParts']>
/** A holder's part, a vacant stretch, or all of it. */
type Part = Pick<Parts['vacant'][number], 'days'> & {
  readonly name: string
  readonly term: string
  readonly figures?: Pick<Parts, 'routine' | 'points'>
}

/** 各任分段: how a change of holder divides the days of an assessed post, and what fell in whose days. */
export default function PostPartsPage() {
  const { cycleId = '', postId = '' } = useParams()
  const read = useRead(OPERATIONS.getPostParts, { params: { cycleId, postId } })
  return <ReadState read={read}>{(found) => <Found found={found} postId={postId} />}</ReadState>
}

function Found({ found, postId }: { found: Parts; postId: string }) {
  const { title, cycle, days, holders, vacant } = found
  const term = (stretch: { readonly from: string; readonly to: string }): string =>
    `${dayText(stretch.from)}—${dayText(stretch.to)}`
  const parts: readonly Part[] = [
    ...holders.map((holder) => ({
      name: words.numberOf(holder.number),
      term: term(holder),
      days: holder.days,
      figures: holder,
    })),
    ...vacant.map((stretch) => ({ name: words.vacant, term: term(stretch), days: stretch.days })),
    { name: words.whole, term: '', days, figures: found },
  ]
  const figure = (key: keyof Parts['routine']) => ({
    key,
    name: words[key],
    kind: 'figure' as const,
    text: ({ figures }: Part) => (figures === undefined ? '' : String(figures.routine[key])),
  })
  const events = holders.flatMap((holder) => holder.events.map((event) => ({ ...event, number: holder.number })))
  return (
    <>
      <PageHead
        title={`${title} ${words.title}`}
        back={{ to: `/cycles/${cycle.id}`, label: cycle.name }}
        sub={
          <>
            {words.period} {dayText(cycle.dataFrom)}—{dayText(cycle.dataTo)} ·{' '}
            <Link to={`/duty-posts/${postId}/performance?year=${cycle.dataFrom.slice(0, 4)}`}>{words.performance}</Link>
          </>
        }
      />
      <p className="panel" role="note">
        {words.note}
      </p>
      <section className="panel">
        <Table<Part>
          caption={words.caption}
          isFramed
          rows={parts}
          rowKey={({ name, term: days }) => `${name} ${days}`}
          columns={[
            { key: 'holder', name: words.holder, text: ({ name }) => name, isRowHead: true },
            { key: 'term', name: words.period, text: (part) => part.term },
            { key: 'days', name: words.days, kind: 'figure', text: (part) => String(part.days) },
            { key: 'part', name: words.part, kind: 'figure', text: (part) => words.partOf(part.days, days) },
            figure('due'),
            figure('done'),
            figure('late'),
            figure('missed'),
            { key: 'points', name: words.points, kind: 'figure', text: ({ figures }) => figures?.points ?? '' },
          ]}
        />
      </section>
      <section className="panel">
        <h2>{words.events}</h2>
        <Table<(typeof events)[number]>
          caption={words.events}
          isFramed
          rows={events}
          rowKey={({ id }) => id}
          empty={words.noEvents}
          columns={[
            {
              key: 'entry',
              name: words.entry,
              text: ({ text }) => text,
              show: ({ id, text }) => <Link to={`/duty-events/${id}`}>{text}</Link>,
              isRowHead: true,
            },
            { key: 'on', name: words.on, text: ({ on }) => dayText(on) },
            { key: 'effect', name: words.effect, text: ({ effect }) => effect },
            { key: 'holder', name: words.holder, text: ({ number }) => words.numberOf(number) },
          ]}
        />
      </section>
    </>
  )
}
