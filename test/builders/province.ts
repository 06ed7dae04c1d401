import type { OPERATIONS, OperationId } from '@anjie/contracts/operations/index'
import { areaOf } from '@anjie/contracts/operations/index'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import { digest } from '@anjie/store'
import { type MemoryStores, memoryStores } from '@anjie/store/memory/memoryStores'
import { USE_CASES } from '@anjie/use-cases'
import type { InputOf, OutputOf } from '@anjie/use-cases/input'
import { carryOutScoring } from '@anjie/use-cases/league-tables/carryOutScoring'
import type { Command, CommandOutcome } from '@anjie/use-cases/ports'
import { draftEscalatedMeasures } from '@anjie/use-cases/supervision/draftEscalated'
import { commandContext, divisionTree, queryContext, systemMark } from './context.ts'
import { cycle as cycleBuilder } from './cycle.ts'
import { member, PLACES } from './people.ts'
import { countyScheme } from './scheme.ts'
import { reported, WHOLE_FORM } from './submission.ts'

export const admin = member({ roles: ['province-admin'] })
export const reporterOf = (county: string): Membership => member({ roles: ['county-reporter'], jurisdiction: county })
export const reviewerOf = (county: string): Membership => member({ roles: ['county-reviewer'], jurisdiction: county })
export const cityOf = (county: string): Membership =>
  member({ roles: ['city-reviewer'], jurisdiction: county.slice(0, 4) })

type UseCases = typeof USE_CASES
type Id = keyof UseCases & OperationId
type QueryId = { [K in Id]: (typeof OPERATIONS)[K]['method'] extends 'GET' ? K : never }[Id]
type CommandId = Exclude<Id, QueryId>
type Input<K extends Id> = Partial<InputOf<(typeof OPERATIONS)[K]>>

/** What came of something that has to succeed. */
export function done<T>(outcome: Result<T, Problem>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.detail}`)
  return outcome.value
}
export const refusalOf = (outcome: Result<unknown, Problem>): string => (outcome.ok ? 'ok' : outcome.error.code)

/** A province in memory whose people work through the use cases, as the API lets them. */
export class Province {
  readonly stores: MemoryStores
  now = '2026-03-02T01:00:00.000Z'
  divisions = divisionTree()

  constructor(stores: MemoryStores = memoryStores()) {
    this.stores = stores
  }

  async ask<K extends QueryId>(
    who: Membership,
    operation: K,
    input: Input<K> = {},
  ): Promise<Result<OutputOf<(typeof OPERATIONS)[K]>, Problem>> {
    const context = queryContext({ stores: this.stores, member: who, now: this.now, divisions: this.divisions })
    const useCase = USE_CASES[operation]
    // The table of use cases pairs each operation with its own input and output; TypeScript cannot follow that by a key.
    return useCase(context as never, { params: {}, query: {}, body: {}, ...input } as never) as never
  }

  async run<K extends CommandId>(
    who: Membership,
    operation: K,
    input: Input<K>,
    ifMatch?: number,
    idempotencyKey?: string,
  ): Promise<Result<CommandOutcome, Problem>> {
    const context = commandContext({
      stores: this.stores,
      member: who,
      now: this.now,
      divisions: this.divisions,
      purpose: areaOf(operation),
      ...(ifMatch === undefined ? {} : { ifMatch }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    })
    const useCase = USE_CASES[operation]
    // As above.
    const outcome: Result<CommandOutcome, Problem> = await useCase(
      context as never,
      { params: {}, query: {}, body: {}, ...input } as never,
    )
    // What the scorer does as soon as it hears of it.
    if (operation === 'runScores' && outcome.ok && this.scoresAtOnce)
      await this.carryOut((input as { params: { cycleId: string } }).params.cycleId)
    // And of a table that was published.
    if (operation === 'publishRun' && outcome.ok && this.escalatesAtOnce) await this.escalate(outcome.value.id)
    return outcome
  }

  /** False: nothing is drafted by a table until somebody asks. */
  escalatesAtOnce = true

  async escalate(runId: string): Promise<number> {
    const store = this.stores.openPlatformStore(PLACES.province.code, systemMark({ now: this.now }))
    const run = await store.get('run', runId)
    const divisions = async () => this.divisions
    return draftEscalatedMeasures({ store, now: this.now, digest, divisions }, run?.state.cycleId ?? '')
  }

  /** False: a run that is asked for stays where it is until `carryOut`. */
  scoresAtOnce = true

  carryOut(cycleId: string, subjectsInPiece?: number): Promise<boolean> {
    const mark = systemMark({ now: this.now })
    const store = this.stores.openPlatformStore(PLACES.province.code, mark)
    return carryOutScoring({ store, now: this.now, digest }, cycleId, subjectsInPiece)
  }

  /** What the answer of a command carries beyond its outcome, as the API completes it. */
  async answer<K extends CommandId>(
    who: Membership,
    operation: K,
    input: Input<K>,
    outcome: CommandOutcome,
  ): Promise<Readonly<Record<string, unknown>>> {
    const context = queryContext({ stores: this.stores, member: who, now: this.now, divisions: this.divisions })
    const useCase: Command<never> = USE_CASES[operation] as never
    // As above.
    const more = await useCase.completeAnswer?.(
      context,
      { params: {}, query: {}, body: {}, ...input } as never,
      outcome,
    )
    return more === undefined ? {} : done(more)
  }

  /** A published scheme and a cycle of it, opened for the three counties in one group. */
  async openCycle(scheme: Scheme = countyScheme(), year = 2026): Promise<Opened> {
    const drafted = done(await this.run(admin, 'draftScheme', { body: { scheme } }))
    const schemeId = drafted.id as Opened['schemeId']
    done(await this.run(admin, 'publishScheme', { params: { schemeId }, body: { as: 'in-force' } }, 1))
    const template = cycleBuilder()
    const planned = done(
      await this.run(admin, 'planCycle', {
        body: {
          name: `${year}年度平安建设考评`,
          year,
          schemeId,
          dataFrom: `${year}-01-01` as typeof template.dataFrom,
          dataTo: `${year}-12-31` as typeof template.dataTo,
          dueOn: `${year + 1}-01-31` as typeof template.dueOn,
          subjects: template.subjects.map(({ code, group }) => ({ code, group })),
        },
      }),
    )
    const cycleId = planned.id as Opened['cycleId']
    done(await this.run(admin, 'openCycle', { params: { cycleId } }, 1))
    return { schemeId, cycleId, formOf: (county) => `${county}.${cycleId.slice(3)}` as ReturnType<Opened['formOf']> }
  }

  /** A township (or another unit) in the register of a county. */
  async register(
    county: string,
    name: string,
    kind: 'township' | 'village' = 'township',
    parentId?: string,
  ): Promise<UnitId> {
    const body = { kind, name, validFrom: '2020-01-01', ...(parentId === undefined ? {} : { parentId }) }
    const who = member({ roles: ['county-admin'], jurisdiction: county })
    return UnitId.parse(done(await this.run(who, 'registerUnit', { body: body as never })).id)
  }

  /** The form of one county, brought to the given step by the posts whose steps they are. */
  async fill(
    opened: Opened,
    county: string,
    until: 'draft' | 'submitted' | 'verified' | 'accepted' = 'accepted',
    values: readonly FormValue[] = WHOLE_FORM,
  ): Promise<void> {
    const params = { submissionId: opened.formOf(county) }
    let version = done(await this.ask(reporterOf(county), 'getSubmission', { params })).version
    const step = async (outcome: Promise<Result<CommandOutcome, Problem>>): Promise<void> => {
      version = done(await outcome).version
    }
    await step(this.run(reporterOf(county), 'saveValues', { params, body: { values: [...values] } }, version))
    if (until === 'draft') return
    await step(this.run(reporterOf(county), 'submitSubmission', { params }, version))
    if (until === 'submitted') return
    await step(this.run(reviewerOf(county), 'verifySubmission', { params, body: {} }, version))
    if (until === 'verified') return
    await step(this.run(cityOf(county), 'acceptSubmission', { params, body: {} }, version))
  }

  async enterSafety(opened: Opened, county: string, percent: string, year = 2026): Promise<void> {
    const params = { cycleId: opened.cycleId, subject: county as ParamsOf<'enterCommissionValues'>['subject'] }
    const values = [reported('SAFETY', percent, String(year))]
    done(await this.run(admin, 'enterCommissionValues', { params, body: { values } }, 0))
  }

  /** Three accepted forms and their safety rates, scored. */
  async score(
    opened: Opened,
    safety: readonly [string, string, string] = ['88', '96', '96'],
    year = 2026,
  ): Promise<string> {
    for (const [index, { code }] of [PLACES.county, PLACES.neighbourCounty, PLACES.farCounty].entries()) {
      await this.fill(
        opened,
        code,
        'accepted',
        WHOLE_FORM.map((value) => ({ ...value, period: value.period.replace('2026', String(year)) })),
      )
      await this.enterSafety(opened, code, safety[index] ?? '96', year)
    }
    return done(await this.run(admin, 'runScores', { params: { cycleId: opened.cycleId }, body: {} })).id
  }
}

type ParamsOf<K extends Id> = InputOf<(typeof OPERATIONS)[K]>['params']
export interface Opened {
  readonly schemeId: ParamsOf<'getScheme'>['schemeId']
  readonly cycleId: ParamsOf<'getCycle'>['cycleId']
  formOf(county: string): ParamsOf<'getSubmission'>['submissionId']
}
