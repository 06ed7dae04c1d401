import type { Tables } from '@anjie/store/tables'
import { expect, test } from 'vitest'
import { CLERK, csv, type Desk, desk } from './importing.ts'

const FILE = csv('乡镇（街道）,单位名称,类型\n,城关镇,乡镇（街道）\n城关镇,东村,村\n城关镇,西村,村\n城关镇,南村,村\n')
const DEFAULTS = { validFrom: '2020-01-01' }

/** A desk whose tables stop answering after so many writes, as a function that is killed. */
async function mortalDesk(): Promise<{ here: Desk; killAfter: (writes: number) => void; heal: () => boolean }> {
  let left = Number.POSITIVE_INFINITY
  let isDead = false
  const dying = <A extends unknown[], R>(write: (...given: A) => Promise<R>) => {
    return async (...given: A): Promise<R> => {
      if (isDead) throw new Error('killed')
      const done = await write(...given)
      left -= 1
      if (left <= 0) {
        isDead = true
        throw new Error('killed')
      }
      return done
    }
  }
  const through = (tables: Tables): Tables => ({
    ...tables,
    putNew: dying(tables.putNew),
    transact: dying(tables.transact),
  })
  const here = await desk({}, { through })
  return {
    here,
    killAfter: (writes) => {
      left = writes
    },
    heal: () => {
      const wasDead = isDead
      isDead = false
      left = Number.POSITIVE_INFINITY
      return wasDead
    },
  }
}

/** What is left in the end, whenever it was killed: the units, and who registered how often. */
async function outcome(here: Desk, id: string) {
  const facts = here.api.stores.recordedFacts().filter(({ kind }) => kind === 'unit')
  return {
    batch: (await here.batch(id)).applied,
    back: (await here.batch(id)).putBackDone,
    facts: facts.map(({ type, after }) => `${type} ${(after as { name: string }).name}`).sort(),
  }
}

test('killed after any single write, carrying on ends as if nothing had happened: each row once, and each counted', async () => {
  const whole = ['UnitRegistered 东村', 'UnitRegistered 南村', 'UnitRegistered 城关镇', 'UnitRegistered 西村'].sort()
  let kills = 0
  for (let writes = 1; ; writes += 1) {
    const { here, killAfter, heal } = await mortalDesk()
    const id = await here.bring(FILE, { defaults: DEFAULTS })
    await here.step('confirmImport', id)
    killAfter(writes)
    await here.api.call('carryImportOn', { member: CLERK, params: { batchId: id } })
    const wasKilled = heal()
    if ((await here.batch(id)).status === 'applying') await here.finish(id)
    expect(await outcome(here, id), `killed after ${writes} writes`).toMatchObject({
      batch: { done: 4, refused: 0 },
      facts: whole,
    })
    if (!wasKilled) break
    kills += 1
  }
  // Four rows, what became of them, the part, and the batch itself.
  expect(kills).toBeGreaterThanOrEqual(6)
}, 120_000)

test('killed while it is put back, the same holds: every row is taken back once', async () => {
  for (let writes = 1; ; writes += 1) {
    const { here, killAfter, heal } = await mortalDesk()
    const id = await here.bring(FILE, { defaults: DEFAULTS })
    await here.step('confirmImport', id)
    await here.finish(id)
    await here.putBack(id, '导错了')
    killAfter(writes)
    await here.api.call('carryImportOn', { member: CLERK, params: { batchId: id } })
    const wasKilled = heal()
    if ((await here.batch(id)).status === 'putting-back') await here.finish(id)
    const left = await outcome(here, id)
    expect(left.back, `killed after ${writes} writes`).toMatchObject({ done: 4, stays: 0 })
    expect(left.facts.filter((fact) => fact.startsWith('UnitStepTakenBack'))).toHaveLength(4)
    if (!wasKilled) break
  }
}, 120_000)
