import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { countyHonourWords as words } from '../../../locales/zh-CN/countyHonours.ts'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'
import { wholeNumber } from '../../../ui/wholeNumber.ts'

const LEVELS = ['city', 'province', 'national'] as const

/** 登记荣誉: what the paper says; the paper itself is added afterwards. */
export function NewHonour({ onDone }: { onDone: () => void }) {
  const record = useCommand(OPERATIONS.recordCountyHonour)
  const [name, setName] = useState('')
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('city')
  const [issuer, setIssuer] = useState('')
  const [year, setYear] = useState('')
  const [documentNumber, setNumber] = useState('')
  const [namedOn, setNamedOn] = useState('')
  return (
    <CommandDialog
      title={words.create}
      onClose={onDone}
      missing={[
        name.trim() === '' ? words.name : undefined,
        issuer.trim() === '' ? words.issuer : undefined,
        wholeNumber(year) === undefined ? words.year : undefined,
        documentNumber.trim() === '' ? words.document : undefined,
      ]}
      command={record}
      input={() => ({
        body: {
          name,
          level,
          issuer,
          year: wholeNumber(year) ?? 0,
          documentNumber,
          ...(namedOn === '' ? {} : { namedOn }),
        },
      })}
      onDone={() => {
        tellDone(words.recorded)
        onDone()
      }}
    >
      <TextField label={words.name} name="name" value={name} onChange={setName} hint={words.nameHint} autoFocus />
      <ChoiceField
        label={words.level}
        name="level"
        value={level}
        choices={words.levels}
        onChange={(value) => setLevel(LEVELS.find((each) => each === value) ?? level)}
      />
      <TextField label={words.issuer} name="issuer" value={issuer} onChange={setIssuer} />
      <TextField label={words.year} name="year" value={year} onChange={setYear} hint={words.yearHint} />
      <TextField
        label={words.document}
        name="documentNumber"
        value={documentNumber}
        onChange={setNumber}
        hint={words.documentHint}
      />
      <DateField label={words.namedOn} name="namedOn" value={namedOn} onChange={setNamedOn} />
    </CommandDialog>
  )
}
