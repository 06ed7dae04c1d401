import { MembershipId } from '@anjie/contracts/vocabulary/ids'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { EMPTY_POST, isComplete, PostFields, postBody } from './PostFields.tsx'
import type { PostPlace } from './postPlace.ts'
import { ToldOnce } from './ToldOnce.tsx'

interface InviteDialogProps {
  readonly place: PostPlace
  /** One more post of this person. */
  readonly samePerson?: { readonly id: string; readonly personName: string } | undefined
  readonly onClose: () => void
}

/** 邀请任职, one person; the code is shown this one time. */
export function InviteDialog({ place, samePerson, onClose }: InviteDialogProps) {
  const [personName, setPersonName] = useState(samePerson?.personName ?? '')
  const [post, setPost] = useState('')
  const [draft, setDraft] = useState(EMPTY_POST)
  const [accountName, setAccountName] = useState('')
  const [told, setTold] = useState<readonly (readonly [string, string])[] | undefined>(undefined)
  const invite = useCommand(OPERATIONS.inviteMember)
  const error = useFieldErrors(invite.problem)
  if (told !== undefined) return <ToldOnce told={told} onClose={onClose} />
  return (
    <CommandDialog
      title={samePerson === undefined ? words.invite : words.morePosts(samePerson.personName)}
      onClose={onClose}
      disabled={personName === '' || post === '' || !isComplete(draft)}
      command={invite}
      input={() => {
        const body = {
          ...place.body,
          personName,
          post,
          ...postBody(draft),
          ...(samePerson === undefined ? {} : { samePersonAs: MembershipId.parse(samePerson.id) }),
          ...(accountName === '' ? {} : { accountName }),
        }
        return { body }
      }}
      onDone={(reply) => {
        setTold([
          [personName, reply.code ?? ''],
          ...(reply.firstPassword === undefined
            ? []
            : [[`${reply.accountName} ${words.firstPassword}`, reply.firstPassword] as const]),
        ])
      }}
    >
      <p className="quiet small">{place.name}</p>
      <TextField
        label={words.person}
        value={personName}
        most={40}
        disabled={samePerson !== undefined}
        onChange={setPersonName}
        error={error('personName')}
        autoFocus
      />
      <TextField label={words.post} value={post} most={60} onChange={setPost} error={error('post')} />
      <PostFields
        draft={draft}
        onChange={setDraft}
        error={error}
        level={place.level}
        ofOwnPlace={place.isOwn}
        ofMachine={false}
      />
      {samePerson === undefined && (
        <TextField
          label={words.accountName}
          value={accountName}
          most={60}
          hint={words.accountHint}
          onChange={setAccountName}
          error={error('accountName')}
        />
      )}
    </CommandDialog>
  )
}
