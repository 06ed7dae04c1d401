import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { SCHEME_STATUS_NAMES, schemeOwner } from '@anjie/domain/schemes/schemeTransitions'
import { useReducer, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useKeptDraft } from '../../../app/drafts/useKeptDraft.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { trialWords } from '../../../locales/zh-CN/appeals.ts'
import { burdenWords } from '../../../locales/zh-CN/catalogue.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { methodWords, schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Summary } from '../../../ui/Summary.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { wholeNumber } from '../../../ui/wholeNumber.ts'
import { useBurdenLine } from '../burden/burdenLine.ts'
import { SchemeDifferencePanel } from '../difference/SchemeDifferencePanel.tsx'
import { SchemeWorkbookTools } from '../workbook/SchemeWorkbookTools.tsx'
import { isDirty, reduceEditor, startOf } from './editorState.ts'
import { SchemeEditor, useAssessment } from './SchemeEditor.tsx'
import { downloadScheme, readKeptScheme } from './schemeFile.ts'
import '../../../ui/form/criterion.css'
import { whenShown } from '../../../app/whenShown.tsx'
import { RadioField } from '../../../ui/form/RadioField.tsx'

const BurdenPanel = whenShown(() => import('../burden/BurdenPanel.tsx'))

type SchemeCase = Answer<(typeof OPERATIONS)['getScheme']>

/** A scheme that is kept: edited while it is a draft, read afterwards; published, copied, exported. */
export default function SchemePage() {
  const { schemeId = '' } = useParams()
  const scheme = useRead(OPERATIONS.getScheme, { params: { schemeId } })
  return (
    <ReadState read={scheme}>
      {(found) => <Found key={schemeId} found={found} loadNewest={async () => (await scheme.refetch()).data} />}
    </ReadState>
  )
}

function Found({ found, loadNewest }: { found: SchemeCase; loadNewest: () => Promise<SchemeCase | undefined> }) {
  const me = useMe()
  const navigate = useNavigate()
  const { state: record, version, allowed } = found
  const params = { schemeId: record.id }
  const [state, dispatch] = useReducer(reduceEditor, startOf(record.scheme, record.scheme))
  const [asking, setAsking] = useState<'publish' | 'copy' | 'close' | undefined>(undefined)
  // The version that the draft on the page was made from; a newer one is never overwritten unseen.
  const [base, setBase] = useState(version)
  const edit = useCommand(OPERATIONS.editScheme)
  const editable = allowed.some((entry) => entry.action === 'edit' && entry.allowed)
  const dirty = editable && isDirty(state)
  const { findings } = useAssessment(state.scheme)
  const errors = findings.filter((finding) => finding.severity === 'error').length
  const { offer } = useKeptDraft({
    form: `scheme/${record.id}`,
    unsaved: dirty,
    content: state.scheme,
    version: base,
    read: readKeptScheme,
    restore: (scheme, keptVersion) => {
      dispatch({ type: 'replace', scheme })
      // Made from an older version: saving it is refused until the newest has been looked at.
      if (keptVersion !== null) setBase(keptVersion)
    },
  })

  const save = async () => {
    const { scheme } = state
    const reply = await edit.run({ params, ifMatch: base, body: { scheme } })
    if (reply === undefined) return
    setBase(reply.version)
    dispatch({ type: 'saved', scheme })
    tellDone(words.saved)
  }
  const verbs = [
    {
      action: 'edit',
      label: words.verbs.edit,
      waiting: edit.waiting,
      onPress: () => void save(),
    },
    {
      action: 'publish',
      label: words.verbs.publish,
      kind: 'seal' as const,
      hindered: dirty ? words.saveFirst : errors > 0 ? words.publishHindered(errors) : undefined,
      onPress: () => setAsking('publish'),
    },
    { action: 'copy', label: words.verbs.copy, onPress: () => setAsking('copy') },
    { action: 'close', label: words.verbs.close, kind: 'danger' as const, onPress: () => setAsking('close') },
  ]

  return (
    <>
      <PageHead
        title={state.scheme.name}
        back={{ to: '/schemes', label: words.back }}
        state={<StateMark tone={toneOf(record.status)}>{SCHEME_STATUS_NAMES[record.status]}</StateMark>}
        sub={dirty ? commonWords.unsaved : record.copiedFrom === undefined ? undefined : words.copiedFrom}
      >
        <div className="row top">
          {editable && (
            <>
              <Button disabled={state.past.length === 0} onClick={() => dispatch({ type: 'undo' })}>
                {words.undo}
              </Button>
              <Button disabled={state.future.length === 0} onClick={() => dispatch({ type: 'redo' })}>
                {words.redo}
              </Button>
            </>
          )}
          <Button onClick={() => downloadScheme(state.scheme)}>{words.export}</Button>
          <SchemeWorkbookTools
            scheme={state.scheme}
            editable={editable}
            onImport={(scheme) => dispatch({ type: 'replace', scheme })}
          />
          <Button disabled={dirty} onClick={() => void navigate(`/schemes/${record.id}/method`)}>
            {methodWords.link}
          </Button>
          {mayCall(me.roles, OPERATIONS.trySchemeOnCycle) && (
            <Button disabled={dirty} onClick={() => void navigate(`/schemes/${record.id}/trial`)}>
              {trialWords.open}
            </Button>
          )}
          <ActionBar verbs={verbs} allowed={allowed} turn={turnText(me, schemeOwner(record))} />
        </div>
      </PageHead>
      {offer}
      {edit.problem !== undefined && (
        <ProblemNotice
          problem={edit.problem}
          onClose={edit.clear}
          onLoadNewest={() => {
            edit.clear()
            void loadNewest().then((newest) => {
              if (newest === undefined) return
              setBase(newest.version)
              // What was typed stays one undo away.
              dispatch({ type: 'replace', scheme: newest.state.scheme })
              dispatch({ type: 'saved', scheme: newest.state.scheme })
            })
          }}
        />
      )}
      <SchemeEditor state={state} dispatch={dispatch} editable={editable}>
        {mayCall(me.roles, OPERATIONS.getSchemeBurden) && <BurdenPanel schemeId={record.id} />}
        {record.copiedFrom !== undefined && (
          <SchemeDifferencePanel copiedFrom={record.copiedFrom} scheme={state.scheme} />
        )}
        <div className="below">
          <CaseTimeline kind="scheme" recordId={found.state.id} page={found} />
        </div>
      </SchemeEditor>
      {asking === 'publish' && (
        <PublishDialog
          schemeId={record.id}
          version={base}
          onTrial={record.status === 'trial'}
          scheme={state.scheme}
          warnings={findings.filter(({ severity }) => severity === 'warning').map(({ message }) => message)}
          onClose={() => setAsking(undefined)}
          onDone={(newVersion) => {
            setBase(newVersion)
            setAsking(undefined)
            tellDone(commonWords.done(words.verbs.publish))
          }}
        />
      )}
      {asking === 'close' && (
        <CloseDialog
          schemeId={record.id}
          name={record.scheme.name}
          version={base}
          onClose={() => setAsking(undefined)}
          onDone={(newVersion) => {
            setBase(newVersion)
            setAsking(undefined)
            tellDone(commonWords.done(words.verbs.close))
          }}
        />
      )}
      {asking === 'copy' && (
        <CopyDialog
          found={found}
          onClose={() => setAsking(undefined)}
          onDone={(id) => void navigate(`/schemes/${id}`)}
        />
      )}
    </>
  )
}

const leafCount = (node: SchemeNode): number =>
  node.kind === 'leaf' ? 1 : node.children.reduce((count, child) => count + leafCount(child), 0)

interface PublishDialogProps {
  readonly schemeId: string
  /** It is on trial already: what is left is to put it in force. */
  readonly onTrial: boolean
  readonly scheme: Scheme
  /** What the integrity check has remarked and nobody has put right. */
  readonly warnings: readonly string[]
  readonly version: number
  readonly onClose: () => void
  readonly onDone: (version: number) => void
}

function PublishDialog({ schemeId, version, onTrial, scheme, warnings, onClose, onDone }: PublishDialogProps) {
  const [as, setAs] = useState<'trial' | 'in-force'>('in-force')
  const publish = useCommand(OPERATIONS.publishScheme)
  const burdenLine = useBurdenLine(schemeId)
  return (
    <CommandDialog
      title={words.publishTitle}
      seal
      onClose={onClose}
      command={publish}
      input={() => ({ params: { schemeId }, ifMatch: version, body: { as } })}
      onDone={(reply) => onDone(reply.version)}
    >
      <p>{words.publishText}</p>
      <Summary
        label={words.publishTitle}
        none={commonWords.none}
        lines={[
          {
            label: words.summary.content,
            tone: 'work',
            entries: [words.summary.counts(leafCount(scheme.root), scheme.items.length, scheme.groups.length)],
          },
          { label: burdenWords.summary, tone: 'work', entries: burdenLine },
          { label: words.summary.warnings, tone: 'due', entries: warnings },
        ]}
      />
      <RadioField
        label={words.publishAs}
        value={as}
        choices={(['in-force', 'trial'] as const).map((value) => ({
          value,
          label: words.as[value],
          disabled: onTrial && value === 'trial',
        }))}
        onChange={setAs}
      />
    </CommandDialog>
  )
}

interface CloseDialogProps {
  readonly schemeId: string
  readonly name: string
  readonly version: number
  readonly onClose: () => void
  readonly onDone: (version: number) => void
}

function CloseDialog({ schemeId, name, version, onClose, onDone }: CloseDialogProps) {
  const [reason, setReason] = useState('')
  const close = useCommand(OPERATIONS.closeScheme)
  const error = useFieldErrors(close.problem)
  return (
    <CommandDialog
      title={words.closeTitle}
      danger
      confirmLabel={words.verbs.close}
      onClose={onClose}
      disabled={reason.trim().length < 2}
      command={close}
      input={() => ({ params: { schemeId }, ifMatch: version, body: { reason: reason.trim() } })}
      onDone={(reply) => onDone(reply.version)}
    >
      <p>{words.closeText(name)}</p>
      <TextField
        label={commonWords.reason}
        value={reason}
        rows={3}
        most={300}
        onChange={setReason}
        hint={commonWords.reasonNeeded}
        error={error('reason')}
        autoFocus
      />
    </CommandDialog>
  )
}

function CopyDialog({
  found,
  onClose,
  onDone,
}: {
  found: SchemeCase
  onClose: () => void
  onDone: (id: string) => void
}) {
  const { scheme, id } = found.state
  const [name, setName] = useState(() => scheme.name.replace(String(scheme.year), String(scheme.year + 1)))
  const [year, setYear] = useState(String(scheme.year + 1))
  const copy = useCommand(OPERATIONS.copyScheme)
  return (
    <CommandDialog
      title={words.copyTitle}
      onClose={onClose}
      disabled={name.trim().length < 2 || wholeNumber(year) === undefined}
      command={copy}
      input={() => ({ params: { schemeId: id }, body: { name, year: wholeNumber(year) ?? 0 } })}
      onDone={(reply) => onDone(reply.id)}
    >
      <TextField label={words.copyName} value={name} onChange={setName} most={80} autoFocus />
      <TextField label={words.copyYear} value={year} onChange={setYear} />
    </CommandDialog>
  )
}
