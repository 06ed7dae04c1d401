import { useState } from 'react'
import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { EvidenceFiles } from '../../../app/evidence/EvidenceFiles.tsx'
import { useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { drawWords, visitWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { ApplicationCase } from './applicationCase.ts'
import { VisitDialog } from './VisitDialog.tsx'
import '../../../ui/form/criterion.css'

type RecordedVisit = NonNullable<ApplicationCase['state']['visits']>[number]

/** 现场核查: what was found on the spot, visit by visit, with its files, and the way to write down one more. */
export function Visits({ found }: { found: ApplicationCase }) {
  const { state, allowed } = found
  const [recording, setRecording] = useState(false)
  const may = allowed.some((entry) => entry.action === 'visit' && entry.allowed)
  const visits = state.visits ?? []
  if (visits.length === 0 && !may) return null
  return (
    <section className="panel stack">
      <h2>{words.title}</h2>
      {visits.length === 0 && <p className="quiet">{words.none}</p>}
      {visits.map((visit) => (
        <OneVisit key={visit.number} found={found} visit={visit} may={may} />
      ))}
      {may && (
        <div>
          <Button onClick={() => setRecording(true)}>{words.record}</Button>
        </div>
      )}
      {recording && <VisitDialog found={found} onClose={() => setRecording(false)} />}
    </section>
  )
}

function OneVisit({ found, visit, may }: { found: ApplicationCase; visit: RecordedVisit; may: boolean }) {
  const api = useApi()
  const me = useMe()
  const { state, version } = found
  const params = { applicationId: state.id, visit: visit.number }
  const request = useCommand(OPERATIONS.requestVisitFile)
  const attach = useCommand(OPERATIONS.attachVisitFile)
  const isOwn = visit.jurisdiction === me.jurisdiction.code
  const isRead = visit.jurisdiction.startsWith(me.jurisdiction.code)
  return (
    <fieldset className="criterion">
      <legend>
        {words.nth(visit.number)} {dayText(visit.on)}{' '}
        <StateMark tone={visit.agrees ? 'good' : 'stop'}>{visit.agrees ? words.agrees : words.differs}</StateMark>{' '}
        {visit.before === true && <StateMark tone="off">{words.before}</StateMark>}
      </legend>
      <p className="quiet small">
        {visit.jurisdictionName} {visit.visitors.join('、')}
      </p>
      {visit.byDraw !== undefined && (
        <p className="quiet small">{drawWords.byDraw(visit.byDraw.number, visit.byDraw.listed, visit.byDraw.count)}</p>
      )}
      <p className="prose">{visit.finding}</p>
      {isRead && ((visit.files ?? []).length > 0 || (isOwn && may)) && (
        <EvidenceFiles
          files={visit.files ?? []}
          attaching={isOwn && may ? { allowed: true } : undefined}
          testId={`visit-${visit.number}`}
          open={({ id }) =>
            api.call(OPERATIONS.openApplicationEvidence, { params: { applicationId: state.id, evidenceId: id } })
          }
          request={{ ...request, take: (file) => request.run({ params, ifMatch: version, body: file }) }}
          attach={{
            ...attach,
            confirm: (slot) =>
              attach.run({ params: { ...params, evidenceId: slot.id as never }, ifMatch: slot.version }),
          }}
        />
      )}
    </fieldset>
  )
}
