import type { KnownDivisionChange } from '@anjie/contracts/vocabulary/divisions/divisions'
import { DIVISION_CHANGE_KIND_NAMES } from '@anjie/domain/divisions/divisionChangeKindNames'
import { useState } from 'react'
import { Link } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { divisionFileWords as fileWords, divisionWords as words } from '../../../locales/zh-CN/divisions.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { TilesPanel } from '../tiles/TilesPanel.tsx'
import type { Divisions } from './divisions.ts'
import { RecordChangeDialog } from './RecordChangeDialog.tsx'

/** 行政区划沿革: which counties there are and were, and by which approved changes one became the other. */
export default function DivisionsPage() {
  const me = useMe()
  const divisions = useRead(OPERATIONS.getDivisions, {})
  const [recording, setRecording] = useState(false)
  const [revoked, setRevoked] = useState<KnownDivisionChange | undefined>(undefined)
  const mayRecord = mayCall(me.roles, OPERATIONS.recordDivisionChange)
  return (
    <>
      <PageHead title={words.title} sub={words.sub}>
        {mayCall(me.roles, OPERATIONS.listMovePlans) && (
          <Link className="button" to="/move-plans">
            {words.movePlans}
          </Link>
        )}
        {mayCall(me.roles, OPERATIONS.addDivisions) && (
          <Link className="button" to="/divisions/file">
            {fileWords.open}
          </Link>
        )}
        {mayRecord && (
          <Button isMain disabled={divisions.data === undefined} onClick={() => setRecording(true)}>
            {words.record}
          </Button>
        )}
      </PageHead>
      <ReadState read={divisions}>
        {(found) => (
          <div className="stack">
            <Changes changes={found.changes} {...(mayRecord ? { onRevoke: setRevoked } : {})} />
            <Counties found={found} />
            <TilesPanel found={found} mayArrange={mayRecord} />
            <CaseTimeline kind="divisions" recordId={found.id} page={found} />
            {recording && <RecordChangeDialog found={found} onClose={() => setRecording(false)} />}
            {revoked !== undefined && (
              <RevokeDialog change={revoked} version={found.version} onClose={() => setRevoked(undefined)} />
            )}
          </div>
        )}
      </ReadState>
    </>
  )
}

interface ChangesProps {
  readonly changes: readonly KnownDivisionChange[]
  readonly onRevoke?: (change: KnownDivisionChange) => void
}

function Changes({ changes, onRevoke }: ChangesProps) {
  if (changes.length === 0) return <Empty>{words.noChanges}</Empty>
  return (
    <section aria-label={words.changes}>
      <h2>{words.changes}</h2>
      <DataTable
        caption={words.changes}
        name="changes."
        isPlain
        isDense
        rows={changes}
        rowKey={(change) => change.id ?? `${change.on} ${change.from.map(({ code }) => code).join(' ')}`}
        columns={[
          { key: 'on', name: words.on, kind: 'day', text: (change) => change.on, show: (change) => dayText(change.on) },
          { key: 'kind', name: words.kind, text: (change) => DIVISION_CHANGE_KIND_NAMES[change.kind], filtered: true },
          { key: 'from', name: words.from, text: (change) => namesOf(change.from), wraps: true },
          { key: 'to', name: words.to, text: (change) => namesOf(change.to), wraps: true },
          {
            key: 'reference',
            name: words.approvalReference,
            text: (change) => change.approvalReference ?? words.loaded,
            show: (change) => change.approvalReference ?? <span className="quiet">{words.loaded}</span>,
          },
          ...(onRevoke === undefined
            ? []
            : [
                {
                  key: 'revoke',
                  name: words.revoke,
                  isControl: true,
                  text: () => '',
                  show: (change: KnownDivisionChange) =>
                    change.id !== undefined && (
                      <Button isSmall onClick={() => onRevoke(change)}>
                        {words.revoke}
                      </Button>
                    ),
                },
              ]),
        ]}
      />
    </section>
  )
}

const namesOf = (counties: KnownDivisionChange['from']): string =>
  counties.map(({ code, name }) => `${name}（${code}）`).join('、')

function Counties({ found }: { found: Divisions }) {
  const cityNames = new Map<string, string>(found.cities.map(({ code, name }) => [code, name]))
  return (
    <div>
      <h2>{words.counties}</h2>
      <DataTable
        caption={words.counties}
        name=""
        isDense
        rows={found.counties}
        rowKey={({ code }) => code}
        columns={[
          { key: 'name', name: words.name, text: ({ name }) => name, isRowHead: true },
          { key: 'code', name: words.code, text: ({ code }) => code },
          { key: 'city', name: words.city, text: ({ city }) => cityNames.get(city) ?? '', filtered: true },
          {
            key: 'since',
            name: words.since,
            kind: 'day',
            text: ({ validFrom }) => validFrom ?? '',
            show: ({ validFrom }) => (validFrom === undefined ? '' : dayText(validFrom)),
          },
          {
            key: 'state',
            name: words.state,
            filtered: true,
            text: ({ validTo }) => (validTo === undefined ? words.current : words.ceased(dayText(validTo))),
            show: ({ validTo }) => (
              <StateMark tone={validTo === undefined ? 'good' : 'off'}>
                {validTo === undefined ? words.current : words.ceased(dayText(validTo))}
              </StateMark>
            ),
          },
        ]}
      />
    </div>
  )
}

interface RevokeDialogProps {
  readonly change: KnownDivisionChange
  readonly version: number
  readonly onClose: () => void
}

function RevokeDialog({ change, version, onClose }: RevokeDialogProps) {
  const [reason, setReason] = useState('')
  const revoke = useCommand(OPERATIONS.revokeDivisionChange)
  const error = useFieldErrors(revoke.problem)
  return (
    <CommandDialog
      title={words.revokeTitle}
      onClose={onClose}
      disabled={reason.trim().length < 2}
      command={revoke}
      input={() => {
        const { id } = change
        if (id === undefined) return undefined
        return { params: { changeId: id }, ifMatch: version, body: { reason: reason.trim() } }
      }}
      onDone={() => {
        tellDone(words.revoked)
        onClose()
      }}
    >
      <p>{words.revokeText}</p>
      <p>
        {namesOf(change.from)} {words.arrow} {namesOf(change.to)}
      </p>
      <TextField
        label={words.reason}
        value={reason}
        rows={2}
        most={500}
        onChange={setReason}
        error={error('reason')}
        autoFocus
      />
    </CommandDialog>
  )
}
