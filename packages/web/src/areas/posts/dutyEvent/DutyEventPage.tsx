import type { DutyEventAction } from '@anjie/contracts/vocabulary/posts/dutyEvent'
import { dutyEventOwner } from '@anjie/domain/posts/duty-lists/dutyEventTransitions'
import { DUTY_EVENT_STATUS_NAMES, effectText } from '@anjie/domain/posts/duty-lists/dutyNames'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { Fragment, useState } from 'react'
import { Link, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { dutyEventWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { dayText, instantText } from '../../../locales/zh-CN/format.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { DutyEventDialog } from './DutyEventDialog.tsx'

type Found = Answer<(typeof OPERATIONS)['getDutyEvent']>

/** 一起负面事件: what is held against whom, their word, and what was decided. */
export default function DutyEventPage() {
  const { eventId = '' } = useParams()
  const read = useRead(OPERATIONS.getDutyEvent, { params: { eventId } })
  return <ReadState read={read}>{(found) => <Event found={found} loadNewest={() => void read.refetch()} />}</ReadState>
}

const VERBS = Object.keys(words.verbs) as readonly DutyEventAction[]
const byline = ({ personName, post, at }: { personName: string; post: string; at: string }) =>
  words.byline(personName, post, instantText(at))

function Event({ found, loadNewest }: { found: Found; loadNewest: () => void }) {
  const me = useMe()
  const { state } = found
  const [asked, setAsked] = useState<DutyEventAction | null>(null)
  const { recorded, word, decision } = words.stepNames
  return (
    <>
      <PageHead
        title={state.entry.text}
        back={{ to: '/duty-events', label: words.back }}
        state={<StateMark tone={toneOf(state.status)}>{DUTY_EVENT_STATUS_NAMES[state.status]}</StateMark>}
        sub={`${state.unitName} · ${POST_KINDS[state.postKind].name} · ${dayText(state.on)}`}
      >
        <ActionBar
          verbs={VERBS.map((action) => ({ action, label: words.verbs[action], onPress: () => setAsked(action) }))}
          allowed={found.allowed}
          turn={turnText(me, dutyEventOwner(state), { dueOn: state.status === 'asked' ? state.wordBy : null })}
        />
      </PageHead>
      <Steps
        label={words.steps}
        steps={[recorded, word, decision]}
        at={state.status === 'asked' ? 1 : state.status === 'heard' ? 2 : 3}
      />
      <div className="split">
        <div>
          <section className="panel">
            <h2>{words.ground}</h2>
            <p className="prose">{state.ground}</p>
            <p className="quiet">{byline(state.recordedBy)}</p>
          </section>
          <section className="panel">
            <h2>{words.word}</h2>
            <Word word={state.word} />
          </section>
          <section className="panel">
            <h2>{words.decision}</h2>
            {state.decision === undefined ? (
              <p className="quiet">{words.undecided}</p>
            ) : (
              <>
                <p className="prose">{`${words.outcomes[state.decision.outcome]}：${state.decision.reason}`}</p>
                <p className="quiet">{byline(state.decision)}</p>
              </>
            )}
          </section>
        </div>
        <Facts found={found} />
      </div>
      <div className="below">
        <CaseTimeline kind="duty-event" recordId={state.id} page={found} />
      </div>
      {asked !== null && (
        <DutyEventDialog action={asked} found={found} loadNewest={loadNewest} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

function Word({ word }: { word: Found['state']['word'] }) {
  if (word === undefined) return <p className="quiet">{words.waiting}</p>
  if (word.kind === 'silent') return <p className="quiet">{words.silent}</p>
  return (
    <>
      <p className="prose">{`${words[word.kind]}：${word.text}`}</p>
      <p className="quiet">{byline(word)}</p>
    </>
  )
}

function Facts({ found: { state, holder } }: { found: Found }) {
  const name = holder === undefined ? words.unknownHolder : holder.isIn ? holder.name : words.holderLeft(holder.name)
  const lines: readonly (readonly [string, string])[] = [
    [words.entry, state.entry.text],
    [words.effect, effectText(state.entry.effect)],
    [words.on, dayText(state.on)],
    [words.holder, name],
    [words.wordBy, dayText(state.wordBy)],
  ]
  return (
    <section className="panel">
      <h2>{words.facts}</h2>
      <dl className="facts">
        {lines.map(([label, text]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
      <p>
        <Link to={`/duty-posts/${state.postId}/performance`}>{words.performance}</Link>
      </p>
      <p>
        <Link to={`/duty-lists/${state.listsId}`}>{words.lists}</Link>
      </p>
    </section>
  )
}
