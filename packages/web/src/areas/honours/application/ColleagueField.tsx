import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { transferWords as words } from '../../../locales/zh-CN/honours.ts'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'

interface ColleagueFieldProps {
  readonly label: string
  readonly applicationId: string
  readonly value: string
  readonly onChange: (id: string) => void
  /** Those as well who can be asked only. */
  readonly isAsking: boolean
}

/** A post of the own level, out of those that come first or by the beginning of a name. */
export function ColleagueField({ label, applicationId, value, onChange, isAsking }: ColleagueFieldProps) {
  const [name, setName] = useState('')
  const query = name.trim() === '' ? {} : { name: name.trim() }
  const read = useRead(OPERATIONS.listColleagues, { params: { applicationId }, query })
  const shown = (read.data?.colleagues ?? []).filter(({ refused }) => isAsking || refused === undefined)
  return (
    <>
      <TextField label={words.search} value={name} most={40} onChange={setName} />
      <ChoiceField
        label={label}
        value={value}
        placeholder={read.data !== undefined && shown.length === 0 ? words.none : label}
        choices={shown.map((each) => ({ value: each.id, label: `${each.post} ${each.personName}` }))}
        onChange={onChange}
      />
    </>
  )
}
