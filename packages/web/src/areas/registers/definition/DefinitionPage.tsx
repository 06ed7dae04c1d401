import { READY_REGISTERS } from '@anjie/domain/registers/ready/readyRegisters'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useKeptDraft } from '../../../app/drafts/useKeptDraft.tsx'
import { registerWords as words } from '../../../locales/zh-CN/registers.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { FormProblem } from '../../../ui/form/FormProblem.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { tellDone } from '../../../ui/told.ts'
import { DefinitionFields } from './DefinitionFields.tsx'
import {
  blankDefinition,
  definitionOf,
  type EditedDefinition,
  editedOf,
  readKeptDefinition,
} from './editedDefinition.ts'

/** 台账定义: a new one, best from a ready-made one, or the one that is there. */
export default function DefinitionPage() {
  const { registerId } = useParams()
  return registerId === undefined ? <NewRegister /> : <StoredRegister registerId={registerId} />
}

function NewRegister() {
  const [ready, setReady] = useState('')
  const [code, setCode] = useState('')
  const [edited, setEdited] = useState<EditedDefinition>(blankDefinition)
  const define = useCommand(OPERATIONS.defineRegister)
  const navigate = useNavigate()
  const { offer, settle } = useKeptDraft<EditedDefinition>({
    form: 'register/new',
    unsaved: edited.name !== '',
    content: edited,
    read: readKeptDefinition,
    restore: setEdited,
  })
  const take = (chosen: string) => {
    const found = READY_REGISTERS.find((each) => each.code === chosen)
    setReady(chosen)
    setCode(chosen)
    setEdited(found === undefined ? blankDefinition : editedOf(found.definition))
  }
  return (
    <>
      <PageHead title={words.create} back={{ to: '/registers', label: words.back }}>
        <Choice
          isInline
          aria-label={words.fromReady}
          none={words.blankReady}
          value={ready}
          choices={READY_REGISTERS.map((each) => ({ value: each.code, label: each.definition.name }))}
          onChange={take}
        />
      </PageHead>
      <FormProblem problem={define.problem}>
        {offer}
        <div className="stack">
          <TextField label={words.code} name="code" value={code} most={24} hint={words.codeHint} onChange={setCode} />
          <DefinitionFields key={ready} edited={edited} onChange={setEdited} isNew mayEdit />
          {define.problem !== undefined && <ProblemNotice problem={define.problem} />}
          <div className="row">
            <Button
              isMain
              waiting={define.waiting}
              disabled={code === '' || edited.name === ''}
              onClick={() => {
                void define.run({ body: { code, definition: definitionOf(edited) } as never }).then((reply) => {
                  if (reply === undefined) return
                  settle()
                  tellDone(words.defined(edited.name))
                  void navigate(`/registers/${reply.id}/definition`)
                })
              }}
            >
              {words.define}
            </Button>
          </div>
        </div>
      </FormProblem>
    </>
  )
}

function StoredRegister({ registerId }: { registerId: string }) {
  const read = useRead(OPERATIONS.getRegister, { params: { registerId } })
  return (
    <ReadState read={read}>{(data) => <Stored key={data.version} data={data} registerId={registerId} />}</ReadState>
  )
}

type Found = NonNullable<ReturnType<typeof useRead<(typeof OPERATIONS)['getRegister']>>['data']>

function Stored({ data: { state, version, allowed }, registerId }: { data: Found; registerId: string }) {
  const [edited, setEdited] = useState(() => editedOf(state))
  const [reason, setReason] = useState('')
  const [closing, setClosing] = useState(false)
  const redefine = useCommand(OPERATIONS.redefineRegister)
  const close = useCommand(OPERATIONS.closeRegister)
  const start = useRef(edited)
  const { offer, settle } = useKeptDraft<EditedDefinition>({
    form: `register/${registerId}/definition`,
    unsaved: edited !== start.current,
    content: edited,
    version,
    read: readKeptDefinition,
    restore: setEdited,
  })
  const mayEdit = allowed.some(({ action, allowed: may }) => action === 'redefineRegister' && may)
  const isOpen = state.status === 'open'
  return (
    <>
      <PageHead
        title={`${state.name} ${words.definition}`}
        sub={mayEdit ? undefined : words.readOnly}
        back={{ to: '/registers', label: words.back }}
        {...(isOpen ? {} : { state: <StateMark tone="off">{words.closed}</StateMark> })}
      >
        {mayEdit && <Button onClick={() => setClosing(true)}>{isOpen ? words.close : words.reopen}</Button>}
      </PageHead>
      <FormProblem problem={redefine.problem}>
        {offer}
        <div className="stack">
          <DefinitionFields edited={edited} onChange={setEdited} isNew={false} mayEdit={mayEdit} />
          {mayEdit && (
            <>
              <TextField label={words.reason} name="reason" value={reason} most={200} onChange={setReason} />
              {redefine.problem !== undefined && <ProblemNotice problem={redefine.problem} />}
              <div className="row">
                <Button
                  isMain
                  waiting={redefine.waiting}
                  disabled={reason.trim().length < 2}
                  onClick={() => {
                    void redefine
                      .run({
                        params: { registerId },
                        ifMatch: version,
                        body: { definition: definitionOf(edited), reason } as never,
                      })
                      .then((reply) => {
                        if (reply === undefined) return
                        settle()
                        tellDone(words.redefined)
                      })
                  }}
                >
                  {words.redefine}
                </Button>
              </div>
            </>
          )}
        </div>
      </FormProblem>
      {closing && (
        <CommandDialog
          title={isOpen ? words.close : words.reopen}
          danger={isOpen}
          onClose={() => setClosing(false)}
          missing={[reason.trim().length < 2 ? words.reason : undefined]}
          command={close}
          input={() => ({
            params: { registerId },
            ifMatch: version,
            body: { status: isOpen ? ('closed' as const) : ('open' as const), reason },
          })}
          onDone={() => {
            tellDone(words.statusDone)
            setClosing(false)
          }}
        >
          {isOpen && <p>{words.closeText}</p>}
          <TextField label={words.reason} name="reason" value={reason} most={200} onChange={setReason} autoFocus />
        </CommandDialog>
      )}
    </>
  )
}
