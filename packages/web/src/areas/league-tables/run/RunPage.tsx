import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import { RUN_STATUS_NAMES, runOwner } from '@anjie/domain/league-tables/runTransitions'
import { assessorLevel } from '@anjie/domain/schemes/assessor'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { instantText } from '../../../locales/zh-CN/format.ts'
import { runWords as words } from '../../../locales/zh-CN/runs.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Summary } from '../../../ui/Summary.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { ArchiveDownload } from '../archive/ArchiveDownload.tsx'
import { useRunArchive } from '../archive/useRunArchive.ts'
import { LeaguePictures } from '../pictures/LeaguePictures.tsx'
import { ExportLeagueButton } from '../table/ExportLeagueButton.tsx'
import { LeagueTable } from '../table/LeagueTable.tsx'
import { TrendPanel } from '../trend/TrendPanel.tsx'
import { WhatIfPanel } from '../whatIf/WhatIfPanel.tsx'

type RunCase = Answer<(typeof OPERATIONS)['getRun']>

/** One run: its league table, and the two decisions that show it to others. */
export default function RunPage() {
  const { runId = '' } = useParams()
  const run = useRead(OPERATIONS.getRun, { params: { runId } })
  return <ReadState read={run}>{(found) => <Found found={found} loadNewest={() => void run.refetch()} />}</ReadState>
}

function Found({ found, loadNewest }: { found: RunCase; loadNewest: () => void }) {
  const me = useMe()
  const navigate = useNavigate()
  const { state, version, allowed } = found
  const archive = useRunArchive(state.id)
  const mayReadArchive = mayCall(me.roles, OPERATIONS.getRunArchive)
  const params = { runId: state.id }
  const [asking, setAsking] = useState<'preview' | 'publish' | undefined>(undefined)
  const preview = useCommand(OPERATIONS.previewRun)
  const publish = useCommand(OPERATIONS.publishRun)
  const used = asking === 'publish' ? publish : preview
  const error = useFieldErrors(preview.problem)
  const [earlyReason, setEarlyReason] = useState('')
  const [appealsUntil, setAppealsUntil] = useState('')
  const close = () => {
    setAsking(undefined)
    preview.clear()
    publish.clear()
  }
  const verbs = [
    { action: 'preview', label: words.verbs.preview, onPress: () => setAsking('preview') },
    { action: 'publish', label: words.verbs.publish, kind: 'seal' as const, onPress: () => setAsking('publish') },
  ]
  return (
    <>
      <PageHead
        title={`${state.cycleName} ${words.title}`}
        back={{ to: `/cycles/${state.cycleId}`, label: state.cycleName }}
        state={<StateMark tone={toneOf(state.status)}>{RUN_STATUS_NAMES[state.status]}</StateMark>}
        sub={
          <>
            {words.computedAt} {instantText(state.computedAt)} ·{' '}
            <Link to={`/schemes/${state.schemeId}/method`}>{words.method}</Link>
          </>
        }
      >
        <div className="row top">
          <Button className="no-print" onClick={() => window.print()}>
            {words.printTable}
          </Button>
          <ExportLeagueButton
            cycleName={state.cycleName}
            groups={state.groups}
            rows={state.rows}
            notes={state.notes}
            seal={state.seal}
          />
          <ActionBar verbs={verbs} allowed={allowed} turn={turnText(me, runOwner(state))} />
        </div>
      </PageHead>
      <LeagueTable
        groups={state.groups}
        rows={state.rows}
        outstanding={state.outstanding}
        notes={state.notes}
        seal={state.seal}
        caption={`${state.cycleName} ${words.title}`}
        kindName={SUBJECT_KIND_NAMES[found.cycle.subjectKind]}
        onOpen={(row) => void navigate(`/runs/${state.id}/scorecards/${row.subject}`)}
        onReceipt={(row, node) =>
          void navigate(`/runs/${state.id}/scorecards/${row.subject}?node=${encodeURIComponent(node)}`)
        }
      />
      <div className="stack no-print below">
        <LeaguePictures
          cycleName={state.cycleName}
          groups={state.groups}
          rows={state.rows}
          kindName={SUBJECT_KIND_NAMES[found.cycle.subjectKind]}
          ofCounties={found.cycle.subjectKind === 'county'}
        />
        <WhatIfPanel groups={state.groups} rows={state.rows} archive={mayReadArchive ? archive : undefined} />
        <TrendPanel cycle={found.cycle} rows={state.rows} />
        {mayReadArchive && <ArchiveDownload archive={archive} cycleName={state.cycleName} runId={state.id} />}
        <details className="panel small quiet">
          <summary>{words.forChecking}</summary>
          <dl className="facts">
            <dt>{words.engine}</dt>
            <dd>
              <code>{state.engineVersion}</code>
            </dd>
            <dt>{words.hash}</dt>
            <dd>
              <code>{state.resultHash}</code>
            </dd>
          </dl>
        </details>
        <CaseTimeline kind="run" recordId={found.state.id} page={found} />
      </div>
      <Dialog
        title={asking === 'publish' ? words.publishTitle : words.previewTitle}
        open={asking !== undefined}
        onClose={close}
        seal={asking === 'publish'}
        disabled={asking === 'preview' && appealsUntil === ''}
        waiting={used.waiting}
        problem={used.problem}
        onLoadNewest={() => {
          used.clear()
          loadNewest()
        }}
        onConfirm={() => {
          const verb = asking === 'publish' ? words.verbs.publish : words.verbs.preview
          const call = { params, ifMatch: version }
          void (
            asking === 'publish'
              ? publish.run({ ...call, body: earlyReason.trim() === '' ? {} : { earlyReason: earlyReason.trim() } })
              : preview.run({ ...call, body: { appealsUntil } })
          ).then((reply) => {
            if (reply === undefined) return
            tellDone(commonWords.done(verb))
            close()
          })
        }}
      >
        <p>{asking === 'publish' ? words.publishText[assessorLevel(state)] : words.previewText}</p>
        {asking === 'publish' && (
          <Summary
            label={words.publishTitle}
            none={commonWords.none}
            lines={[
              {
                label: words.summary.ranked,
                tone: 'work',
                entries: [
                  words.summary.rankedOf(state.rows.filter(({ rank }) => rank !== null).length, state.rows.length),
                ],
              },
              {
                label: words.notRanked,
                tone: 'due',
                entries: state.rows
                  .filter(({ rank }) => rank === null)
                  .map(({ name, notRankedReason }) =>
                    notRankedReason === null ? name : `${name}：${notRankedReason}`,
                  ),
              },
              {
                label: words.outstanding,
                tone: 'due',
                entries: state.rows
                  .filter(({ subject }) => state.outstanding.includes(subject))
                  .map(({ name }) => name),
              },
            ]}
          />
        )}
        {asking === 'publish' && (
          <TextField
            label={words.earlyReason}
            value={earlyReason}
            most={300}
            onChange={setEarlyReason}
            hint={words.earlyReasonHint}
            error={error('earlyReason')}
          />
        )}
        {asking === 'preview' && (
          <DateField
            label={words.appealsUntil}
            value={appealsUntil}
            onChange={setAppealsUntil}
            hint={words.appealsHint}
            error={error('appealsUntil')}
          />
        )}
      </Dialog>
    </>
  )
}
