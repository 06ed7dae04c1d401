import { CONFIRMING_OFFICE_NAMES } from '@anjie/domain/honours/confirmingOfficeNames'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { confirmationWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import type { ApplicationCase } from './applicationCase.ts'
import '../../../ui/form/criterion.css'

/** 部门核实: what each office has said of what the unit cannot prove itself, and the way to write it down. */
export function Confirmations({ found }: { found: ApplicationCase }) {
  const { state, allowed } = found
  const [writing, setWriting] = useState(false)
  const asked = found.criteria.filter(({ office }) => office !== undefined)
  if (asked.length === 0) return null
  const may = allowed.some(({ action, allowed: isAllowed }) => action === 'confirm' && isAllowed)
  const open = asked.filter(({ code }) => !state.confirmations?.some(({ criterion }) => criterion === code))
  return (
    <section className="panel stack">
      <h2>{words.title}</h2>
      <ul className="plain-list">
        {asked.map(({ code, name, office }) => {
          const said = state.confirmations?.find(({ criterion }) => criterion === code)
          return (
            <li key={code}>
              <strong>{name}</strong>{' '}
              {said === undefined ? (
                <StateMark tone="due">
                  {words.open(office === undefined ? '' : CONFIRMING_OFFICE_NAMES[office])}
                </StateMark>
              ) : (
                <span className="prose">{words.said(said.office, dayText(said.on), said.reference)}</span>
              )}
            </li>
          )
        })}
      </ul>
      {may && open.length > 0 && (
        <div>
          <Button onClick={() => setWriting(true)}>{words.write}</Button>
        </div>
      )}
      {writing && <ConfirmDialog found={found} open={open} onClose={() => setWriting(false)} />}
    </section>
  )
}

interface ConfirmDialogProps {
  readonly found: ApplicationCase
  readonly open: ApplicationCase['criteria']
  readonly onClose: () => void
}

function ConfirmDialog({ found, open, onClose }: ConfirmDialogProps) {
  const confirm = useCommand(OPERATIONS.confirmCriteria)
  const [said, setSaid] = useState<Readonly<Record<string, { on: string; reference: string }>>>({})
  const of = (code: string) => said[code] ?? { on: '', reference: '' }
  const written = open.filter(({ code }) => of(code).on !== '' && of(code).reference.trim() !== '')
  const error = useFieldErrors(confirm.problem)
  const indexOf = (code: string) => String(written.findIndex((each) => each.code === code))
  return (
    <CommandDialog
      title={words.write}
      onClose={onClose}
      missing={[written.length === 0 ? words.missing : undefined]}
      command={confirm}
      input={() => {
        const confirmations = written.map(({ code }) => ({ criterion: code, ...of(code) }))
        return { params: { applicationId: found.state.id }, ifMatch: found.version, body: { confirmations } }
      }}
    >
      <p className="quiet">{words.hint}</p>
      {open.map(({ code, name, office }) => (
        <fieldset className="criterion" key={code}>
          <legend>
            {name}
            {office !== undefined && `（${CONFIRMING_OFFICE_NAMES[office]}）`}
          </legend>
          <DateField
            label={`${name}${words.on}`}
            value={of(code).on}
            onChange={(on) => setSaid({ ...said, [code]: { ...of(code), on } })}
            error={error('confirmations', indexOf(code), 'on')}
          />
          <TextField
            label={`${name}${words.reference}`}
            value={of(code).reference}
            most={80}
            onChange={(reference) => setSaid({ ...said, [code]: { ...of(code), reference } })}
            error={error('confirmations', indexOf(code), 'reference')}
          />
        </fieldset>
      ))}
    </CommandDialog>
  )
}
