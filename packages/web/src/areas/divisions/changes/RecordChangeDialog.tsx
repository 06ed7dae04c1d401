import { DIVISION_CHANGE_KINDS, DivisionChangeKind } from '@anjie/contracts/vocabulary/divisions/divisions'
import { DIVISION_CHANGE_KIND_NAMES } from '@anjie/domain/divisions/divisionChangeKindNames'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { divisionWords as words } from '../../../locales/zh-CN/divisions.ts'
import { type Approval, ApprovalFields, isApproved } from '../../../ui/ApprovalFields.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import type { Divisions } from './divisions.ts'

interface Successor {
  readonly key: number
  readonly code: string
  readonly name: string
}

interface RecordChangeDialogProps {
  readonly found: Divisions
  readonly onClose: () => void
}

/** 登记区划变更: kind, day and approval, the counties before it and those after it. */
export function RecordChangeDialog({ found, onClose }: RecordChangeDialogProps) {
  const [kind, setKind] = useState<DivisionChangeKind>('renamed')
  const [approval, setApproval] = useState<Approval>(() => ({
    on: beijingDay(new Date().toISOString()),
    approvalReference: '',
  }))
  const [from, setFrom] = useState<readonly { readonly key: number; readonly code: string }[]>([{ key: 0, code: '' }])
  const [to, setTo] = useState<readonly Successor[]>([{ key: 0, code: '', name: '' }])
  const [nextKey, setNextKey] = useState(1)
  const record = useCommand(OPERATIONS.recordDivisionChange)
  const error = useFieldErrors(record.problem)
  const current = found.counties.filter(({ validTo }) => validTo === undefined)
  const choices = current.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))
  const chosen = from.map(({ code }) => code).filter((code) => code !== '')
  const after = to.filter(({ code }) => code.trim() !== '')
  const changeTo = (key: number, change: Partial<Successor>) =>
    setTo(to.map((each) => (each.key === key ? { ...each, ...change } : each)))
  const more = (add: (key: number) => void) => {
    add(nextKey)
    setNextKey(nextKey + 1)
  }
  return (
    <CommandDialog
      title={words.record}
      onClose={onClose}
      disabled={chosen.length === 0 || after.length === 0 || !isApproved(approval)}
      command={record}
      input={() => {
        const body = {
          kind,
          ...approval,
          from: chosen,
          to: after.map(({ code, name }) => ({
            code: code.trim(),
            ...(name.trim() === '' ? {} : { name: name.trim() }),
          })),
        }
        return { ifMatch: found.version, body }
      }}
      onDone={() => {
        tellDone(words.recorded)
        onClose()
      }}
    >
      <div className="stack">
        <ChoiceField
          label={words.kind}
          value={kind}
          choices={DIVISION_CHANGE_KINDS.map((each) => ({ value: each, label: DIVISION_CHANGE_KIND_NAMES[each] }))}
          onChange={(value) => setKind(DivisionChangeKind.parse(value))}
          error={error('kind')}
        />
        <ApprovalFields value={approval} example={words.approvalHint} onChange={setApproval} error={error} />
        <fieldset className="panel">
          <legend>{words.from}</legend>
          <p className="quiet small">{words.fromHint}</p>
          {error('from') !== undefined && <p className="field-error">{error('from')}</p>}
          {from.map((each, index) => (
            <div className="row" key={each.key}>
              <ChoiceField
                label={`${words.from}${from.length > 1 ? index + 1 : ''}`}
                value={each.code}
                placeholder={words.choose}
                choices={choices}
                onChange={(code) => setFrom(from.map((other) => (other.key === each.key ? { ...other, code } : other)))}
                error={error(`from/${chosen.indexOf(each.code)}`)}
              />
              {from.length > 1 && (
                <Button onClick={() => setFrom(from.filter(({ key }) => key !== each.key))}>{words.remove}</Button>
              )}
            </div>
          ))}
          <Button isSmall onClick={() => more((key) => setFrom([...from, { key, code: '' }]))}>
            {words.addFrom}
          </Button>
        </fieldset>
        <fieldset className="panel">
          <legend>{words.to}</legend>
          <p className="quiet small">{words.toHint}</p>
          {error('to') !== undefined && <p className="field-error">{error('to')}</p>}
          {to.map((each) => {
            const index = after.findIndex(({ key }) => key === each.key)
            return (
              <div className="row" key={each.key}>
                <TextField
                  label={words.code}
                  value={each.code}
                  most={6}
                  onChange={(code) => changeTo(each.key, { code })}
                  error={error(`to/${index}/code`)}
                />
                <TextField
                  label={words.name}
                  value={each.name}
                  most={60}
                  onChange={(name) => changeTo(each.key, { name })}
                  hint={words.nameHint}
                  error={error(`to/${index}/name`)}
                />
                {to.length > 1 && (
                  <Button onClick={() => setTo(to.filter(({ key }) => key !== each.key))}>{words.remove}</Button>
                )}
              </div>
            )
          })}
          <Button isSmall onClick={() => more((key) => setTo([...to, { key, code: '', name: '' }]))}>
            {words.addTo}
          </Button>
        </fieldset>
      </div>
    </CommandDialog>
  )
}
