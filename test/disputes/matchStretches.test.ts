import { afterEach, expect, test, vi } from 'vitest'
import { CLERK, type Desk } from '../intake/importing.ts'
import { brought, county, fileOf, matched, SYSTEMS, YEAR } from './countyDesk.ts'
import { fourExports, usual } from './fourExports.ts'

const PERIOD = { from: '2024-12-01', to: '2026-03-01' }

afterEach(() => void vi.restoreAllMocks())

/** A clock on which this much passes whenever somebody looks at it. */
function slowClock(milliseconds: number): void {
  let passed = 0
  vi.spyOn(performance, 'now').mockImplementation(() => {
    passed += milliseconds
    return passed
  })
}

async function twoSystems(): Promise<Desk> {
  const made = await county()
  const { files } = fourExports({ ...usual, disputes: 90 })
  for (const [at, file] of files.slice(0, 2).entries()) await brought(made, SYSTEMS[at] ?? '', fileOf(file))
  return made
}

const match = async ({ api }: Desk) => {
  const { status, body } = await api.call('matchDisputes', { member: CLERK, body: PERIOD })
  return { status, body, joined: Number(body['joined']), left: Number(body['left']) }
}

const figures = async ({ api }: Desk) =>
  (await api.call('reconcileDisputes', { member: CLERK, query: YEAR })).body['common']

test('a search on a slow machine is made once, and its calls join bit by bit to what a fast one joins', async () => {
  const fast = await twoSystems()
  const { joined: inAll } = await matched(fast)
  expect(inAll).toBeGreaterThan(30)

  const made = await twoSystems()
  const sizes: number[] = []
  const compared: number[] = []
  for (let left = 1; left > 0; ) {
    slowClock(1_000)
    const answer = await match(made)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    sizes.push(answer.joined)
    compared.push(Number(answer.body['compared']))
    ;({ left } = answer)
    vi.restoreAllMocks()
  }
  expect(sizes.reduce((sum, each) => sum + each, 0)).toBe(inAll)
  // Nothing is begun after ten seconds.
  expect(Math.max(...sizes)).toBeLessThanOrEqual(10)
  expect(compared.filter((pairs) => pairs > 0)).toHaveLength(1)
  expect(await figures(made)).toEqual(await figures(fast))
  expect((await matched(made)).joined).toBe(0)
}, 60_000)

test('after comparing for longer than a call joins, the next calls carry on and do not compare again', async () => {
  const made = await twoSystems()
  // Each look at the clock is past the end of the stretch, and within the time for reading.
  slowClock(12_000)
  const first = await match(made)
  expect(first).toMatchObject({ status: 200, joined: 0 })
  expect(first.left).toBeGreaterThan(30)
  vi.restoreAllMocks()
  const second = await match(made)
  expect(second.body['compared']).toBe(0)
  expect(second.joined).toBe(first.left - Number(second.body['asked']) - second.left)
}, 60_000)

test('what cannot be read in time is refused in words that say what to do, and nothing has changed', async () => {
  const made = await twoSystems()
  const facts = made.api.stores.recordedFacts().length
  slowClock(15_000)
  const { status, body } = await match(made)
  expect(status).toBe(400)
  expect(JSON.stringify(body)).toContain('请稍后再试，或者缩短时间分几次查找')
  expect(made.api.stores.recordedFacts()).toHaveLength(facts)
}, 60_000)

test('what was found and waits is searched again after a pause: an import may have come between', async () => {
  const made = await twoSystems()
  slowClock(12_000)
  const { left } = await match(made)
  expect(left).toBeGreaterThan(0)
  vi.restoreAllMocks()
  made.api.setNow(new Date(Date.now() + 86_400_000).toISOString())
  expect(Number((await match(made)).body['compared'])).toBeGreaterThan(0)
}, 60_000)
