import { mayReach, ownerOf, scopeOf } from '@anjie/domain/access/index'
import { openStore } from '@anjie/store'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { systemMark } from '../builders/context.ts'
import { member } from '../builders/people.ts'
import { ulid } from '../builders/ulid.ts'
import { unitChange } from '../ports/recordStore.suite.ts'

const COUNTIES = ['990101', '990102', '9901H1', '990201', '980101'] as const
const ROLES = { 6: 'county-admin', 4: 'city-reviewer', 2: 'province-admin' } as const

const storeOf = (stores: ReturnType<typeof memoryStores>, code: string) => {
  const role = code.length === 6 ? ROLES[6] : code.length === 4 ? ROLES[4] : ROLES[2]
  return openStore(stores, scopeOf(member({ roles: [role], jurisdiction: code }).jurisdiction), systemMark())
}

test('however many times anybody tries anything on anybody’s record, nothing crosses', async () => {
  const stores = memoryStores()
  const ids = await Promise.all(
    COUNTIES.map(async (county) => {
      const change = unitChange(county)
      await storeOf(stores, county).commit([change])
      return change.id
    }),
  )
  const codes = [...COUNTIES, '9901', '9902', '9801', '99', '98']
  const attempt = fc.record({
    code: fc.constantFrom(...codes),
    id: fc.constantFrom(...ids),
    verb: fc.constantFrom('get', 'getMany', 'facts', 'list', 'find', 'part', 'commit', 'putParts'),
  })
  await fc.assert(
    fc.asyncProperty(attempt, async ({ code, id, verb }) => {
      const store = storeOf(stores, code)
      const owner = id.slice(0, 6)
      const mayRead = owner.startsWith(code)
      // The province carries registers of its own counties over; a city writes none.
      const mayWrite = owner === code || owner.slice(0, 2) === code
      const before = stores.recordedFacts().length
      if (verb === 'get') expect((await store.get('unit', id)) !== undefined).toBe(mayRead)
      if (verb === 'getMany') expect((await store.getMany('unit', ids)).has(id)).toBe(mayRead)
      if (verb === 'facts') expect((await store.facts('unit', id)).facts.length > 0).toBe(mayRead)
      if (verb === 'list') {
        const rows = (await store.list('unit')).rows
        expect(rows.every((row) => row.id.startsWith(code))).toBe(true)
      }
      if (verb === 'find') {
        const found = await store.find('unit', { name: '向阳' })
        // A register is its county's own: each finds its own village there, and an overseer none.
        expect(found.ok && found.value.rows.map((row) => row.id)).toEqual(
          ids.filter((own) => own.startsWith(code) && code.length === 6),
        )
      }
      if (verb === 'part')
        expect(await store.getPart('unit', id, { name: `p${ulid()}`, content: z.unknown() })).toBeUndefined()
      if (verb === 'putParts' && !mayWrite)
        await expect(store.putParts('unit', id, [{ name: 'p', content: 1 }])).rejects.toThrow()
      if (verb === 'commit' && !mayWrite) {
        await expect(store.commit([unitChange(owner, { id, version: 1 })])).rejects.toThrow('does not write')
        expect(stores.recordedFacts()).toHaveLength(before)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('a place in one jurisdiction’s list is no place in another’s, nor in the answer to another question', async () => {
  const stores = memoryStores()
  for (const county of ['990101', '990102']) {
    for (let unit = 0; unit < 3; unit++)
      await storeOf(stores, county).commit([unitChange(county, { name: `村${unit}` })])
  }
  const own = { name: '村' }
  const first = await storeOf(stores, '990101').find('unit', own, { limit: 1 })
  if (!first.ok) throw new Error(first.error.detail)
  const { cursor } = first.value
  expect(cursor).toBeDefined()
  expect(await storeOf(stores, '990101').find('unit', own, { cursor })).toMatchObject({ ok: true })
  const refused = { ok: false, error: { code: 'invalid-input', pointer: '/cursor' } }
  expect(await storeOf(stores, '990102').find('unit', own, { cursor })).toMatchObject(refused)
  expect(await storeOf(stores, '9901').find('unit', own, { cursor })).toMatchObject(refused)
  expect(await storeOf(stores, '990101').find('title', own, { cursor })).toMatchObject(refused)
  expect(await storeOf(stores, '990101').find('unit', { name: '' }, { cursor })).toMatchObject(refused)
  expect(await storeOf(stores, '990101').find('unit', own, { cursor: 'bm90IGpzb24' })).toMatchObject(refused)
})

test('the suite would see it: without the reach check a neighbour’s record is read', async () => {
  const stores = memoryStores({ reach: () => true })
  const change = unitChange('990101')
  await storeOf(stores, '990101').commit([change])
  expect(await storeOf(stores, '990102').get('unit', change.id)).toBeDefined()
  const owner = ownerOf('unit', change.id)
  expect(
    owner !== undefined &&
      mayReach({ level: 'county', county: '990102', city: '9901', province: '99' }, 'read', 'unit', owner),
  ).toBe(false)
})
