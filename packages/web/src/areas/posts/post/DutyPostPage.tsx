import type { DutyPost, DutyPostAction } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { USUAL_CADRES } from '@anjie/domain/posts/limits'
import { DUTY_POST_STATUS_NAMES, holderMark, SIDE_DUTY_NAMES } from '@anjie/domain/posts/postNames'
import { Fragment, useState } from 'react'
import { Link, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dutyPostWords as words } from '../../../locales/zh-CN/dutyPosts.ts'
import { dayText, dueText } from '../../../locales/zh-CN/format.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { tellDone } from '../../../ui/told.ts'
import { DutyPostDialog } from './DutyPostDialog.tsx'
import type { DutyPostCase } from './dutyPostCase.ts'

/** 岗位: what it is, who holds it and held it, and what is done with it. */
export default function DutyPostPage() {
  const { postId = '' } = useParams()
  const post = useRead(OPERATIONS.getDutyPost, { params: { postId } })
  return <ReadState read={post}>{(found) => <Found found={found} loadNewest={() => void post.refetch()} />}</ReadState>
}

const VERBS = Object.keys(words.verbs) as readonly DutyPostAction[]
const DANGER: ReadonlySet<DutyPostAction> = new Set(['end', 'take-back'])

function Found({ found, loadNewest }: { found: DutyPostCase; loadNewest: () => void }) {
  const me = useMe()
  const { state } = found
  const [asked, setAsked] = useState<DutyPostAction | null>(null)
  return (
    <>
      <PageHead
        title={found.title}
        back={{ to: '/duty-posts', label: words.back }}
        state={<StateMark tone={toneOf(state.status)}>{DUTY_POST_STATUS_NAMES[state.status]}</StateMark>}
        sub={`${POST_KINDS[state.kind].name} · ${state.townshipName} · ${words.unpaid}`}
      >
        <ActionBar
          verbs={VERBS.map((action) => ({
            action,
            label: words.verbs[action],
            onPress: () => setAsked(action),
            ...(DANGER.has(action) ? { kind: 'danger' as const } : {}),
          }))}
          allowed={found.allowed}
        />
      </PageHead>
      <div className="split">
        <Holders state={state} showsWork={mayCall(me.roles, OPERATIONS.getDutyPerformance)} />
        <Facts found={found} />
      </div>
      <div className="below">
        <CaseTimeline kind="duty-post" recordId={state.id} page={found} />
      </div>
      {asked !== null && (
        <DutyPostDialog
          action={asked}
          found={found}
          loadNewest={loadNewest}
          onClose={() => setAsked(null)}
          onDone={() => {
            tellDone(commonWords.done(words.verbs[asked]))
            setAsked(null)
          }}
        />
      )}
    </>
  )
}

type Holding = DutyPostCase['state']['holdings'][number]

function Holders({ state, showsWork }: { state: DutyPostCase['state']; showsWork: boolean }) {
  return (
    <section className="panel">
      <h2>{words.holders}</h2>
      <DataTable
        caption={words.holders}
        isPlain
        isUnsorted
        rows={state.holdings.toReversed()}
        rowKey={({ number }) => String(number)}
        empty={words.noHolders}
        columns={[
          { key: 'number', name: words.number, text: ({ number }: Holding) => words.numberOf(number) },
          { key: 'name', name: words.holder, text: ({ name }) => name, isRowHead: true },
          { key: 'mark', name: words.mark, text: (holding) => holderMark(holding) ?? '' },
          {
            key: 'besides',
            name: words.besides,
            text: ({ besides }) => besides.map((duty) => SIDE_DUTY_NAMES[duty]).join('、'),
            wraps: true,
          },
          {
            key: 'from',
            name: words.appointedOn,
            kind: 'day',
            text: ({ from }) => from,
            show: ({ from }) => dayText(from),
          },
          {
            key: 'to',
            name: words.until,
            kind: 'day',
            text: ({ to = '' }) => to,
            show: ({ to }) => (to === undefined ? '' : dayText(to)),
          },
          { key: 'left', name: words.left, text: ({ left }) => left?.reason ?? '', wraps: true },
        ]}
      />
      {showsWork && (
        <p>
          <Link to={`/duty-posts/${state.id}/performance`}>{words.performance}</Link>
        </p>
      )}
    </section>
  )
}

const termText = ({ from, to }: DutyPost['terms'][number] | DutyPostCase['state']['terms'][number]): string =>
  words.termOf(dayText(from), to === undefined ? undefined : dayText(to))

function Facts({ found: { state, overlap, vacantSince, dueOn } }: { found: DutyPostCase }) {
  const { cadres, takenOverFrom } = state
  const term = state.terms.at(-1)
  const lines: readonly (readonly [string, string | undefined])[] = [
    [words.township, state.townshipName],
    [words.term, state.terms.map(termText).join('；')],
    [words.basis, term?.basis],
    [words.reason, term?.reason],
    [words.cadres, cadres === undefined ? undefined : cadresText(cadres)],
    [words.vacantSince, vacantSince === undefined ? undefined : dayText(vacantSince)],
    [words.dueOn, dueOn === undefined ? undefined : dueText(dueOn)],
  ]
  return (
    <section className="panel">
      <h2>{words.facts}</h2>
      <dl className="facts">
        {lines.map(([name, text]) =>
          text === undefined || text === '' ? null : (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </Fragment>
          ),
        )}
        {takenOverFrom !== undefined && (
          <>
            <dt>{words.takenOver}</dt>
            <dd>
              <Link to={`/duty-posts/${takenOverFrom.postId}`}>{takenOverFrom.title}</Link>
            </dd>
          </>
        )}
      </dl>
      {overlap !== undefined && (
        <div className="stack">
          <h3>{words.overlap}</h3>
          <ul>
            {overlap.duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
          {overlap.isMany && (
            <p>
              <StateMark tone="due">{words.overlapManyText}</StateMark>
            </p>
          )}
          {!overlap.isSure && <p className="quiet small">{words.overlapHint}</p>}
        </div>
      )}
    </section>
  )
}

const cadresText = (cadres: number): string =>
  cadres < USUAL_CADRES.least || cadres > USUAL_CADRES.most ? words.cadresUnusual(cadres) : words.cadresOf(cadres)
