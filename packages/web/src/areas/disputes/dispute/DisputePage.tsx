import { gravityNames, tierNames } from '@anjie/contracts/vocabulary/disputes/dispute'
import { disputeKindNames } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import { outcomeNames, outcomes } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { tellDone } from '../../../ui/told.ts'
import { OriginsTable } from '../OriginsTable.tsx'
import { DISPUTE_VERBS, DisputeStep, type DisputeVerb } from './DisputeStep.tsx'
import type { DisputeFound } from './disputeFound.ts'

/** 一起纠纷: what each system says of it beside the others, the attempts, the four outcomes, and its history. */
export default function DisputePage() {
  const { disputeId = '' } = useParams()
  const read = useRead(OPERATIONS.getDispute, { params: { disputeId } })
  return <ReadState read={read}>{(found) => <Found found={found} loadNewest={() => void read.refetch()} />}</ReadState>
}

function Found({ found, loadNewest }: { readonly found: DisputeFound; readonly loadNewest: () => void }) {
  const { state, systemNames } = found
  const [asked, setAsked] = useState<DisputeVerb | null>(null)
  const [first] = state.origins
  const kind = state.origins.find((origin) => origin.kind !== null)?.kind
  const said = outcomes.flatMap((outcome) => {
    const stated = state.origins.filter((origin) => origin.outcomes[outcome].stated)
    const [day] = stated.flatMap((origin) => origin.outcomes[outcome].on ?? []).toSorted()
    return stated.length === 0 ? [] : [`${outcomeNames[outcome]}${day === undefined ? '' : `（${dayText(day)}）`}`]
  })
  return (
    <>
      <PageHead
        title={kind === undefined || kind === null ? words.listTitle : `${disputeKindNames[kind]}${words.listTitle}`}
        back={{ to: '/disputes', label: words.back }}
        sub={
          <>
            {first === undefined ? '' : `${first.township} ${first.village}`} <code>{first?.caseNumber ?? ''}</code>
          </>
        }
        state={<StateMark tone={said.length === 0 ? 'work' : 'good'}>{said[0] ?? words.noOutcome}</StateMark>}
      >
        <ActionBar
          verbs={DISPUTE_VERBS.map((action) => ({
            action,
            label: words.verbs[action],
            onPress: () => setAsked(action),
            ...(action === 'separateDispute' ? { kind: 'danger' as const } : {}),
          }))}
          allowed={found.allowed}
        />
      </PageHead>
      {state.into !== undefined && (
        <Callout tone="due" title={words.joinedInto}>
          <Link to={`/disputes/${state.into}`}>{words.openInto}</Link>
        </Callout>
      )}
      {state.into === undefined && first === undefined && <Callout tone="due" title={words.withdrawn} />}
      <div className="stack">
        <section className="panel">
          <dl className="facts">
            <dt>{words.gravity}</dt>
            <dd>{state.gravity === null ? words.notSaid : gravityNames[state.gravity]}</dd>
            <dt>{words.tier}</dt>
            <dd>{state.tier === null ? words.notSaid : tierNames[state.tier]}</dd>
            {state.tierReason !== undefined && (
              <>
                <dt>{words.tierReason}</dt>
                <dd>{state.tierReason}</dd>
              </>
            )}
            <dt>{words.outcome}</dt>
            <dd>{said.length === 0 ? words.noOutcome : said.join('、')}</dd>
          </dl>
        </section>
        {state.origins.length > 0 && (
          <OriginsTable
            caption={words.origins}
            origins={state.origins}
            nameOf={({ system }) => systemNames[system] ?? ''}
          />
        )}
        <DataTable<(typeof state.attempts)[number]>
          caption={words.attemptsHead}
          name="attempts"
          rows={state.attempts}
          rowKey={({ on, organisation }) => `${on} ${organisation}`}
          empty={words.noAttempts}
          isWhole
          isPlain
          isUnsorted
          columns={[
            { key: 'on', name: words.on, kind: 'day', text: ({ on }) => on, show: ({ on }) => dayText(on) },
            { key: 'tier', name: words.tier, text: ({ tier }) => tierNames[tier] },
            { key: 'organisation', name: words.organisation, text: ({ organisation }) => organisation },
            {
              key: 'result',
              name: words.result,
              text: ({ agreed }) => (agreed ? words.attemptAgreed : words.attemptFailed),
            },
          ]}
        />
      </div>
      <div className="below">
        <CaseTimeline kind="dispute" recordId={state.id} page={found} />
      </div>
      {asked !== null && (
        <DisputeStep
          verb={asked}
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
