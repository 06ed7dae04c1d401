import { useState } from 'react'
import { useNavigate } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { moveWords as words } from '../../../locales/zh-CN/moves.ts'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'

type Changes = Answer<(typeof OPERATIONS)['getDivisions']>['changes']

interface Moving {
  readonly changeId: string
  readonly from: string
  readonly label: string
}

/** 拟定 of a county: out of the changes that were recorded, each county that ceased and has one in its place. */
export function DrawCountyDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate()
  const divisions = useRead(OPERATIONS.getDivisions, {})
  const [chosen, setChosen] = useState('')
  const draw = useCommand(OPERATIONS.drawMovePlan)
  const moving = movingIn(divisions.data?.changes ?? [])
  const one = moving.find(({ changeId, from }) => `${changeId} ${from}` === chosen)
  return (
    <CommandDialog
      title={words.drawTitle}
      onClose={onClose}
      missing={[one === undefined ? words.change : undefined]}
      command={draw}
      input={() => {
        if (one === undefined) return undefined
        const { changeId, from } = one
        return { body: { kind: 'county' as const, changeId, from } }
      }}
      onDone={(reply) => void navigate(`/move-plans/${reply.id}`)}
    >
      <p className="quiet">{words.drawCountyText}</p>
      {divisions.data !== undefined && moving.length === 0 && <p>{words.noChange}</p>}
      <ChoiceField
        label={words.change}
        name="change"
        value={chosen}
        placeholder={words.choose}
        choices={moving.map(({ changeId, from, label }) => ({ value: `${changeId} ${from}`, label }))}
        onChange={setChosen}
      />
    </CommandDialog>
  )
}

const movingIn = (changes: Changes): readonly Moving[] =>
  changes.flatMap(({ id, on, from, to }) => {
    const [heir, ...others] = to
    if (id === undefined || heir === undefined || others.length > 0) return []
    return from
      .filter(({ code }) => code !== heir.code)
      .map(({ code, name }) => ({
        changeId: id,
        from: code,
        label: `${dayText(on)} ${name}（${code}）→ ${heir.name}（${heir.code}）`,
      }))
  })
