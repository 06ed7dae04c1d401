import { MEETING_OUTCOME_NAMES } from '@anjie/domain/procedure/deliberationSteps'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { PaperFile } from '../../../app/paper/PaperFile.tsx'
import { PaperSheet } from '../../../app/paper/PaperSheet.tsx'
import { dayText, instantText } from '../../../locales/zh-CN/format.ts'
import { procedureWords as words } from '../../../locales/zh-CN/procedure.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { deliberationRows } from './deliberationRows.ts'
import type { PanelProps } from './procedureCase.ts'

/** 领导小组审定: what is proposed, what the meeting decided, and the sheet of it. */
export function DeliberationPanel({ found, loadNewest }: PanelProps) {
  const me = useMe()
  const [asked, setAsked] = useState<'propose' | 'decide' | undefined>(undefined)
  const { deliberation, cycleName } = found.state
  const may = (action: 'propose' | 'decide'): boolean =>
    found.allowed.some((each) => each.action === action && each.allowed) && mayCall(me.roles, OPERATIONS.decideGrades)
  const record = deliberation?.record
  const rows = deliberationRows(found)
  return (
    <section className="panel stack" aria-label={words.deliberation}>
      <div className="list-tools">
        <h2>{words.deliberation}</h2>
        {may('propose') && found.run !== undefined && (
          <Button isSmall onClick={() => setAsked('propose')}>
            {words.propose}
          </Button>
        )}
        {may('decide') && (
          <Button isSmall isMain onClick={() => setAsked('decide')}>
            {words.decide}
          </Button>
        )}
        {deliberation !== undefined && (
          <PaperFile
            label={words.sheet}
            title={words.sheetTitle}
            fileName={words.sheetFile(cycleName)}
            rows={() => rows}
            at={record?.at ?? deliberation.proposed.at}
          />
        )}
      </div>
      {deliberation === undefined ? (
        <p className="quiet">{words.noDeliberation}</p>
      ) : (
        <>
          <p className="prose">{deliberation.proposed.text}</p>
          <p className="quiet">
            {words.byline(
              deliberation.proposed.personName,
              deliberation.proposed.post,
              instantText(deliberation.proposed.at),
            )}
          </p>
          {record !== undefined && (
            <>
              <h3>{MEETING_OUTCOME_NAMES[record.outcome]}</h3>
              <p>{words.meeting(dayText(record.on), record.documentNumber, record.chair)}</p>
              <p>{record.present.join('、')}</p>
              <p className="prose">{record.text}</p>
            </>
          )}
          <DataTable
            caption={words.grades}
            name="grades"
            isDense
            rows={deliberation.grades}
            rowKey={({ subject }) => subject}
            columns={[
              { key: 'name', name: words.candidate, text: ({ name }) => name, isRowHead: true },
              { key: 'group', name: words.group, text: ({ groupName }) => groupName, filtered: true },
              { key: 'score', name: words.score, kind: 'figure', text: ({ score }) => score ?? '' },
              {
                key: 'rank',
                name: words.rank,
                kind: 'figure',
                text: ({ rank }) => (rank === null ? '' : String(rank)),
              },
              { key: 'grade', name: words.grade, text: ({ grade }) => grade ?? words.noGrade, filtered: true },
            ]}
          />
          <PaperSheet title={words.sheetTitle} rows={rows} />
        </>
      )}
      {asked === 'propose' && (
        <ProposeDialog found={found} loadNewest={loadNewest} onClose={() => setAsked(undefined)} />
      )}
      {asked === 'decide' && <DecideDialog found={found} loadNewest={loadNewest} onClose={() => setAsked(undefined)} />}
    </section>
  )
}

type StepProps = PanelProps & { readonly onClose: () => void }

function ProposeDialog({ found, loadNewest, onClose }: StepProps) {
  const [text, setText] = useState('')
  const propose = useCommand(OPERATIONS.proposeGrades)
  return (
    <CommandDialog
      title={words.propose}
      command={propose}
      missing={[text.trim().length < 4 ? words.proposeNote : undefined]}
      input={() => ({ params: { cycleId: found.state.id }, ifMatch: found.version, body: { text } })}
      onClose={onClose}
      loadNewest={loadNewest}
    >
      <p>{words.proposeText}</p>
      <TextField label={words.proposeNote} name="text" value={text} rows={4} most={1000} onChange={setText} />
    </CommandDialog>
  )
}

function DecideDialog({ found, loadNewest, onClose }: StepProps) {
  const [outcome, setOutcome] = useState<'approved' | 'sent-back'>('approved')
  const [on, setOn] = useState<string>(beijingDay(new Date().toISOString()))
  const [documentNumber, setNumber] = useState('')
  const [chair, setChair] = useState('')
  const [present, setPresent] = useState('')
  const [text, setText] = useState('')
  const decide = useCommand(OPERATIONS.decideGrades)
  const posts = present
    .split(/[、，,]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return (
    <CommandDialog
      title={words.decide}
      command={decide}
      seal
      missing={[
        documentNumber.trim() === '' ? words.number : undefined,
        chair.trim().length < 2 ? words.chair : undefined,
        posts.length === 0 ? words.present : undefined,
        text.trim().length < 4 ? words.text : undefined,
      ]}
      input={() =>
        ({
          params: { cycleId: found.state.id },
          ifMatch: found.version,
          body: { outcome, on, documentNumber, chair, present: posts, text },
        }) as never
      }
      onClose={onClose}
      loadNewest={loadNewest}
    >
      <p>{words.decideText}</p>
      <RadioField
        label={words.outcome}
        value={outcome}
        choices={(['approved', 'sent-back'] as const).map((value) => ({ value, label: MEETING_OUTCOME_NAMES[value] }))}
        onChange={setOutcome}
      />
      <DateField label={words.on} name="on" value={on} onChange={setOn} />
      <TextField
        label={words.number}
        name="documentNumber"
        value={documentNumber}
        hint={words.numberHint}
        onChange={setNumber}
      />
      <TextField label={words.chair} name="chair" value={chair} most={30} onChange={setChair} />
      <TextField label={words.present} name="present" value={present} hint={words.presentHint} onChange={setPresent} />
      <TextField label={words.text} name="text" value={text} rows={4} most={2000} onChange={setText} />
    </CommandDialog>
  )
}
