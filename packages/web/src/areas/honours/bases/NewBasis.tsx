import { ISSUER_KINDS, type IssuerKind, REGIMES } from '@anjie/contracts/vocabulary/honours/legalBasis'
import { ISSUER_KIND_NAMES, REGIME_NAMES } from '@anjie/domain/honours/legalBasis'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { basisWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'

const LEVELS = ['county', 'city', 'province', 'national'] as const
const levels = LEVELS.map((level) => ({ value: level, label: TITLE_LEVEL_NAMES[level] }))
const levelOf = (value: string) => LEVELS.find((level) => level === value) ?? 'province'

/** 登记批准依据 of the own level. */
export function NewBasis({ onDone }: { onDone: () => void }) {
  const me = useMe()
  const types = useRead(OPERATIONS.listHonourTypes, {})
  const record = useCommand(OPERATIONS.recordBasis)
  const [honour, setHonour] = useState('')
  const [regime, setRegime] = useState<(typeof REGIMES)[number]>('creation-demonstration')
  const [issuer, setIssuer] = useState('')
  const [issuerKind, setIssuerKind] = useState<IssuerKind>('party-committee')
  const [issuerLevel, setIssuerLevel] = useState<(typeof LEVELS)[number]>(me.jurisdiction.level)
  const [approvedBy, setApprovedBy] = useState<(typeof LEVELS)[number]>('province')
  const [approvalNumber, setNumber] = useState('')
  const [approvedOn, setApprovedOn] = useState('')
  const [endsOn, setEndsOn] = useState('')
  const [file, setFile] = useState('')
  const send = async () => {
    const reply = await record.run({
      body: {
        honour,
        regime,
        issuer,
        issuerKind,
        issuerLevel,
        approvedBy,
        approvalNumber,
        approvedOn,
        ...(endsOn === '' ? {} : { endsOn }),
        file,
      },
    })
    if (reply !== undefined) onDone()
  }
  return (
    <Form className="panel stack" problem={record.problem} onSubmit={() => void send()}>
      <h2>{words.create}</h2>
      <p className="quiet">{words.rules}</p>
      <div className="rule-form">
        <ChoiceField
          label={words.honour}
          name="honour"
          value={honour}
          choices={(types.data?.types ?? []).map((type) => ({ value: type.code, label: type.name }))}
          onChange={setHonour}
        />
        <ChoiceField
          label={words.regime}
          name="regime"
          value={regime}
          choices={REGIMES.map((each) => ({ value: each, label: REGIME_NAMES[each] }))}
          onChange={(value) => setRegime(REGIMES.find((each) => each === value) ?? regime)}
        />
        <TextField label={words.issuer} name="issuer" value={issuer} onChange={setIssuer} />
        <ChoiceField
          label={words.issuerKind}
          name="issuerKind"
          value={issuerKind}
          choices={ISSUER_KINDS.map((each) => ({ value: each, label: ISSUER_KIND_NAMES[each] }))}
          onChange={(value) => setIssuerKind(ISSUER_KINDS.find((each) => each === value) ?? issuerKind)}
        />
        <ChoiceField
          label={words.issuerLevel}
          name="issuerLevel"
          value={issuerLevel}
          choices={levels}
          onChange={(value) => setIssuerLevel(levelOf(value))}
        />
        <ChoiceField
          label={words.approvedBy}
          name="approvedBy"
          value={approvedBy}
          choices={levels}
          onChange={(value) => setApprovedBy(levelOf(value))}
        />
        <TextField
          label={words.number}
          name="approvalNumber"
          value={approvalNumber}
          onChange={setNumber}
          hint={words.numberHint}
        />
        <DateField label={words.approvedOn} name="approvedOn" value={approvedOn} onChange={setApprovedOn} />
        <DateField label={words.endsOn} name="endsOn" value={endsOn} onChange={setEndsOn} hint={words.endsHint} />
        <TextField label={words.file} name="file" value={file} onChange={setFile} hint={words.fileHint} />
      </div>
      {record.problem !== undefined && <ProblemNotice problem={record.problem} />}
      <div className="row">
        <Button isMain submits waiting={record.waiting} disabled={honour === '' || issuer === ''}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </Form>
  )
}
