import type { ApplicationSection, CriterionAnswer } from '@anjie/contracts/vocabulary/honours/application'
import { applicationOwner, applicationStandingName } from '@anjie/domain/honours/applicationTransitions'
import { BAR_LINE } from '@anjie/domain/honours/bars'
import { mayUrge } from '@anjie/domain/messages/urge'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { CaseState } from '../../../app/CaseState.tsx'
import { useConfig } from '../../../app/configContext.ts'
import { useKeptDraft } from '../../../app/drafts/useKeptDraft.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { NextCase } from '../../../app/NextCase.tsx'
import { PaperFile } from '../../../app/paper/PaperFile.tsx'
import { PaperSheet } from '../../../app/paper/PaperSheet.tsx'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { actionWords } from '../../../locales/zh-CN/actions.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { barWords, transferWords, applicationWords as words } from '../../../locales/zh-CN/honours.ts'
import { ladderWords } from '../../../locales/zh-CN/ladders.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { tellDone } from '../../../ui/told.ts'
import { UrgeButton } from '../../messages/UrgeButton.tsx'
import { ApplicationSteps } from './ApplicationSteps.tsx'
import { type ApplicationCase, readKeptMaterial } from './applicationCase.ts'
import { caseVerbs } from './applicationVerbs.ts'
import { approvalRows } from './approvalRows.ts'
import { CaseMaterial } from './CaseMaterial.tsx'
import { CaseSide } from './CaseSide.tsx'
import { Confirmations } from './Confirmations.tsx'
import { CoSignatures } from './CoSignatures.tsx'
import { DecisionDialog, type OpenDecision } from './DecisionDialog.tsx'
import { PlacesText } from './PlacesText.tsx'
import { TransferDialog } from './TransferDialog.tsx'
import { Visits } from './Visits.tsx'

/** One case, the same page for applicant and reviewers: material left, opinions and legal verbs right, the timeline below. */
export default function ApplicationPage() {
  const { applicationId = '' } = useParams()
  const application = useRead(OPERATIONS.getApplication, { params: { applicationId } })
  return (
    <CaseState read={application} of={{ applicationId }}>
      {(found) => <Case key={applicationId} found={found} loadNewest={() => void application.refetch()} />}
    </CaseState>
  )
}

function Case({ found, loadNewest }: { found: ApplicationCase; loadNewest: () => void }) {
  const me = useMe()
  const { publicOrigin } = useConfig()
  const { state, version, allowed } = found
  const owner = applicationOwner(state)
  const barred = found.eligibility.find(({ name, met }) => name === BAR_LINE && !met)
  const params = { applicationId: state.id }
  const [answers, setAnswers] = useState<CriterionAnswer[] | undefined>(undefined)
  const [statement, setStatement] = useState<string | undefined>(undefined)
  const [seen, setSeen] = useState<readonly ApplicationSection[]>(state.seen ?? [])
  const [transferring, setTransferring] = useState(false)
  const [decision, setDecision] = useState<OpenDecision | undefined>(undefined)
  const [decided, setDecided] = useState(false)
  const save = useCommand(OPERATIONS.saveApplication)
  const edited = answers !== undefined || statement !== undefined
  const { offer } = useKeptDraft({
    form: `application/${state.id}`,
    unsaved: edited,
    content: { answers: answers ?? null, statement: statement ?? null },
    version,
    read: readKeptMaterial,
    restore: (kept) => {
      setAnswers(kept.answers)
      setStatement(kept.statement)
    },
  })

  const saveNow = async (): Promise<number | undefined> => {
    if (!edited) return version
    const reply = await save.run({
      params,
      ifMatch: version,
      body: { answers: answers ?? state.answers, statement: statement ?? state.statement, seen: [...seen] },
    })
    if (reply === undefined) return undefined
    setAnswers(undefined)
    setStatement(undefined)
    return reply.version
  }
  const may = (action: string) => allowed.some((entry) => entry.action === action && entry.allowed)
  const editable = may('save')

  const decide = (step: OpenDecision) => ({ onPress: () => setDecision(step) })
  const verbs = caseVerbs(state).map((step) => {
    const verb = { action: step, label: words.verbs[step] }
    switch (step) {
      case 'save':
        return {
          ...verb,
          waiting: save.waiting,
          onPress: () => void saveNow().then((saved) => saved !== undefined && tellDone(commonWords.saved)),
        }
      case 'submit':
        return {
          ...verb,
          waiting: save.waiting,
          onPress: () => void saveNow().then((saved) => saved !== undefined && setDecision('submit')),
        }
      case 'transfer':
        return { ...verb, onPress: () => setTransferring(true) }
      case 'reject':
        return { ...verb, kind: 'danger' as const, ...decide(step) }
      default:
        return { ...verb, ...decide(step) }
    }
  })
  // With something typed, what would keep the saved draft from being submitted may just have been mended.
  const shownAllowed = allowed.map((entry) =>
    entry.action === 'submit' && edited && editable ? { action: 'submit', allowed: true } : entry,
  )

  return (
    <>
      <div className="on-screen">
        <PageHead
          title={state.unitName}
          back={{ to: '/applications', label: words.back }}
          state={<StateMark tone={toneOf(state.status)}>{applicationStandingName(state)}</StateMark>}
          sub={`${state.roundName} · ${state.cityName}${state.countyName}${state.townshipName ?? ''}`}
        >
          {mayCall(me.roles, OPERATIONS.getUnit) && <Link to={`/units/${state.unitId}`}>{ladderWords.openUnit}</Link>}
          {mayCall(me.roles, OPERATIONS.getLadder) && (
            <Link to={`/ladders/${state.unitId}`}>{ladderWords.openLadder}</Link>
          )}
          {mayCall(me.roles, OPERATIONS.urgeCase) && mayUrge({ owner, ofUnit: false }, me) && (
            <UrgeButton kind="application" id={state.id} name={state.unitName} />
          )}
          <Button onClick={() => window.print()}>{words.printSheet}</Button>
          <PaperFile
            label={words.paperFile}
            title={words.paperTitle}
            fileName={words.paperFileName(state.unitName, state.roundName)}
            rows={() => approvalRows(found)}
            at={state.updatedAt}
          />
        </PageHead>
        {state.status !== 'rejected' && <ApplicationSteps state={state} />}
        {decided && <NextCase kind="application" id={state.id} />}
        {offer}
        {save.problem !== undefined && (
          <ProblemNotice
            problem={save.problem}
            onLoadNewest={() => {
              save.clear()
              loadNewest()
            }}
            onClose={save.clear}
          />
        )}
        <div className="split even">
          <CaseMaterial
            found={found}
            editable={editable}
            answers={answers ?? state.answers}
            statement={statement ?? state.statement}
            onAnswers={setAnswers}
            onStatement={setStatement}
            seen={seen}
            onSeen={(section) => setSeen((known) => (known.includes(section) ? known : [...known, section]))}
          />
          <div className="case-side">
            <section className="panel">
              <h2>{words.legal}</h2>
              {found.unitChange !== undefined && (
                <p>
                  <StateMark tone="due">{words.unitChange}</StateMark>：{state.unitName}
                  {found.unitChange}
                </p>
              )}
              <PlacesText places={found.places} />
              {barred !== undefined && (
                <p>
                  <StateMark tone="stop">{barWords.title}</StateMark>：{barred.reason}
                </p>
              )}
              <p className="small">
                <Link to={`/bars/${state.unitId}`}>{barWords.ofUnit}</Link>
              </p>
              {state.held !== undefined && (
                <p>
                  <StateMark tone="due">{words.heldSince(dayText(beijingDay(state.held.at)))}</StateMark>：
                  {state.held.reason}
                </p>
              )}
              {state.transferred !== undefined && (
                <p>
                  <StateMark tone="due">{transferWords.title}</StateMark>：
                  {transferWords.taken(
                    `${state.transferred.post}${state.transferred.personName}`,
                    state.transferred.reason,
                  )}
                </p>
              )}
              {state.returnReason !== undefined && (
                <p>
                  <StateMark tone="due">{words.returned}</StateMark>：{state.returnReason}
                </p>
              )}
              <ActionBar
                verbs={verbs}
                allowed={shownAllowed}
                turn={turnText(me, owner, {
                  place: { county: state.countyName, city: state.cityName, province: '' }[owner?.level ?? 'province'],
                  dueOn: state.status === 'draft' ? (state.resubmitBy ?? state.closesOn ?? null) : null,
                  over: state.status === 'proposed' ? words.carried : actionWords.nobody,
                })}
              />
              {edited && <p className="quiet small">{commonWords.unsaved}</p>}
            </section>
            <Confirmations found={found} />
            <Visits found={found} />
            <CoSignatures found={found} />
            <CaseSide found={found} publicOrigin={publicOrigin} />
          </div>
        </div>
        <div className="below">
          <CaseTimeline kind="application" recordId={found.state.id} page={found} />
        </div>
        {transferring && <TransferDialog found={found} onClose={() => setTransferring(false)} />}
        {decision !== undefined && (
          <DecisionDialog
            decision={decision}
            found={found}
            onClose={() => setDecision(undefined)}
            onLoadNewest={loadNewest}
            onDone={(verb) => {
              setDecision(undefined)
              setDecided(true)
              tellDone(commonWords.done(verb))
            }}
          />
        )}
      </div>
      <PaperSheet title={words.paperTitle} rows={approvalRows(found)} />
    </>
  )
}
