import type { CriterionEvidence } from '@anjie/contracts/vocabulary/honours/application'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { useApi } from '../../../app/api/ApiContext.ts'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { EvidenceFiles } from '../../../app/evidence/EvidenceFiles.tsx'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { evidenceWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { ApplicationCase } from './applicationCase.ts'

interface CriterionFilesProps {
  readonly found: ApplicationCase
  readonly criterion: ApplicationCase['criteria'][number]
  readonly editable: boolean
}

/** 佐证材料 to one criterion: what it asks for, what is there, one more file, or one of before. */
export function CriterionFiles({ found, criterion, editable }: CriterionFilesProps) {
  const api = useApi()
  const { state, version } = found
  const params = { applicationId: state.id }
  const request = useCommand(OPERATIONS.requestApplicationEvidence)
  const attach = useCommand(OPERATIONS.attachApplicationEvidence)
  const remove = useCommand(OPERATIONS.removeApplicationEvidence)
  const [expiresOn, setExpiresOn] = useState('')
  const [reusing, setReusing] = useState(false)
  const files = (state.evidence ?? []).filter((file) => file.criterion === criterion.code)
  if (files.length === 0 && (!editable || criterion.evidence === 'none')) return null
  return (
    <div className="stack">
      <h4>
        {words.evidence}{' '}
        <span className="quiet small">{criterion.evidence === 'required' ? words.required : words.optional}</span>
      </h4>
      <EvidenceFiles
        files={files}
        attaching={editable ? { allowed: true } : undefined}
        testId={`evidence-${criterion.code}`}
        open={({ id }) => api.call(OPERATIONS.openApplicationEvidence, { params: { ...params, evidenceId: id } })}
        request={{
          ...request,
          take: (file) =>
            request.run({
              params,
              ifMatch: version,
              body: { criterion: criterion.code, ...file, ...(expiresOn === '' ? {} : { expiresOn }) },
            }),
        }}
        attach={{
          ...attach,
          confirm: (slot) => attach.run({ params: { ...params, evidenceId: slot.id }, ifMatch: slot.version }),
        }}
        remove={{
          ...remove,
          take: ({ id }) => remove.run({ params: { ...params, evidenceId: id }, ifMatch: version }),
        }}
        more={(file) => <FileTerm file={file} />}
      />
      {editable && (
        <div className="row">
          <DateField
            label={`${criterion.name}${words.expiresOn}`}
            value={expiresOn}
            onChange={setExpiresOn}
            hint={words.expiresHint}
          />
          <Button onClick={() => setReusing(true)}>{words.reuse}</Button>
        </div>
      )}
      {reusing && <ReuseDialog found={found} criterion={criterion.code} onClose={() => setReusing(false)} />}
    </div>
  )
}

/** Until when a paper holds, and whether it was taken over from an earlier application. */
function FileTerm({ file }: { file: CriterionEvidence }) {
  const isOver = file.expiresOn !== undefined && file.expiresOn < beijingDay(new Date().toISOString())
  return (
    <>
      {file.keptWith !== undefined && <span>{words.reused} </span>}
      {file.expiresOn !== undefined &&
        (isOver ? (
          <StateMark tone="stop">{words.expired(dayText(file.expiresOn))}</StateMark>
        ) : (
          words.goodUntil(dayText(file.expiresOn))
        ))}
    </>
  )
}

function ReuseDialog(props: { found: ApplicationCase; criterion: string; onClose: () => void }) {
  const { state, version } = props.found
  const params = { applicationId: state.id }
  const earlier = useRead(OPERATIONS.listEarlierEvidence, { params })
  const reuse = useCommand(OPERATIONS.reuseEvidence)
  const [chosen, setChosen] = useState('')
  const files = earlier.data?.files ?? []
  const file = files.find(({ id }) => id === chosen)
  return (
    <CommandDialog
      title={words.reuseTitle}
      onClose={props.onClose}
      missing={[file === undefined ? words.whichFile : undefined]}
      command={reuse}
      input={() => {
        if (file === undefined) return undefined
        return {
          params,
          ifMatch: version,
          body: { from: file.applicationId, evidenceId: file.id, criterion: props.criterion },
        }
      }}
    >
      <ChoiceField
        label={words.earlierFile}
        value={chosen}
        placeholder={earlier.data !== undefined && files.length === 0 ? words.noEarlier : words.whichFile}
        choices={files.map(({ id, fileName, roundName }) => ({ value: id, label: `${fileName}（${roundName}）` }))}
        onChange={setChosen}
      />
    </CommandDialog>
  )
}
