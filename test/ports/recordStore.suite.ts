import type { AnyStoredFact } from '@anjie/contracts/facts/envelope'
import type { ListedKind } from '@anjie/contracts/vocabulary/listRow'
import type { Part } from '@anjie/contracts/vocabulary/part'
import { RECORD_KINDS } from '@anjie/contracts/vocabulary/records'
import { brokenLink, digest } from '@anjie/store'
import { factHash } from '@anjie/store/factItem'
import { stepsOf } from '@anjie/store/history'
import type { CommandMark, CommandStore } from '@anjie/use-cases/commandStore'
import type { Change, CommandOutcome, RecordStore } from '@anjie/use-cases/ports'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { NOW, systemMark } from '../builders/context.ts'
import { someDetails } from '../builders/facts.ts'
import { ulid } from '../builders/ulid.ts'

export interface StoresUnderTest {
  /** A county's, a city's or a province's store, by the length of the code. */
  open(code: string, mark?: CommandMark): CommandStore
  /** Codes that nobody else uses: a county, its neighbour, their city, another city, the province. */
  readonly county: string
  readonly neighbour: string
  readonly city: string
  readonly otherCity: string
  readonly province: string
  /** Lists are there at once, or a moment later. */
  readonly listsAtOnce: boolean
}

const anyPart = (name: string): Part<unknown> => ({ name, content: z.unknown() })
const receipts = (name: string): Part<unknown> => ({
  name,
  content: z.object({ receipts: z.array(z.object({ node: z.string(), points: z.string() })) }),
})

const outcome = (id: string, version = 1): CommandOutcome => ({ id, version, status: 'current' })

export const unitChange = (county: string, given: { id?: string; name?: string; version?: number } = {}): Change => {
  const { id = `${county}.${ulid()}`, name = '向阳村', version = 0 } = given
  const next = RECORD_KINDS.unit.state.parse({
    id,
    county,
    kind: 'village',
    name,
    validFrom: '2020-01-01',
    successors: [],
    updatedAt: NOW,
  })
  const fact =
    version === 0
      ? ({ type: 'UnitRegistered', details: { name, kind: '村', validFrom: '2020-01-01' } } as const)
      : renamedTo(name)
  return { kind: 'unit', id, expectedVersion: version, next, fact }
}

const renamedTo = (name: string) =>
  ({
    type: 'UnitChanged',
    details: { toName: name, on: '2026-01-01', approvalReference: '县政办〔2026〕1号' },
  }) as const

const slotChange = (county: string, applicationId: string | null): Change => ({
  kind: 'application-slot',
  id: `${county}.${ulid()}-${ulid()}`,
  expectedVersion: 0,
  next: { applicationId },
  fact: { type: 'ApplicationSlotTaken', details: someDetails('ApplicationSlotTaken') },
})

const quotaChange = (id: string, used: number, version: number): Change => ({
  kind: 'quota',
  id,
  expectedVersion: version,
  next: { used },
  fact: { type: 'QuotaCounted', details: { application: id, used: String(used) } },
})

/** What every `RecordStore` guarantees, whatever lies beneath. */
export function recordStoreSuite(name: string, stores: () => StoresUnderTest): void {
  const county = (mark: CommandMark = systemMark()) => stores().open(stores().county, mark)

  describe(`a record store ${name}`, () => {
    test('gives back what was committed, with its version and one fact for each version', async () => {
      const { county: code } = stores()
      const change = unitChange(code)
      expect(await county().commit([change], outcome(change.id))).toEqual({ ok: true, value: undefined })
      const renamed = unitChange(code, { id: change.id, name: '向阳新村', version: 1 })
      expect((await county().commit([renamed], outcome(change.id, 2))).ok).toBe(true)

      const reader = stores().open(code)
      expect(await reader.get('unit', change.id)).toEqual({ state: renamed.next, version: 2 })
      const history = await reader.history('unit', change.id)
      expect([...stepsOf(history)].map(({ fact: { version, type }, after }) => ({ version, type, after }))).toEqual([
        { version: 1, type: 'UnitRegistered', after: change.next },
        { version: 2, type: 'UnitChanged', after: renamed.next },
      ])
      expect(brokenLink(history)).toBeUndefined()
    })

    test('a fact that was altered, left out or moved breaks the chain', async () => {
      const { county: code } = stores()
      const { id } = await unitWithVersions(county, code, 4)
      const facts = await stores().open(code).history('unit', id)
      expect(brokenLink(facts)).toBeUndefined()
      const alteredAt2 = (change: Partial<AnyStoredFact>) =>
        brokenLink(facts.map((fact) => (fact.version === 2 ? ({ ...fact, ...change } as AnyStoredFact) : fact)))
      expect(alteredAt2({ details: { toName: '别的村' } })).toBe(2)
      expect(alteredAt2({ change: [{ op: 'replace', path: '/name', value: '别的村' }] })).toBe(2)
      // Even with a hash that was worked out anew: the state that was hashed is another one.
      const forged = facts.map((fact) => {
        if (fact.version !== 2) return fact
        const altered = {
          ...fact,
          change: [{ op: 'replace' as const, path: '/name', value: '别的村' }],
        } as AnyStoredFact
        return { ...altered, hash: factHash(altered) }
      })
      expect(brokenLink(forged)).toBe(2)
      expect(brokenLink(facts.filter(({ version }) => version !== 3))).toBe(3)
      expect(brokenLink(facts.toReversed())).toBe(1)
    })

    test('a command that changes nothing is a broken assumption: every command leaves a fact', async () => {
      await expect(county().commit([], outcome('x'))).rejects.toThrow('leaves no fact')
    })

    test('a store that was opened for reading commits nothing', async () => {
      const { county: code } = stores()
      const change = unitChange(code)
      await expect(stores().open(code).commit([change], outcome(change.id))).rejects.toThrow('for reading')
    })

    test('a second record under an id that is taken is a stale version, and the first stays', async () => {
      const { county: code } = stores()
      const first = unitChange(code)
      await county().commit([first], outcome(first.id))
      const second = unitChange(code, { id: first.id, name: '后来的村' })
      expect(await county().commit([second], outcome(first.id))).toMatchObject({
        ok: false,
        error: { code: 'stale-version' },
      })
      expect((await stores().open(code).get('unit', first.id))?.state).toEqual(first.next)
    })

    test('of two commits from the same version at the same moment one wins, the other is stale', async () => {
      const { county: code } = stores()
      const { id } = await unitWithVersions(county, code, 1)
      const results = await Promise.all(
        ['东村', '西村'].map((name) => county().commit([unitChange(code, { id, name, version: 1 })], outcome(id, 2))),
      )
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'stale-version' } })
      expect((await stores().open(code).facts('unit', id)).facts).toHaveLength(2)
    })

    test('how often figures were settled is counted with the step that settles them, by each division for itself', async () => {
      const { open, city, otherCity, province } = stores()
      const cycleId = `${province}.${ulid()}`
      const counts = async () => open(province).settledCounts(cycleId, [province, city, otherCity])
      expect(await counts()).toEqual({ [province]: 0, [city]: 0, [otherCity]: 0 })
      const slot = () => slotChange(stores().county, null)
      const raise = { cycleId, raise: city }
      expect((await open(city, systemMark()).commit([slot()], undefined, raise)).ok).toBe(true)
      expect((await open(city, systemMark()).commit([slot()], undefined, raise)).ok).toBe(true)
      expect(await counts()).toEqual({ [province]: 0, [city]: 2, [otherCity]: 0 })
      const unchanged = (times: number) => ({ cycleId, unchanged: { [province]: 0, [city]: times, [otherCity]: 0 } })
      const stale = await open(province, systemMark()).commit([slot()], undefined, unchanged(1))
      expect(stale.ok ? 'ok' : stale.error.code).toBe('stale-version')
      expect((await open(province, systemMark()).commit([slot()], undefined, unchanged(2))).ok).toBe(true)
      await expect(open(city, systemMark()).commit([slot()], undefined, { cycleId, raise: otherCity })).rejects.toThrow(
        'does not count for another division',
      )
    })

    test('all changes of a commit are written, or none of them', async () => {
      const { county: code } = stores()
      const { id } = await unitWithVersions(county, code, 1)
      const fresh = unitChange(code)
      const stale = unitChange(code, { id, name: '旧版村', version: 7 })
      expect((await county().commit([fresh, stale], outcome(id))).ok).toBe(false)
      const reader = stores().open(code)
      expect(await reader.get('unit', fresh.id)).toBeUndefined()
      expect((await reader.facts('unit', fresh.id)).facts).toEqual([])
    })

    test('as many changes fit in one commit as a transaction takes; one more does not, and one record changes once', async () => {
      const { county: code } = stores()
      const most = Array.from({ length: 49 }, () => unitChange(code))
      expect((await county().commit(most, outcome('most'))).ok).toBe(true)
      await expect(county().commit([...most, unitChange(code)], outcome('x'))).rejects.toThrow('at most 49')
      const once = unitChange(code)
      await expect(county().commit([once, once], outcome('x'))).rejects.toThrow('once')
    })

    test('a hundred commits at once on a quota of twenty: exactly twenty get a place', async () => {
      const { city } = stores()
      const id = `${city}.${ulid()}`
      await stores()
        .open(city, systemMark())
        .commit([quotaChange(id, 0, 0)], outcome(id))
      const take = async (): Promise<boolean> => {
        for (;;) {
          const store = stores().open(city, systemMark())
          const found = await store.get('quota', id)
          if (found === undefined) throw new Error('the quota is gone')
          if (found.state.used >= 20) return false
          const written = await store.commit([quotaChange(id, found.state.used + 1, found.version)], outcome(id))
          if (written.ok) return true
        }
      }
      const taken = await Promise.all(Array.from({ length: 100 }, take))
      expect(taken.filter(Boolean)).toHaveLength(20)
      const reader = stores().open(city)
      expect((await reader.get('quota', id))?.state.used).toBe(20)
      const facts = await reader.history('quota', id)
      expect(facts).toHaveLength(21)
      expect(brokenLink(facts)).toBeUndefined()
    })

    test('what is out of reach reads like what does not exist, and cannot be written', async () => {
      const { county: code, neighbour } = stores()
      const change = unitChange(code)
      await county().commit([change], outcome(change.id))
      const other = stores().open(neighbour, systemMark())
      expect(await other.get('unit', change.id)).toBeUndefined()
      expect((await other.getMany('unit', [change.id])).size).toBe(0)
      expect(await other.facts('unit', change.id)).toEqual({ facts: [], hasEarlier: false })
      expect(await other.history('unit', change.id)).toEqual([])
      expect(await other.getPart('unit', change.id, anyPart('x'))).toBeUndefined()
      await expect(other.commit([unitChange(code)], outcome('x'))).rejects.toThrow('does not write')
      await expect(other.putParts('unit', change.id, [{ name: 'x', content: 1 }])).rejects.toThrow('does not write')
    })

    test('an id with a delimiter or an impossible owner is absent and never a key', async () => {
      const reader = stores().open(stores().county)
      for (const id of [
        '',
        '.',
        '990101',
        '990101.a#STATE#',
        '990101#.a',
        `${stores().county}.a b`,
        '99.x',
        'T#990101#.x',
      ]) {
        expect(await reader.get('unit', id)).toBeUndefined()
      }
    })

    test('an overseer reads down and not sideways', async () => {
      const { county: code, city, otherCity, province } = stores()
      const change = unitChange(code)
      await county().commit([change], outcome(change.id))
      expect((await stores().open(city).get('unit', change.id))?.version).toBe(1)
      expect((await stores().open(province).get('unit', change.id))?.version).toBe(1)
      expect(await stores().open(otherCity).get('unit', change.id)).toBeUndefined()
      await expect(
        stores()
          .open(city, systemMark())
          .commit([unitChange(code, { id: change.id, version: 1 })], outcome(change.id)),
      ).rejects.toThrow('does not write')
    })

    test('many records come in one call, absent ones are left out', async () => {
      const { county: code } = stores()
      const changes = Array.from({ length: 40 }, () => unitChange(code))
      await county().commit(changes, outcome('many'))
      const more = Array.from({ length: 40 }, () => unitChange(code))
      await county().commit(more, outcome('more'))
      const evenMore = Array.from({ length: 40 }, () => unitChange(code))
      await county().commit(evenMore, outcome('even more'))
      const all = [...changes, ...more, ...evenMore]
      const ids = all.map(({ id }) => id)
      const found = await stores()
        .open(code)
        .getMany('unit', [...ids, `${code}.${ulid()}`, 'nonsense'])
      expect([...found.keys()].sort()).toEqual(ids.toSorted())
    })

    describe('the receipt of a command', () => {
      test('answers a repeat with the recorded outcome, and another request under the key is refused', async () => {
        const { county: code } = stores()
        const mark = systemMark()
        const change = unitChange(code)
        const reply = outcome(change.id)
        expect(await county(mark).findReceipt()).toBeUndefined()
        const first = county(mark)
        await first.commit([change], reply)
        expect(first.recorded()).toEqual(reply)
        expect(await county(mark).findReceipt()).toEqual({ requestHash: mark.requestHash, outcome: reply })

        const twin = county(mark)
        expect((await twin.commit([unitChange(code)], outcome('another'))).ok).toBe(true)
        expect(twin.recorded()).toEqual(reply)

        const other = county({ ...mark, requestHash: digest('another request') })
        expect(await other.commit([unitChange(code)], outcome('x'))).toMatchObject({
          error: { code: 'idempotency-key-reused' },
        })
      })

      test('ten times the same command at once writes once, and every call has the same outcome', async () => {
        const { county: code } = stores()
        const mark = systemMark()
        const calls = await Promise.all(
          Array.from({ length: 10 }, async () => {
            const store = county(mark)
            const change = unitChange(code)
            const written = await store.commit([change], outcome(change.id))
            return { written: written.ok, id: store.recorded()?.id }
          }),
        )
        expect(calls.every(({ written }) => written)).toBe(true)
        const ids = new Set(calls.map(({ id }) => id))
        expect(ids.size).toBe(1)
      })

      test('belongs to one jurisdiction: a neighbour with the same key is not answered from it', async () => {
        const { county: code, neighbour } = stores()
        const mark = systemMark()
        const change = unitChange(code)
        await county(mark).commit([change], outcome(change.id))
        expect(await stores().open(neighbour, mark).findReceipt()).toBeUndefined()
        const own = unitChange(neighbour)
        expect((await stores().open(neighbour, mark).commit([own], outcome(own.id))).ok).toBe(true)
      })

      test('counts as absent once it has expired, although it is still there', async () => {
        const { county: code } = stores()
        const mark = systemMark()
        const first = unitChange(code)
        await county(mark).commit([first], outcome(first.id))
        const later = { ...mark, now: '2026-03-09T01:00:00.000Z' }
        expect(await county(later).findReceipt()).toBeUndefined()
        const second = unitChange(code)
        const store = county(later)
        expect((await store.commit([second], outcome(second.id))).ok).toBe(true)
        expect(store.recorded()?.id).toBe(second.id)
      })

      test('comes with the last step of a longer command: until then a repeat carries on', async () => {
        const { county: code } = stores()
        const mark = systemMark()
        const store = county(mark)
        await store.commit([unitChange(code)])
        expect(await county(mark).findReceipt()).toBeUndefined()
        const last = unitChange(code)
        await store.commit([last], outcome(last.id))
        expect((await county(mark).findReceipt())?.outcome.id).toBe(last.id)
      })
    })

    describe('the receipt of a step that starts from a record’s version', () => {
      test('lies with the step’s fact: it answers a repeat from that version, also after others’ steps, and no other request', async () => {
        const { county: code } = stores()
        const first = unitChange(code)
        await county().commit([first])
        const { id } = first
        const mark = systemMark({ startsFrom: { kind: 'unit', id, version: 1 } })
        const reply = outcome(id, 2)
        expect(await county(mark).findReceipt()).toBeUndefined()
        expect((await county(mark).commit([unitChange(code, { id, version: 1, name: '青山村' })], reply)).ok).toBe(true)
        await county().commit([unitChange(code, { id, version: 2, name: '青松村' })])

        expect(await county(mark).findReceipt()).toMatchObject({ requestHash: mark.requestHash, outcome: reply })
        for (const version of [1, 3]) {
          const repeat = county(mark)
          const written = await repeat.commit(
            [unitChange(code, { id, version, name: '青山村' })],
            outcome(id, version + 1),
          )
          // From the old version it is stale before it is looked for; the caller looks then.
          expect([version, written.ok, repeat.recorded()]).toEqual(
            version === 1 ? [1, false, undefined] : [3, true, reply],
          )
        }
        const other = county({ ...mark, requestHash: digest('another request') })
        expect(
          await other.commit([unitChange(code, { id, version: 3, name: '清水村' })], outcome(id, 4)),
        ).toMatchObject({ error: { code: 'idempotency-key-reused' } })
        expect((await county().get('unit', id))?.version).toBe(3)
        await expect(county(mark).commit([unitChange(code)], reply)).rejects.toThrow('starts from')
      })
    })

    describe('sizes', () => {
      const long = (length: number) => '长'.repeat(length)

      test('a state of several hundred thousand characters comes back unchanged', async () => {
        const { province } = stores()
        const id = `${province}.${ulid()}-${stores().county}`
        const next = commissionValues(stores().county, 3000, '同样的说明')
        const store = stores().open(province, systemMark())
        expect(
          (
            await store.commit(
              [{ kind: 'commission-values', id, expectedVersion: 0, next, fact: entered }],
              outcome(id),
            )
          ).ok,
        ).toBe(true)
        expect((await stores().open(province).get('commission-values', id))?.state).toEqual(next)
        expect([...stepsOf(await stores().open(province).history('commission-values', id))][0]?.after).toEqual(next)
      })

      test('one that outgrows the table is refused with payload-too-large before anything is written', async () => {
        const { province } = stores()
        const id = `${province}.${ulid()}-${stores().county}`
        const next = commissionValues(stores().county, 3000, undefined)
        const store = stores().open(province, systemMark())
        const result = await store.commit(
          [{ kind: 'commission-values', id, expectedVersion: 0, next, fact: entered }],
          outcome(id),
        )
        expect(result).toMatchObject({ ok: false, error: { code: 'payload-too-large' } })
        expect(await stores().open(province).get('commission-values', id)).toBeUndefined()
      })

      test('a case that went back and forth 120 times with long comments stays readable, in order', {
        timeout: 120_000,
      }, async () => {
        const { county: code } = stores()
        const first = unitChange(code)
        const store = county()
        await store.commit([first])
        for (let version = 1; version < 120; version++) {
          const next = unitChange(code, { id: first.id, version })
          await store.commit([{ ...next, fact: renamedTo(long(300)) } as Change])
        }
        const versions = async (before?: number) => {
          const page = await stores()
            .open(code)
            .facts('unit', first.id, before === undefined ? {} : { before })
          return { versions: page.facts.map(({ version }) => version), hasEarlier: page.hasEarlier }
        }
        const from = (start: number, length = 20) => Array.from({ length }, (_, index) => start + index)
        expect(await versions()).toEqual({ versions: from(101), hasEarlier: true })
        expect(await versions(101)).toEqual({ versions: from(81), hasEarlier: true })
        expect(await versions(21)).toEqual({ versions: from(1), hasEarlier: false })
        expect(await versions(1)).toEqual({ versions: [], hasEarlier: false })
        const history = await stores().open(code).history('unit', first.id)
        expect(history.map(({ version }) => version)).toEqual(from(1, 120))
        expect(brokenLink(history)).toBeUndefined()
      })

      test('decimals come back as they were typed', async () => {
        const { province, county: code } = stores()
        const texts = ['0.0000001', '1234567890123.45', '9007199254740993', '12.30', '0']
        const id = `${province}.${ulid()}-${code}`
        const next = RECORD_KINDS['commission-values'].state.parse({
          cycleId: `${province}.${ulid()}`,
          subject: code,
          values: texts.map((value, index) => ({ item: `i${index}`, period: '2025', status: 'reported', value })),
          updatedAt: NOW,
        })
        await stores()
          .open(province, systemMark())
          .commit([{ kind: 'commission-values', id, expectedVersion: 0, next, fact: entered }], outcome(id))
        const read = await stores().open(province).get('commission-values', id)
        expect(read?.state.values.map((value) => (value.status === 'reported' ? value.value : ''))).toEqual(texts)
      })
    })

    describe('parts', () => {
      test('are written once: the same again is fine, anything else is refused', async () => {
        const { county: code } = stores()
        const { id } = await unitWithVersions(county, code, 1)
        const content = { receipts: [{ node: 'A1', points: '2.50' }] }
        await county().putParts('unit', id, [{ name: 'receipt-A1', content }])
        await county().putParts('unit', id, [{ name: 'receipt-A1', content }])
        await expect(
          county().putParts('unit', id, [{ name: 'receipt-A1', content: { receipts: [] } }]),
        ).rejects.toThrow('once')
        expect(await stores().open(code).getPart('unit', id, receipts('receipt-A1'))).toEqual(content)
        expect(await stores().open(code).getPart('unit', id, receipts('receipt-A2'))).toBeUndefined()
      })

      test('are handed out as their schema has them; one that does not fit it is a fault and no answer', async () => {
        const { county: code } = stores()
        const { id } = await unitWithVersions(county, code, 1)
        await county().putParts('unit', id, [
          { name: 'receipt-A1', content: { receipts: [{ node: 'A1', points: 2.5 }] } },
        ])
        await expect(stores().open(code).getPart('unit', id, receipts('receipt-A1'))).rejects.toThrow('points')
      })

      test('are written many at a time: a repeat fills in what is not there yet, and one that differs is named', async () => {
        const { county: code } = stores()
        const { id } = await unitWithVersions(county, code, 1)
        const parts = Array.from({ length: 45 }, (_, index) => ({ name: `receipt-${index}`, content: { index } }))
        await county().putParts('unit', id, parts.slice(0, 30))
        await county().putParts('unit', id, parts)
        for (const { name, content } of [parts[0], parts[29], parts[44]].filter((part) => part !== undefined))
          expect(await stores().open(code).getPart('unit', id, anyPart(name))).toEqual(content)
        await expect(
          county().putParts('unit', id, [...parts.slice(0, 3), { name: 'receipt-3', content: { index: 4 } }]),
        ).rejects.toThrow('receipt-3')
        expect(await stores().open(code).getPart('unit', id, anyPart('receipt-3'))).toEqual({ index: 3 })
      })
    })

    describe('lists', () => {
      const eventually = async <T>(read: () => Promise<T>, good: (value: T) => boolean): Promise<T> => {
        const deadline = Date.now() + 20_000
        for (;;) {
          const value = await read()
          if (good(value) || stores().listsAtOnce || Date.now() > deadline) return value
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
      }

      test('are paged without loss or repetition, and a page that ends exactly at the limit has no phantom after it', async () => {
        const { neighbour } = stores()
        const store = () => stores().open(neighbour, systemMark())
        const before = await everyRow(store(), 'unit', 10)
        const changes = Array.from({ length: 25 }, () => unitChange(neighbour))
        await store().commit(changes, outcome('listed'))
        const rows = await eventually(
          () => everyRow(store(), 'unit', 10),
          ({ ids }) => ids.length >= before.ids.length + 25,
        )
        expect(new Set(rows.ids).size).toBe(rows.ids.length)
        expect(rows.ids).toEqual(expect.arrayContaining(changes.map(({ id }) => id)))
        const exact = await everyRow(store(), 'unit', rows.ids.length)
        expect(exact.ids).toEqual(rows.ids)
        expect(exact.pages).toBeLessThanOrEqual(2)
      })

      test('are found by the beginning of a name, page by page', async () => {
        const { county: code } = stores()
        const mark = ulid().slice(-8).toLowerCase()
        const names = [`翠竹${mark}一村`, `翠竹${mark}二村`, `翠竹${mark}三村`, `翠屏${mark}村`]
        await stores()
          .open(code, systemMark())
          .commit(names.map((name) => unitChange(code, { name })))
        const find = async (name: string, limit = 50) => {
          const found: string[] = []
          let cursor: string | undefined
          do {
            const page = await stores().open(code).find('unit', { stage: 'open', name }, { limit, cursor })
            if (!page.ok) throw new Error(page.error.detail)
            found.push(...page.value.rows.map(({ title }) => title))
            cursor = page.value.cursor
          } while (cursor !== undefined)
          return found.toSorted()
        }
        const bamboo = names.slice(0, 3).toSorted()
        expect(
          await eventually(
            () => find(`翠竹${mark}`),
            ({ length }) => length === 3,
          ),
        ).toEqual(bamboo)
        expect(await find(`翠竹${mark}`, 2)).toEqual(bamboo)
        expect(await find(`翠屏 ${mark.toUpperCase()}`)).toEqual([`翠屏${mark}村`])
        expect(await find(`屏${mark}`)).toEqual([])
      })

      test('an empty list is an empty page', async () => {
        expect(await stores().open(stores().county).list('round')).toEqual({ rows: [] })
      })
    })

    test('random histories: the state is what the last fact says, and every chain holds', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.stringMatching(/^[\u4e00-\u9fff]{1,10}$/), { minLength: 1, maxLength: 6 }),
          async (names) => {
            const { county: code } = stores()
            const id = `${code}.${ulid()}`
            for (const [version, name] of names.entries()) {
              expect((await county().commit([unitChange(code, { id, name, version })], outcome(id))).ok).toBe(true)
            }
            const found = await stores().open(code).get('unit', id)
            const steps = [...stepsOf(await stores().open(code).history('unit', id))]
            expect(found).toEqual({ state: steps.at(-1)?.after, version: names.length })
            expect(steps.map(({ after }) => after)).toEqual(names.map((name) => expect.objectContaining({ name })))
            expect(brokenLink(steps.map(({ fact }) => fact))).toBeUndefined()
          },
        ),
        { numRuns: stores().listsAtOnce ? 50 : 5 },
      )
    })

    test('an application slot is taken by one of two clerks', async () => {
      const { county: code } = stores()
      const slot = slotChange(code, `${code}.${ulid()}`)
      const results = await Promise.all([county().commit([slot]), county().commit([slot])])
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    })
  })
}

const entered = { type: 'CommissionValuesEntered', details: someDetails('CommissionValuesEntered') } as const

/** With a note of its own on each value the state hardly compresses. */
function commissionValues(subject: string, count: number, note: string | undefined) {
  return RECORD_KINDS['commission-values'].state.parse({
    cycleId: `${subject.slice(0, 2)}.${ulid()}`,
    subject,
    values: Array.from({ length: count }, (_, index) => ({
      item: `i${index}`,
      period: '2025',
      status: 'missing',
      note: note ?? Array.from({ length: 7 }, (_, part) => digest(`${index} ${part}`)).join(''),
    })),
    updatedAt: NOW,
  })
}

async function unitWithVersions(open: () => CommandStore, county: string, versions: number): Promise<{ id: string }> {
  const id = `${county}.${ulid()}`
  for (let version = 0; version < versions; version++) {
    const written = await open().commit([unitChange(county, { id, name: `村${version}`, version })], outcome(id))
    if (!written.ok) throw new Error(written.error.detail)
  }
  return { id }
}

async function everyRow(store: RecordStore, kind: ListedKind, limit: number) {
  const ids: string[] = []
  let cursor: string | undefined
  let pages = 0
  do {
    const page = await store.list(kind, { limit, ...(cursor === undefined ? {} : { cursor }) })
    if (page.cursor !== undefined && page.cursor === cursor) throw new Error('the cursor does not advance')
    ids.push(...page.rows.map(({ id }) => id))
    cursor = page.cursor
    pages += 1
  } while (cursor !== undefined && pages < 200)
  return { ids, pages }
}
