import { beijingDate } from '@anjie/calendar-cn'
import type { enterBar as operation } from '@anjie/contracts/operations/honours'
import { levelOf } from '@anjie/domain/access/index'
import { enterBar as decide } from '@anjie/domain/honours/bars'
import { ok } from '@anjie/kernel'
import { incidentChange } from '../aftercare/addIncident.ts'
import { checkVersion } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Change, Command } from '../ports.ts'
import { barsRecord } from './barsRecord.ts'

/** 登记限制申报 by the county or a level above it, with the decision that says so. */
export const enterBar: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, scope, now } = context
  const found = await barsRecord(context, params.subject)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decided = decide(state, body, levelOf(scope), beijingDate(now), now)
  if (!decided.ok) return decided
  const id = params.subject
  const outcome = { id: params.subject, version: version + 1, status: 'entered' }
  const changes: Change[] = [{ kind: 'bars', id, expectedVersion: version, ...decided.value }]
  const unit = body.kind === 'grave-event' ? await store.get('unit', id) : undefined
  if (unit !== undefined) {
    // What bars a unit from applying speaks against the titles that it holds as well.
    const { from, document, cause } = body
    const incident = await incidentChange(context, unit.state, { kind: 'barred', on: from, source: document, cause })
    if (!incident.ok) return incident
    changes.push(incident.value)
  }
  const written = await store.commit(changes, outcome)
  return written.ok ? ok(outcome) : written
}
