import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { isComplete, type PostDraft, PostFields, postBody, scopesOf } from './PostFields.tsx'
import type { PostPlace } from './postPlace.ts'
import { ToldOnce } from './ToldOnce.tsx'

interface PostSheetProps {
  readonly id: string
  readonly place: PostPlace
  readonly onMore: (person: { readonly id: string; readonly personName: string }) => void
  readonly onClose: () => void
}

/** One post: change it, send another code, give its person one more, end it at once. */
export function PostSheet({ id, ...given }: PostSheetProps) {
  const read = useRead(OPERATIONS.getMembership, { params: { membershipId: id } })
  return <ReadState read={read}>{(found) => <Sheet found={found} {...given} />}</ReadState>
}

interface SheetProps extends Omit<PostSheetProps, 'id'> {
  readonly found: Answer<(typeof OPERATIONS)['getMembership']>
}

function Sheet({ found: { state, version, allowed, timeline }, place, onMore, onClose }: SheetProps) {
  const [post, setPost] = useState(state.post)
  const [draft, setDraft] = useState<PostDraft>({
    roles: state.roles,
    units: (state.units ?? []).map(({ id }) => id),
    honours: state.honours ?? [],
    scopes: state.scopes ?? [],
    validUntil: state.validUntil,
  })
  const [reason, setReason] = useState('')
  const [code, setCode] = useState<string | undefined>(undefined)
  const change = useCommand(OPERATIONS.changeMembership)
  const renew = useCommand(OPERATIONS.renewInvitation)
  const end = useCommand(OPERATIONS.endMembership)
  const error = useFieldErrors(change.problem)
  const may = (action: string) => allowed.some((each) => each.action === action && each.allowed)
  const why = allowed.find(({ action }) => action === 'change')?.reason
  const to = { params: { membershipId: state.id }, ifMatch: version }
  const isMachine = state.holder === 'machine'
  if (code !== undefined) return <ToldOnce told={[[state.personName, code]]} onClose={onClose} />
  return (
    <Dialog
      title={words.changeOf(state.personName)}
      open
      width={640}
      onClose={onClose}
      waiting={change.waiting || renew.waiting || end.waiting}
      problem={change.problem ?? renew.problem ?? end.problem}
      disabled={!may('change') || post === '' || !isComplete(draft)}
      onConfirm={() => {
        const body = { post, ...postBody(draft), ...(isMachine ? { scopes: scopesOf(draft) } : {}) }
        void change.run({ ...to, body }).then((reply) => reply !== undefined && onClose())
      }}
    >
      <p className="quiet small">{state.jurisdictionName}</p>
      {why !== undefined && <p role="status">{why}</p>}
      <TextField label={words.post} value={post} most={60} onChange={setPost} error={error('post')} />
      <PostFields
        draft={draft}
        onChange={setDraft}
        error={error}
        level={state.jurisdiction.level}
        ofOwnPlace={place.isOwn}
        ofMachine={isMachine}
        known={state.units ?? []}
      />
      <div className="row">
        {may('renew') && (
          <Button onClick={() => void renew.run({ ...to, body: {} }).then((reply) => setCode(reply?.code))}>
            {words.again}
          </Button>
        )}
        {may('change') && !isMachine && (
          <Button onClick={() => onMore({ id: state.id, personName: state.personName })}>{words.more}</Button>
        )}
      </div>
      {may('end') && (
        <>
          <TextField label={words.reason} value={reason} most={200} hint={words.endHint} onChange={setReason} />
          <div>
            <Button
              isDanger
              disabled={reason.trim().length < 2}
              onClick={() =>
                void end.run({ ...to, body: { reason } }).then((reply) => reply !== undefined && onClose())
              }
            >
              {words.end}
            </Button>
          </div>
        </>
      )}
      <Timeline entries={timeline} />
    </Dialog>
  )
}
