import { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { RECORD_KINDS } from '@anjie/contracts/vocabulary/records'
import { scopeOf } from '@anjie/domain/access/index'
import { openStore } from '@anjie/store'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import type { Stores, TenantScope, UnitScope } from '@anjie/store/stores'
import type { Change } from '@anjie/use-cases/ports'
import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { sampleOf } from '../api/sampleOf.ts'
import { systemMark } from '../builders/context.ts'
import { someDetails } from '../builders/facts.ts'
import { member, PLACES } from '../builders/people.ts'
import { ulid } from '../builders/ulid.ts'
import { unitChange } from '../ports/recordStore.suite.ts'

const COUNTY = PLACES.county.code
const idOf = (county: string) => UnitId.parse(`${county}.${ulid()}`)

/** Units of one county, and one of the county beside it. */
const UNITS = [idOf(COUNTY), idOf(COUNTY), idOf(COUNTY), idOf(PLACES.neighbourCounty.code)]

const scopeOfUnit = (unit: UnitId): UnitScope => {
  const scope = scopeOf(member({ roles: ['unit-reporter'], jurisdiction: unit.slice(0, 6) }).jurisdiction, unit)
  if (scope.level !== 'unit') throw new Error('a unit’s scope')
  return scope
}

const FACT_OF = {
  submission: 'SubmissionOpened',
  application: 'ApplicationDrafted',
  appeal: 'AppealFiled',
  'application-slot': 'ApplicationSlotTaken',
} as const
type KeptKind = keyof typeof FACT_OF

/** A record of a unit, with a word in it by which it would be recognised anywhere. */
function recordOf(kind: KeptKind, unit: UnitId): Change {
  const id = `${unit}-${ulid()}`
  const subject = { code: unit, name: `名${unit.slice(-6)}` }
  const marks = {
    submission: { subject, county: unit.slice(0, 6) },
    appeal: { subject, county: unit.slice(0, 6) },
    application: { unitId: unit, unitName: subject.name, county: unit.slice(0, 6) },
    'application-slot': {},
  }
  // State and fact belong to the kind by construction, which a type cannot follow through a text.
  return {
    kind,
    id,
    expectedVersion: 0,
    next: {
      ...(sampleOf(RECORD_KINDS[kind].state) as object),
      ...(kind === 'application-slot' ? {} : { id }),
      ...marks[kind],
    },
    fact: { type: FACT_OF[kind], details: someDetails(FACT_OF[kind]) },
  } as unknown as Change
}

async function world() {
  const stores = memoryStores()
  const ids: { kind: RecordKind; id: string; unit: UnitId }[] = []
  for (const unit of UNITS) {
    const platform = () => stores.openPlatformStore('99', systemMark())
    const change = unitChange(unit.slice(0, 6), { id: unit, name: `名${unit.slice(-6)}` })
    await platform().commit([change])
    ids.push({ kind: 'unit', id: unit, unit })
    for (const kind of Object.keys(FACT_OF) as KeptKind[]) {
      const record = recordOf(kind, unit)
      const written = await platform().commit([record])
      if (!written.ok) throw new Error(written.error.detail)
      ids.push({ kind, id: record.id, unit })
    }
  }
  return { stores, ids }
}

/** `UNIT_ATTEMPTS=100000` for a long run. */
const ATTEMPTS = Number(process.env['UNIT_ATTEMPTS'] ?? 3_000)

const VERBS = [
  'get',
  'getMany',
  'facts',
  'list',
  'find',
  'findOf',
  'listOfCounty',
  'home',
  'handled',
  'scorecard',
  'table',
  'progress',
  'part',
  'commit',
  'putParts',
  'cursor',
] as const

/** What one attempt brought to light of other units: nothing. */
async function attempt(
  { stores, ids }: Awaited<ReturnType<typeof world>>,
  who: UnitId,
  target: { kind: RecordKind; id: string; unit: UnitId },
  verb: (typeof VERBS)[number],
): Promise<unknown> {
  const store = openStore(stores, scopeOfUnit(who), systemMark())
  const { kind, id } = target
  switch (verb) {
    case 'get':
      return store.get(kind, id)
    case 'getMany':
      return [
        ...(
          await store.getMany(
            kind,
            ids.filter((each) => each.kind === kind).map((each) => each.id),
          )
        ).values(),
      ]
    case 'facts':
      return store.facts(kind, id)
    case 'list':
      return kind === 'application-slot' ? [] : store.list(kind as 'submission')
    case 'find':
      return store.find(kind === 'unit' ? 'unit' : 'application', {})
    case 'findOf':
      return Promise.all(
        [target.unit, target.unit.slice(0, 6), '9901', '99'].map((of) =>
          store.find(kind === 'unit' ? 'unit' : 'application', {}, { of }),
        ),
      )
    case 'listOfCounty':
      return kind === 'application-slot' ? [] : store.listOfCounty(kind as 'submission', target.unit.slice(0, 6))
    case 'home':
      return store.homeRows('own', { from: '', to: '~', limit: 100 })
    case 'handled':
      return [await store.handledRows('9', 100), await store.findHandled(kind, id)]
    case 'scorecard':
      return store.releasedScorecard('990101.01J00000000000000000000000', target.unit)
    case 'table':
      return store.releasedTable('990101.01J00000000000000000000000')
    case 'progress':
      return store.progress('990101.01J00000000000000000000000', 'form')
    case 'part':
      return store.getPart(kind, id, { name: 'x', schema: { parse: (part: unknown) => part } } as never)
    case 'cursor': {
      const county = stores.openTenantStore(scopeOf(member({ roles: ['county-admin'] }).jurisdiction) as TenantScope)
      const page = await county.find('application', {}, { limit: 1 })
      const cursor = page.ok ? page.value.cursor : undefined
      return cursor === undefined ? [] : store.find('application', {}, { cursor })
    }
    case 'commit':
      return target.unit === who
        ? []
        : store.commit([{ ...recordOf('submission', who), kind, id } as Change]).then(
            (outcome) => (outcome.ok ? `written ${id}` : []),
            () => [],
          )
    case 'putParts':
      return target.unit === who
        ? []
        : store.putParts(kind, id, [{ name: 'p', content: 1 }]).then(
            () => `written ${id}`,
            () => [],
          )
  }
}

describe('a unit’s scope', () => {
  test('is kept to its unit: of thousands of random attempts none shows or changes anything of another unit', async () => {
    const all = await world()
    const tries = fc.record({
      who: fc.constantFrom(...UNITS),
      target: fc.constantFrom(...all.ids),
      verb: fc.constantFrom(...VERBS),
    })
    let leaks = 0
    let own = 0
    await fc.assert(
      fc.asyncProperty(tries, async ({ who, target, verb }) => {
        const seen = JSON.stringify(await attempt(all, who, target, verb)) ?? ''
        if (UNITS.some((unit) => unit !== who && seen.includes(unit.slice(7)))) leaks += 1
        if (seen.includes(who.slice(7))) own += 1
        expect(leaks).toBe(0)
      }),
      { numRuns: ATTEMPTS, seed: 1 },
    )
    // It reads what is its own, so that silence is no proof by itself.
    expect(own).toBeGreaterThan(ATTEMPTS / 10)
  }, 300_000)

  test('would be seen to leak: without our own reach check a neighbour’s form is read', async () => {
    const { stores, ids } = await world()
    const open = memoryStores({ reach: () => true })
    const form = ids.find(({ kind, unit }) => kind === 'submission' && unit === UNITS[1])
    expect(await openStore(stores, scopeOfUnit(UNITS[0] as UnitId)).get('submission', form?.id ?? '')).toBeUndefined()
    const change = recordOf('submission', UNITS[1] as UnitId)
    await open.openPlatformStore('99', systemMark()).commit([change])
    expect(await openStore(open, scopeOfUnit(UNITS[0] as UnitId)).get('submission', change.id)).toBeDefined()
  })

  test('is no county’s scope and no overseer’s, by its type', () => {
    expectTypeOf<UnitScope>().not.toExtend<TenantScope>()
    expectTypeOf<UnitScope>().not.toExtend<Parameters<Stores['openOverseerStore']>[0]>()
    expectTypeOf<TenantScope>().not.toExtend<UnitScope>()
    // @ts-expect-error a unit's scope opens no county's store
    expect(() => memoryStores().openTenantStore(scopeOfUnit(UNITS[0] as UnitId))).not.toThrow()
  })
})
