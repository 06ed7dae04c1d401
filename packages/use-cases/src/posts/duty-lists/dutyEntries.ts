import { yearOf } from '@anjie/calendar-cn'
import type {
  decideDutyEntry as decideOperation,
  enterDuty as enterOperation,
} from '@anjie/contracts/operations/posts/dutyLists'
import {
  decideDutyEntry as decide,
  dutyEntriesId,
  enterDuty as enter,
  noDutyEntries,
} from '@anjie/domain/posts/duty-lists/dutyEntrySteps'
import { ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../../findRecord.ts'
import type { InputOf } from '../../input.ts'
import type { Command } from '../../ports.ts'
import { listsOn } from './versions.ts'

const MAX_TRIES = 5

/** 登记 of what no record proves. Two people who enter at one moment are written one after the other. */
export const enterDuty: Command<InputOf<typeof enterOperation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'duty-post', params.postId)
  if (!found.ok) return found
  const { state: post } = found.value
  const lists = await listsOn(store, post.county, post.kind, body.on)
  const year = yearOf(body.on)
  const id = dutyEntriesId(post.id, year)
  for (let attempt = 1; ; attempt++) {
    const kept = await store.get('duty-entries', id)
    const step = enter(kept?.state ?? noDutyEntries(post, year, now), body, lists?.routine ?? [], member, now)
    if (!step.ok) return step
    const expectedVersion = kept?.version ?? 0
    const outcome = { id: post.id, version: expectedVersion + 1, status: 'entered' }
    const written = await store.commit([{ kind: 'duty-entries', id, expectedVersion, ...step.value }], outcome)
    if (written.ok) return ok(outcome)
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) return written
  }
}

/** 确认 or 不予确认. */
export const decideDutyEntry: Command<InputOf<typeof decideOperation>> = async (context, { params, body }) => {
  const id = dutyEntriesId(params.postId, body.year)
  const found = await findRecord(context, 'duty-entries', id)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const step = decide(state, body, context.member, context.now)
  if (!step.ok) return step
  const outcome = { id: params.postId, version: version + 1, status: body.outcome }
  const written = await context.store.commit(
    [{ kind: 'duty-entries', id, expectedVersion: version, ...step.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
