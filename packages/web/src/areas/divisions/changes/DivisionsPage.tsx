import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { KnownDivisionChange } from '@anjie/contracts/vocabulary/divisions/divisions'
import { DIVISION_CHANGE_KIND_NAMES } from '@anjie/domain/divisions/divisionChangeKindNames'
import { useState } from 'react'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { divisionWords as words } from '../../../locales/zh-CN/divisions.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
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
  if (changes.length === 0) return <p className="empty">{words.noChanges}</p>
  return (
    <section aria-label={words.changes}>
      <h2>{words.changes}</h2>
      <div className="table-scroll">
        <table className="list dense">
          <caption className="visually-hidden">{words.changes}</caption>
          <thead>
            <tr>
              <th scope="col">{words.on}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.approvalReference}</th>
              {onRevoke !== undefined && <th scope="col">{words.revoke}</th>}
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.id ?? `${change.on} ${change.from.map(({ code }) => code).join(' ')}`}>
                <th scope="row">{dayText(change.on)}</th>
                <td>{DIVISION_CHANGE_KIND_NAMES[change.kind]}</td>
                <td>{namesOf(change.from)}</td>
                <td>{namesOf(change.to)}</td>
                <td>{change.approvalReference ?? <span className="quiet">{words.loaded}</span>}</td>
                {onRevoke !== undefined && (
                  <td>
                    {change.id !== undefined && (
                      <Button isSmall onClick={() => onRevoke(change)}>
                        {words.revoke}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
      <section
        className="table-scroll"
        style={{ maxHeight: 480, overflow: 'auto' }}
        aria-label={words.counties}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list without a link in it is scrolled by key as well
        tabIndex={0}
      >
        <table className="list dense">
          <caption className="visually-hidden">{words.counties}</caption>
          <thead>
            <tr>
              <th scope="col">{words.code}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.city}</th>
              <th scope="col">{words.since}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {found.counties.map(({ code, name, city, validFrom, validTo }) => (
              <tr key={code}>
                <td className="quiet">{code}</td>
                <th scope="row">{name}</th>
                <td>{cityNames.get(city)}</td>
                <td>{validFrom === undefined ? '' : dayText(validFrom)}</td>
                <td>
                  <StateMark tone={validTo === undefined ? 'good' : 'off'}>
                    {validTo === undefined ? words.current : words.ceased(dayText(validTo))}
                  </StateMark>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
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
    <Dialog
      title={words.revokeTitle}
      open
      onClose={onClose}
      waiting={revoke.waiting}
      problem={revoke.problem}
      disabled={reason.trim().length < 2}
      onConfirm={() => {
        const { id } = change
        if (id === undefined) return
        void revoke
          .run({ params: { changeId: id }, ifMatch: version, body: { reason: reason.trim() } })
          .then((reply) => {
            if (reply === undefined) return
            tellDone(words.revoked)
            onClose()
          })
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
    </Dialog>
  )
}
