import { useState } from 'react'
import { useNavigate } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { campaignWords as words } from '../../../locales/zh-CN/aftercare.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'

/** 复核批次 of this level. */
export default function CampaignsPage() {
  const me = useMe()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <ListPage
        title={words.title}
        operation={OPERATIONS.listCampaigns}
        nameOfTitle={words.name}
        empty={words.empty}
        linkTo={(row) => `/recheck-campaigns/${row.id}`}
        tools={
          mayCall(me.roles, OPERATIONS.freezeCampaign) && (
            <Button isMain onClick={() => setIsOpen(true)}>
              {words.create}
            </Button>
          )
        }
        columns={[
          { key: 'honour', name: words.honour, text: (row) => row.fields.honourName },
          { key: 'titles', name: words.titles, kind: 'figure', text: (row) => String(row.fields.titles) },
          {
            key: 'due',
            name: words.selfCheckBy,
            kind: 'day',
            text: (row) => row.fields.selfCheckBy,
            show: (row) => dayText(row.fields.selfCheckBy),
          },
        ]}
      />
      {isOpen && <NewCampaign onClose={() => setIsOpen(false)} />}
    </>
  )
}

function NewCampaign({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [honour, setHonour] = useState('')
  const [year, setYear] = useState('')
  const [basis, setBasis] = useState('')
  const [mode, setMode] = useState<'all' | 'draw'>('all')
  const [selfCheckBy, setSelfCheckBy] = useState('')
  const types = useRead(OPERATIONS.listHonourTypes, {})
  const freeze = useCommand(OPERATIONS.freezeCampaign)
  return (
    <CommandDialog
      title={words.createTitle}
      onClose={onClose}
      missing={[
        name.trim().length < 4 ? words.name : undefined,
        honour === '' ? words.honour : undefined,
        basis.trim().length < 4 ? words.basis : undefined,
        selfCheckBy === '' ? words.selfCheckBy : undefined,
      ]}
      command={freeze}
      input={() => {
        const ofYear = year.trim() === '' ? {} : { year: Number(year) }
        return { body: { name, honour, basis, mode, selfCheckBy, ...ofYear } }
      }}
      onDone={(reply) => void navigate(`/recheck-campaigns/${reply.id}`)}
    >
      <p className="quiet">{words.createText}</p>
      <TextField label={words.name} name="name" value={name} hint={words.nameHint} onChange={setName} />
      <ChoiceField
        label={words.honour}
        name="honour"
        value={honour}
        choices={(types.data?.types ?? []).map((type) => ({ value: type.code, label: type.name }))}
        onChange={setHonour}
      />
      <TextField label={words.year} name="year" value={year} hint={words.yearHint} onChange={setYear} />
      <TextField label={words.basis} name="basis" value={basis} onChange={setBasis} />
      <ChoiceField
        label={words.mode}
        name="mode"
        value={mode}
        choices={words.modes}
        onChange={(value) => setMode(value === 'draw' ? 'draw' : 'all')}
      />
      <DateField label={words.selfCheckBy} name="selfCheckBy" value={selfCheckBy} onChange={setSelfCheckBy} />
    </CommandDialog>
  )
}
