import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import { TitleId } from '@anjie/contracts/vocabulary/ids'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { completeNaming } from '@anjie/domain/honours/decisions/completeNaming'
import { isToBeNamed, name, newCounter } from '@anjie/domain/honours/decisions/name'
import { passOver, whyPassedOver } from '@anjie/domain/honours/decisions/passOver'
import { counterId } from '@anjie/domain/honours/recordIds'
import type { CommandContext, RecordStore } from '../ports.ts'
import { getUnitOf, unitTitleOf } from './honourRecords.ts'

/** What naming needs; a command's context has it, and the clock function makes it for itself. */
export interface NamingContext extends Pick<CommandContext, 'store' | 'now' | 'newId' | 'newCheckCode' | 'digest'> {
  readonly divisions: Pick<DivisionTree, 'province'>
}

export interface NamingProgress {
  /** Units that got their title in this call. */
  readonly named: number
  readonly finished: boolean
}

/** Runners that meet at the same counter let each other pass; a unit that never gets through points to a fault. */
const MAX_TRIES = 50

/**
 * Names the units of a list that are not named yet, one small commit each (application, title, certificate number, the note of
 * what the unit holds), and closes the list when none is left. A unit that got the title from another list meanwhile is passed
 * over with that reason, and the rest goes on. May be stopped anywhere and called again, also twice at once: what is done is skipped,
 * and a number is only taken by the commit that uses it.
 */
export async function continueNaming(
  context: NamingContext,
  batchId: Batch['id'],
  mayContinue: () => boolean,
): Promise<NamingProgress> {
  const { store, now } = context
  const found = await store.get('batch', batchId)
  if (found === undefined) throw new Error(`there is no list ${batchId}`)
  const batch = found.state
  if (batch.status !== 'naming') return { named: 0, finished: batch.status === 'named' }

  const applications = await store.getMany(
    'application',
    batch.entries.map(({ applicationId }) => applicationId),
  )
  let named = 0
  for (const { applicationId } of batch.entries) {
    const application = applications.get(applicationId)
    if (application === undefined) throw new Error(`${applicationId} of the list ${batchId} is not there`)
    if (!isToBeNamed(batch, application.state)) continue
    if (!mayContinue()) return { named, finished: false }
    if (await nameOne(context, batch, applicationId)) named += 1
  }

  const after = await store.getMany(
    'application',
    batch.entries.map(({ applicationId }) => applicationId),
  )
  const applicationsNow = [...after.values()].map(({ state }) => state)
  const step = completeNaming(batch, applicationsNow, now)
  // When another runner has closed the list meanwhile, it is closed all the same.
  await store.commit([{ kind: 'batch', id: batch.id, expectedVersion: found.version, ...step }])
  return { named, finished: true }
}

/** Names one unit; false when somebody else has done it, or it has left the list, or it is passed over. */
async function nameOne(context: NamingContext, batch: Batch, applicationId: Application['id']): Promise<boolean> {
  const { store } = context
  const { namedOn } = batch
  if (namedOn === undefined) throw new Error(`${batch.id} is not being named`)
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const [application, counter] = await Promise.all([store.get('application', applicationId), counterOf(store, batch)])
    if (application === undefined || !isToBeNamed(batch, application.state)) return false
    const [{ held, ...unitTitle }, unit] = await Promise.all([
      unitTitleOf(store, application.state, namedOn),
      getUnitOf(store, application.state),
    ])
    const reason = whyPassedOver(unit, held, namedOn)
    if (reason !== null) {
      const step = passOver(batch, application.state, reason, context.now)
      const written = await store.commit([
        { kind: 'application', id: applicationId, expectedVersion: application.version, ...step },
      ])
      if (written.ok) return false
      if (written.error.code !== 'stale-version') throw new Error(`${applicationId}: ${written.error.detail}`)
      continue
    }
    const titleId = TitleId.parse(`${application.state.county}.${context.newId()}`)
    const naming = name({
      batch,
      application: application.state,
      unit,
      titleId,
      provinceName: context.divisions.province.name,
      counter: counter.state,
      checkCode: context.newCheckCode(),
      digest: context.digest,
      at: context.now,
    })
    const written = await store.commit([
      { kind: 'application', id: applicationId, expectedVersion: application.version, ...naming.application },
      { kind: 'title', id: titleId, expectedVersion: 0, ...naming.title },
      { kind: 'serial-counter', id: counter.id, expectedVersion: counter.version, ...naming.counter },
      { kind: 'unit-title', id: unitTitle.id, expectedVersion: unitTitle.version, ...naming.unitTitle },
    ])
    if (written.ok) return true
    if (written.error.code !== 'stale-version') throw new Error(`${applicationId}: ${written.error.detail}`)
  }
  throw new Error(`${applicationId} could not be named in ${MAX_TRIES} tries`)
}

async function counterOf(store: RecordStore, batch: Batch) {
  const fresh = newCounter(batch)
  const id = counterId(batch, fresh.year)
  const found = await store.get('serial-counter', id)
  return { id, version: found?.version ?? 0, state: found?.state ?? fresh }
}
