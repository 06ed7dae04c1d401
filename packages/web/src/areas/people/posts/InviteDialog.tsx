import { OPERATIONS } from '@anjie/contracts/operations/index'
import { ROLES, Role } from '@anjie/contracts/vocabulary/access/people'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { ROLE_NAMES } from '@anjie/domain/access/roleNames'
import { rolesOfLevel } from '@anjie/domain/access/rolesOfLevel'
import { useState } from 'react'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { ChoiceField } from '../../../ui/ChoiceField.tsx'
import { DayField } from '../../../ui/DayField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { ToldOnce } from './ToldOnce.tsx'

/** 邀请任职, one person; the code is shown this one time. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const units = useRead(OPERATIONS.listUnits, { query: {} }, { enabled: mayCall(me.roles, OPERATIONS.listUnits) })
  const [personName, setPersonName] = useState('')
  const [post, setPost] = useState('')
  const [role, setRole] = useState<string>('')
  const [unit, setUnit] = useState('')
  const [validUntil, setValidUntil] = useState('')
  const [accountName, setAccountName] = useState('')
  const [told, setTold] = useState<readonly (readonly [string, string])[] | undefined>(undefined)
  const invite = useCommand(OPERATIONS.inviteMember)
  const error = useFieldErrors(invite.problem)
  if (told !== undefined) return <ToldOnce told={told} onClose={onClose} />
  return (
    <Dialog
      title={words.invite}
      open
      onClose={onClose}
      waiting={invite.waiting}
      problem={invite.problem}
      disabled={personName === '' || post === '' || role === '' || validUntil === ''}
      onConfirm={() => {
        const body = {
          personName,
          post,
          roles: [Role.parse(role)],
          validUntil,
          ...(unit === '' ? {} : { units: [UnitId.parse(unit)] }),
          ...(accountName === '' ? {} : { accountName }),
        }
        void invite.run({ body }).then((reply) => {
          if (reply === undefined) return
          setTold([
            [personName, reply.code ?? ''],
            ...(reply.firstPassword === undefined
              ? []
              : [[`${reply.accountName} ${words.firstPassword}`, reply.firstPassword] as const]),
          ])
        })
      }}
    >
      <TextField
        label={words.person}
        value={personName}
        most={40}
        onChange={setPersonName}
        error={error('personName')}
        autoFocus
      />
      <TextField label={words.post} value={post} most={60} onChange={setPost} error={error('post')} />
      <ChoiceField
        label={words.role}
        value={role}
        choices={rolesOfLevel(ROLES, me.jurisdiction.level).map((each) => ({ value: each, label: ROLE_NAMES[each] }))}
        onChange={setRole}
        error={error('roles')}
      />
      {role === 'unit-reporter' && (
        <ChoiceField
          label={words.unit}
          value={unit}
          choices={(units.data?.units ?? [])
            .filter(({ validTo }) => validTo === undefined)
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setUnit}
          error={error('units')}
        />
      )}
      <DayField label={words.validUntil} value={validUntil} onChange={setValidUntil} error={error('validUntil')} />
      <TextField
        label={words.accountName}
        value={accountName}
        most={60}
        hint={words.accountHint}
        onChange={setAccountName}
        error={error('accountName')}
      />
    </Dialog>
  )
}
