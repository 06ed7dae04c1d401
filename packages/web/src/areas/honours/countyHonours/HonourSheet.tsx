import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { useState } from 'react'
import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { EvidenceFiles } from '../../../app/evidence/EvidenceFiles.tsx'
import { countyHonourWords as words } from '../../../locales/zh-CN/countyHonours.ts'
import { dayText, instantText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { SideSheet } from '../../../ui/dialog/SideSheet.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { tellDone } from '../../../ui/told.ts'
import type { ListedHonour } from './listedHonours.ts'

/** One honour with its paper, and what this post may do with it now. */
export function HonourSheet({ honour, onClose }: { honour: ListedHonour; onClose: () => void }) {
  const api = useApi()
  const request = useCommand(OPERATIONS.requestCountyHonourFile)
  const attach = useCommand(OPERATIONS.attachCountyHonourFile)
  const params = { countyHonourId: honour.id }
  const may = (action: string) => honour.allowed.some((each) => each.action === action && each.allowed)
  return (
    <SideSheet title={words.sheet(honour.year, honour.name)} width={520} onClose={onClose}>
      <dl className="facts">
        <dt>{words.county}</dt>
        <dd>{honour.countyName}</dd>
        <dt>{words.level}</dt>
        <dd>{TITLE_LEVEL_NAMES[honour.level]}</dd>
        <dt>{words.issuer}</dt>
        <dd>{honour.issuer}</dd>
        <dt>{words.document}</dt>
        <dd>{honour.documentNumber}</dd>
        {honour.namedOn !== undefined && (
          <>
            <dt>{words.namedOn}</dt>
            <dd>{dayText(honour.namedOn)}</dd>
          </>
        )}
      </dl>
      {honour.confirmed !== undefined && (
        <p>{words.confirmedBy(honour.confirmed.post, instantText(honour.confirmed.at))}</p>
      )}
      {honour.returnReason !== undefined && <p>{words.returned(honour.returnReason)}</p>}
      <h3>{words.files}</h3>
      <EvidenceFiles
        files={honour.files}
        attaching={may('change') ? { allowed: true } : undefined}
        testId="honour-file"
        open={({ id }) => api.call(OPERATIONS.openCountyHonourFile, { params: { ...params, evidenceId: id } })}
        request={{ ...request, take: (body) => request.run({ params, ifMatch: honour.version, body }) }}
        attach={{
          ...attach,
          confirm: (slot) => attach.run({ params: { ...params, evidenceId: slot.id }, ifMatch: slot.version }),
        }}
      />
      {may('change') && <HonourFields key={honour.version} honour={honour} />}
      <HonourVerbs honour={honour} may={may} />
    </SideSheet>
  )
}

/** What may be mended until it is confirmed. */
function HonourFields({ honour }: { honour: ListedHonour }) {
  const change = useCommand(OPERATIONS.changeCountyHonour)
  const [issuer, setIssuer] = useState(honour.issuer)
  const [documentNumber, setNumber] = useState(honour.documentNumber)
  const [namedOn, setNamedOn] = useState<string>(honour.namedOn ?? '')
  const isSame =
    issuer === honour.issuer && documentNumber === honour.documentNumber && namedOn === (honour.namedOn ?? '')
  return (
    <Form
      problem={change.problem}
      onSubmit={() => {
        void change.run({
          params: { countyHonourId: honour.id },
          ifMatch: honour.version,
          body: { issuer, documentNumber, ...(namedOn === '' ? {} : { namedOn }) },
        })
      }}
    >
      <TextField label={words.issuer} name="issuer" value={issuer} onChange={setIssuer} />
      <TextField label={words.document} name="documentNumber" value={documentNumber} onChange={setNumber} />
      <DateField label={words.namedOn} name="namedOn" value={namedOn} onChange={setNamedOn} />
      <Button submits waiting={change.waiting} disabled={isSame}>
        {words.save}
      </Button>
    </Form>
  )
}

function HonourVerbs({ honour, may }: { honour: ListedHonour; may: (action: string) => boolean }) {
  const params = { countyHonourId: honour.id }
  const submit = useCommand(OPERATIONS.submitCountyHonour)
  const confirm = useCommand(OPERATIONS.confirmCountyHonour)
  const sendBack = useCommand(OPERATIONS.returnCountyHonour)
  const [reason, setReason] = useState('')
  const problem = submit.problem ?? confirm.problem ?? sendBack.problem
  const call = { params, ifMatch: honour.version }
  return (
    <div className="stack">
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {may('submit') && (
        <Button
          isMain
          waiting={submit.waiting}
          onClick={() => void submit.run(call).then((reply) => reply !== undefined && tellDone(words.done.submit))}
        >
          {words.submit}
        </Button>
      )}
      {may('confirm') && (
        <>
          <Button
            isMain
            waiting={confirm.waiting}
            onClick={() => void confirm.run(call).then((reply) => reply !== undefined && tellDone(words.done.confirm))}
          >
            {words.confirm}
          </Button>
          <TextField label={words.reason} name="reason" value={reason} onChange={setReason} />
          <Button
            isDanger
            disabled={reason.trim().length < 2}
            waiting={sendBack.waiting}
            onClick={() => {
              void sendBack
                .run({ ...call, body: { reason } })
                .then((reply) => reply !== undefined && tellDone(words.done.return))
            }}
          >
            {words.return}
          </Button>
        </>
      )}
    </div>
  )
}
