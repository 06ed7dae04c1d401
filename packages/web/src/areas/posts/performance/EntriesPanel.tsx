import { beijingDate } from '@anjie/calendar-cn/plainDays'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { dutyPerformanceWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import { tellDone } from '../../../ui/told.ts'
import type { Performance } from './performance.ts'

type Entry = Performance['entries'][number]

/** What no record proves: entered by one person, confirmed by another. */
export function EntriesPanel({ found }: { found: Performance }) {
  const me = useMe()
  const [isEntering, setIsEntering] = useState(false)
  const [refused, setRefused] = useState<Entry | undefined>(undefined)
  const decide = useCommand(OPERATIONS.decideDutyEntry)
  const mayDecide = mayCall(me.roles, OPERATIONS.decideDutyEntry)
  const decision = (number: number, outcome: 'confirmed' | 'refused', reason: string) => ({
    params: { postId: found.post.id },
    ifMatch: found.entriesVersion,
    body: { year: found.year, number, outcome, reason },
  })
  const lines = found.routine.filter(({ line }) => line.proof.kind === 'entered').map(({ line }) => line)
  if (lines.length === 0 && found.entries.length === 0) return null
  return (
    <section className="panel">
      <h2>{words.entries}</h2>
      {mayCall(me.roles, OPERATIONS.enterDuty) && (
        <p>
          <Button onClick={() => setIsEntering(true)}>{words.enter}</Button>
        </p>
      )}
      {decide.problem !== undefined && <ProblemNotice problem={decide.problem} onClose={decide.clear} />}
      <Table<Entry>
        caption={words.entries}
        isFramed
        rows={found.entries.toReversed()}
        rowKey={({ number }) => String(number)}
        empty={words.noEntries}
        columns={[
          { key: 'line', name: words.line, text: ({ text }) => text, wraps: true, isRowHead: true },
          { key: 'on', name: words.on, text: ({ on }) => dayText(on) },
          { key: 'note', name: words.note, text: ({ note }) => note, wraps: true },
          { key: 'by', name: words.by, text: ({ entered }) => entered.personName },
          {
            key: 'decision',
            name: words.decision,
            text: stateOf,
            show: (entry) =>
              entry.decision === undefined && mayDecide ? (
                <span className="row">
                  <Button
                    isSmall
                    waiting={decide.waiting}
                    onClick={() => void decide.run(decision(entry.number, 'confirmed', '') as never)}
                  >
                    {words.confirm}
                  </Button>
                  <Button isSmall onClick={() => setRefused(entry)}>
                    {words.refuse}
                  </Button>
                </span>
              ) : (
                stateOf(entry)
              ),
          },
        ]}
      />
      {isEntering && <EnterDialog postId={found.post.id} lines={lines} onClose={() => setIsEntering(false)} />}
      {refused !== undefined && (
        <RefuseDialog
          input={(reason) => decision(refused.number, 'refused', reason)}
          onClose={() => setRefused(undefined)}
        />
      )}
    </section>
  )
}

function stateOf({ decision }: Entry): string {
  if (decision === undefined) return words.waiting
  return decision.outcome === 'confirmed' ? words.confirmed : `${words.refused}：${decision.reason}`
}

interface EnterDialogProps {
  readonly postId: string
  readonly lines: readonly { readonly code: string; readonly text: string }[]
  readonly onClose: () => void
}

function EnterDialog({ postId, lines, onClose }: EnterDialogProps) {
  const [line, setLine] = useState(lines.length === 1 ? (lines[0]?.code ?? '') : '')
  const [on, setOn] = useState<string>(() => beijingDate(new Date().toISOString()))
  const [note, setNote] = useState('')
  const enter = useCommand(OPERATIONS.enterDuty)
  return (
    <CommandDialog
      title={words.enter}
      keepsMaterial
      missing={[
        line === '' ? words.line : undefined,
        on === '' ? words.on : undefined,
        note.trim().length < 4 ? words.note : undefined,
      ]}
      onClose={onClose}
      command={enter}
      input={() => ({ params: { postId }, body: { line, on, note } }) as never}
      onDone={() => {
        tellDone(words.entered)
        onClose()
      }}
    >
      <p>{words.enterText}</p>
      <ChoiceField
        label={words.line}
        name="line"
        value={line}
        placeholder={words.chooseLine}
        choices={lines.map(({ code, text }) => ({ value: code, label: text }))}
        onChange={setLine}
      />
      <DateField label={words.on} name="on" value={on} onChange={setOn} />
      <TextField label={words.note} name="note" value={note} most={120} onChange={setNote} />
    </CommandDialog>
  )
}

function RefuseDialog({ input, onClose }: { input: (reason: string) => object; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const decide = useCommand(OPERATIONS.decideDutyEntry)
  return (
    <CommandDialog
      title={words.refuse}
      danger
      missing={[reason.trim().length < 2 ? words.reason : undefined]}
      onClose={onClose}
      command={decide}
      input={() => input(reason) as never}
    >
      <p>{words.refuseText}</p>
      <TextField label={words.reason} name="reason" value={reason} rows={3} most={500} onChange={setReason} />
    </CommandDialog>
  )
}
