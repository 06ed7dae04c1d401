import { DUTY_POST_KINDS, type DutyPostKind, MAX_POSTS_AT_ONCE } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { dutyPostWords as words } from '../../../locales/zh-CN/dutyPosts.ts'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { SeveralField } from '../../../ui/picker/SeveralField.tsx'
import { tellDone } from '../../../ui/told.ts'
import type { Listed } from './listed.ts'

interface SetUpDialogProps {
  readonly missing: Listed['missing']
  readonly isPiloted: boolean
  readonly onClose: () => void
}

/** 设岗 at several units: of townships those that lack one are chosen already. */
export default function SetUpDialog({ missing, isPiloted, onClose }: SetUpDialogProps) {
  const units = useRead(OPERATIONS.listUnits, { query: {} }).data?.units ?? []
  const kinds = DUTY_POST_KINDS.filter((each) => isPiloted || !POST_KINDS[each].isPilot)
  const [kind, setKind] = useState<DutyPostKind>('township-commissioner')
  const [chosen, setChosen] = useState<readonly string[]>(() => missing.slice(0, MAX_POSTS_AT_ONCE).map(({ id }) => id))
  const [from, setFrom] = useState(() => beijingDay(new Date().toISOString()))
  const [basis, setBasis] = useState('')
  const setUp = useCommand(OPERATIONS.setUpDutyPosts)
  const fitting = units.filter((unit) => unit.validTo === undefined && POST_KINDS[kind].unitKinds.includes(unit.kind))
  return (
    <CommandDialog
      title={words.setUp}
      onClose={onClose}
      command={setUp}
      input={() => ({ body: { posts: chosen.map((unitId) => ({ kind, unitId, from, basis })) } }) as never}
      onDone={() => {
        tellDone(words.done(chosen.length))
        onClose()
      }}
      missing={[
        chosen.length === 0 ? words.units : undefined,
        from === '' ? words.from : undefined,
        basis.trim().length < 2 ? words.basis : undefined,
      ]}
    >
      <p className="quiet small">{words.setUpText}</p>
      <ChoiceField
        label={words.kind}
        value={kind}
        choices={kinds.map((value) => ({ value, label: POST_KINDS[value].name }))}
        onChange={(value) => {
          setKind(value as DutyPostKind)
          setChosen([])
        }}
      />
      <SeveralField
        label={words.units}
        name="posts"
        values={chosen}
        choices={fitting.map(({ id, name, parentName }) => ({
          value: id,
          label: name,
          ...(parentName === undefined ? {} : { detail: parentName }),
        }))}
        onChange={setChosen}
      />
      <DateField label={words.from} name="from" value={from} onChange={setFrom} />
      <TextField label={words.basis} name="basis" value={basis} most={80} hint={words.basisHint} onChange={setBasis} />
    </CommandDialog>
  )
}
