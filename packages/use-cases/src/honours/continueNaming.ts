import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { completeNaming } from '@anjie/domain/honours/decisions/completeNaming'
import { issueSerials, isToBeNamed, type Naming, name, newCounter } from '@anjie/domain/honours/decisions/name'
import { passOver, whyPassedOver } from '@anjie/domain/honours/decisions/passOver'
import { setAside } from '@anjie/domain/honours/decisions/setAside'
import { counterId, titleId } from '@anjie/domain/honours/recordIds'
import { isHeldByObjection } from '@anjie/domain/objections/holdUnit'
import type { Change, CommandContext, RecordStore } from '../ports.ts'
import { continueTakingBack } from './continueTakingBack.ts'
import { barsOfUnits, lowerTitlesOf, renewedTitlesOf, unitsOf, unitTitlesOf } from './honourRecords.ts'

/** What naming needs; a command's context has it, and the clock function makes it for itself. */
export interface NamingContext extends Pick<CommandContext, 'store' | 'now' | 'newId' | 'newCheckCode' | 'digest'> {
  readonly divisions: Pick<DivisionTree, 'province'>
}

export interface NamingProgress {
  /** Units that got their title in this call. */
  readonly named: number
  readonly finished: boolean
}

/** Optimistic-lock retries: runners that meet at the same counter let each other pass; units that never get through point to a fault. */
const MAX_TRIES = 50
/** Three records of each unit and the counter, with their facts: as many as one commit takes. */
export const UNITS_A_COMMIT = 16

type NamingCase = { readonly state: Application; readonly version: number }
type Surroundings = Awaited<ReturnType<typeof surroundingsOf>>
type Counter = Awaited<ReturnType<typeof counterOf>>

/**
 * Names the units of a list that are not named yet, sixteen a commit (application, title and the note of what the unit holds, for
 * each; the counter once), and closes the list when none is left. A unit that got the title from another list meanwhile is passed
 * over with that reason, one to which an objection is open is set aside for a list of its own, and the rest goes on. May be stopped anywhere and called again, also twice at once: what is done is skipped,
 * and numbers are only taken by the commit that uses them.
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
  if (batch.status === 'taking-back') return continueTakingBack(context, found, mayContinue)
  if (batch.status !== 'naming') return { named: 0, finished: batch.status === 'named' }

  const applications = new Map<string, NamingCase>(
    await store.getMany(
      'application',
      batch.entries.map(({ applicationId }) => applicationId),
    ),
  )
  const open = batch.entries.flatMap(({ applicationId }) => {
    const application = applications.get(applicationId)
    if (application === undefined) throw new Error(`${applicationId} of the list ${batchId} is not there`)
    return isToBeNamed(batch, application.state) ? [applicationId] : []
  })
  const groups: (typeof open)[] = []
  for (let start = 0; start < open.length; start += UNITS_A_COMMIT)
    groups.push(open.slice(start, start + UNITS_A_COMMIT))
  // What is around the next group is read while this one is written: a list takes as many rounds as it has commits, and few more.
  const read = (group: typeof open | undefined): Promise<Surroundings> | undefined => {
    const cases = group?.flatMap((id) => applications.get(id)?.state ?? [])
    const ahead = cases === undefined ? undefined : surroundingsOf(store, batch, cases)
    // A failure is thrown where it is waited for, and not before.
    ahead?.catch(() => undefined)
    return ahead
  }
  let around = read(groups[0])
  let counter = open.length === 0 ? undefined : await counterOf(store, batch)
  let named = 0
  for (const [at, group] of groups.entries()) {
    if (counter === undefined || !mayContinue()) return { named, finished: false }
    const surroundings = await around
    around = read(groups[at + 1])
    const done = await nameTogether(context, batch, group, applications, counter, surroundings)
    named += done.named
    counter = done.counter
  }

  const applicationsNow = [...applications.values()].map(({ state }) => state)
  const step = completeNaming(batch, applicationsNow, now)
  // When another runner has closed the list meanwhile, it is closed all the same.
  await store.commit([{ kind: 'batch', id: batch.id, expectedVersion: found.version, ...step }])
  return { named, finished: true }
}

/**
 * Names some units in one commit, with running numbers in the order of the list; `applications` is brought up to what stands then.
 * Those that somebody else has named meanwhile, or that have left the list, are skipped.
 */
async function nameTogether(
  context: NamingContext,
  batch: Batch,
  ids: readonly Application['id'][],
  applications: Map<string, NamingCase>,
  counterBefore: Counter,
  readAhead: Surroundings | undefined,
): Promise<{ readonly named: number; readonly counter: Counter }> {
  const { store } = context
  let counter = counterBefore
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    if (attempt > 0) {
      const [fresh, count] = await Promise.all([store.getMany('application', ids), counterOf(store, batch)])
      for (const [id, application] of fresh) applications.set(id, application)
      counter = count
    }
    const cases = ids.flatMap((id) => {
      const application = applications.get(id)
      return application !== undefined && isToBeNamed(batch, application.state) ? [application] : []
    })
    if (cases.length === 0) return { named: 0, counter }
    const around =
      attempt === 0 && readAhead !== undefined
        ? readAhead
        : await surroundingsOf(
            store,
            batch,
            cases.map(({ state }) => state),
          )
    const step = decideTogether(context, batch, cases, counter, around)
    const written = await store.commit(step.changes)
    if (written.ok) {
      for (const { state, version } of step.after) applications.set(state.id, { state, version })
      return { named: step.named, counter: step.counter }
    }
    if (written.error.code !== 'stale-version') throw new Error(`${ids[0]}: ${written.error.detail}`)
  }
  throw new Error(`${ids[0]} and those after it could not be named in ${MAX_TRIES} tries`)
}

/** What is around the units of some applications: what each holds already, the unit itself, and the title below. */
async function surroundingsOf(store: RecordStore, batch: Batch, applications: readonly Application[]) {
  const namedOn = namingDay(batch)
  const [notes, units, lower, bars, renewed] = await Promise.all([
    unitTitlesOf(store, applications, namedOn),
    unitsOf(store, applications),
    lowerTitlesOf(store, applications),
    barsOfUnits(store, applications),
    renewedTitlesOf(store, applications),
  ])
  return { notes, units, lower, bars, renewed }
}

function namingDay({ id, namedOn }: Batch) {
  if (namedOn === undefined) throw new Error(`${id} is not being named`)
  return namedOn
}

/** What becomes of each of these units, as the records around it stand. */
function decideTogether(
  context: NamingContext,
  batch: Batch,
  cases: readonly NamingCase[],
  counter: Counter,
  { notes, units, lower, bars, renewed }: Surroundings,
): { changes: Change[]; after: NamingCase[]; named: number; counter: Counter } {
  const namedOn = namingDay(batch)
  const changes: Change[] = []
  const after: NamingCase[] = []
  const namings: Naming[] = []
  for (const { state, version } of cases) {
    const unit = units(state)
    if (isHeldByObjection(state)) {
      const step = setAside(batch, state, context.now)
      changes.push({ kind: 'application', id: state.id, expectedVersion: version, ...step })
      after.push({ state: step.next, version: version + 1 })
      continue
    }
    const { held, ...unitTitle } = notes(state)
    const reason = whyPassedOver(state, unit, held, lower(state), bars(state), namedOn, renewed(state))
    const id = titleId(state, context.newId())
    if (reason !== null) {
      const step = passOver(batch, state, reason, context.now)
      changes.push({ kind: 'application', id: state.id, expectedVersion: version, ...step })
      after.push({ state: step.next, version: version + 1 })
      continue
    }
    const naming = name({
      batch,
      application: state,
      unit,
      titleId: id,
      renewed: renewed(state),
      provinceName: context.divisions.province.name,
      counter: namings.at(-1)?.counter ?? counter.state,
      checkCode: context.newCheckCode(),
      digest: context.digest,
      at: context.now,
    })
    changes.push(
      { kind: 'application', id: state.id, expectedVersion: version, ...naming.application },
      { kind: 'title', id, expectedVersion: 0, ...naming.title },
      { kind: 'unit-title', id: unitTitle.id, expectedVersion: unitTitle.version, ...naming.unitTitle },
    )
    after.push({ state: naming.application.next, version: version + 1 })
    namings.push(naming)
  }
  const issued = issueSerials(batch, namings)
  if (issued === null) return { changes, after, named: 0, counter }
  changes.push({ kind: 'serial-counter', id: counter.id, expectedVersion: counter.version, ...issued })
  return {
    changes,
    after,
    named: namings.length,
    counter: { id: counter.id, version: counter.version + 1, state: issued.next },
  }
}

async function counterOf(store: RecordStore, batch: Batch) {
  const fresh = newCounter(batch)
  const id = counterId(batch, fresh.year)
  const found = await store.get('serial-counter', id)
  return { id, version: found?.version ?? 0, state: found?.state ?? fresh }
}
