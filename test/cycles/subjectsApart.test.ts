import { Cycle, CycleHead, SUBJECTS_IN_PART } from '@anjie/contracts/vocabulary/cycles/cycle'
import { apartFromSubjects } from '@anjie/domain/cycles/apartFromSubjects'
import { digest } from '@anjie/store'
import { pack, packedBytes, unpack } from '@anjie/store/packed'
import { subjectsOf } from '@anjie/use-cases/cycles/subjectsOf'
import { describe, expect, test } from 'vitest'
import { queryContext } from '../builders/context.ts'
import { cycle } from '../builders/cycle.ts'
import { PLACES } from '../builders/people.ts'
import { admin, done, Province, reporterOf } from '../builders/province.ts'
import { ulid } from '../builders/ulid.ts'

const county = PLACES.county.code

/** A cycle of so many townships of ten counties. */
const townships = (count: number): Cycle =>
  Cycle.parse({
    ...cycle(),
    subjects: Array.from({ length: count }, (_, at) => ({
      code: `9901${String(10 + (at % 10))}.${ulid()}`,
      name: `第${at}镇`,
      group: `G${at % 3}`,
      submissionId: `9901${String(10 + (at % 10))}.${ulid()}`,
    })),
  })

describe('被考评单位', () => {
  test('lie beside the cycle: its record has the same few hundred bytes for three and for a thousand of them', () => {
    for (const count of [3, 1000]) {
      const { head, parts } = apartFromSubjects(townships(count), digest)
      expect(packedBytes(pack(CycleHead.parse(head)))).toBeLessThan(1024)
      expect(head).toMatchObject({ subjectCount: count, subjectParts: parts.map(({ name }) => name) })
      expect(parts).toHaveLength(Math.ceil(count / SUBJECTS_IN_PART))
    }
  })

  test('another plan of the same cycle has other parts, so that what was written is never written over', () => {
    const whole = townships(3)
    const names = (each: Cycle) => apartFromSubjects(each, digest).head.subjectParts
    expect(names(whole)).toEqual(names(whole))
    expect(names({ ...whole, subjects: whole.subjects.toReversed() })).not.toEqual(names(whole))
  })

  test('are read by no save of a form, and once by a function that asks for them again and again', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const read: string[] = []
    const { get } = province.stores.tables
    Object.assign(province.stores.tables, {
      get: (table: never, key: { pk: string; sk: string }) => {
        if (key.sk.startsWith('PART#')) read.push(key.sk)
        return get(table, key as never)
      },
    })
    await province.fill(opened, county)
    expect(read).toEqual([])
    const params = { cycleId: opened.cycleId }
    for (const _ of [1, 2, 3]) done(await province.ask(admin, 'getCycleProgress', { params }))
    expect(read.length).toBeLessThanOrEqual(1)
  })

  test('of a cycle from before stand in its record, and it goes on to the published table', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { cycleId: opened.cycleId }
    const { state } = done(await province.ask(admin, 'getCycle', { params }))
    const { tables } = province.stores
    const item = tables.dump('records').find(({ pk, sk }) => pk === `P#99#cycle#${opened.cycleId}#` && sk === 'STATE#')
    if (item === undefined) throw new Error('the cycle has a record')
    const { subjectCount, divisions, subjectParts, ...rest } = CycleHead.parse(unpack(item['state']))
    expect([subjectCount, divisions.length, subjectParts?.length]).toEqual([3, 3, 1])
    const before = { ...item, state: pack({ ...rest, subjects: state.subjects }) }
    await tables.transact([{ item: before as never, condition: { is: 'at-version', version: 2 } }])

    const { store } = queryContext({ stores: province.stores, member: admin })
    const head = (await store.get('cycle', opened.cycleId))?.state
    if (head === undefined) throw new Error('the cycle is there')
    expect(head).toMatchObject({ subjectCount, divisions })
    expect(await subjectsOf(store, head)).toEqual(state.subjects)
    const runId = (await province.score(opened)) as never
    const released = { params: { runId }, body: { appealsUntil: '2030-12-31', earlyReason: '各县无异议' } } as never
    done(await province.run(admin, 'previewRun', released, 1))
    done(await province.run(admin, 'publishRun', released, 2))
    expect(done(await province.ask(reporterOf(county), 'getLeagueTable', { params })).rows).toHaveLength(3)
  })
})
