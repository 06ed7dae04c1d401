import { verifyHistory } from '@anjie/function-projector/verifyHistory'
import { runAudit } from '@anjie/local/commands/audit'
import { describe, expect, it } from 'vitest'
import { deliveriesOf, oneByOne } from './deliver.ts'
import { factOf, idOf, unit } from './sampleFacts.ts'

type Item = Readonly<Record<string, unknown>>

const id = idOf('990101', 601)
const other = idOf('990101', 602)
const deliveries = deliveriesOf([
  factOf('unit', id, 1, 'UnitRegistered', unit(id, '青松1村')),
  factOf('unit', id, 2, 'UnitChanged', unit(id, '青松一村')),
  factOf('unit', id, 3, 'UnitChanged', unit(id, '青松村')),
  factOf('unit', other, 1, 'UnitRegistered', unit(other, '柳湾村')),
])
const pk = `T#990101#unit#${id}#`
const [one, two, three, of602] = deliveries.map(({ logged }) => logged) as [Item, Item, Item, Item]
const state = deliveries[2]?.image as Item
const stateBefore = deliveries[1]?.image as Item
const state602 = deliveries[3]?.image as Item
const whole = [one, two, three, state, of602, state602]

/** `now`: what a second, closer look finds. */
async function audited(items: readonly Item[], now: readonly Item[] = items) {
  const raised: string[] = []
  const report = await verifyHistory({
    items: () => oneByOne(items),
    itemsOf: async (wanted) => now.filter((item) => item['pk'] === wanted),
    onBroken: (record) => raised.push(record),
  })
  expect(raised).toEqual(report.broken.map(({ record }) => record))
  return report
}

describe('the check of all histories', () => {
  it('finds nothing wrong where nothing is', async () => {
    expect(await audited(whole)).toEqual({ records: 2, facts: 4, broken: [] })
  })

  it.each<[string, readonly Item[]]>([
    [
      'a fact that was changed',
      [one, { ...two, fact: two['fact']?.toString().replace('青松一村', '青松二村') }, three, state],
    ],
    ['a fact that was removed', [one, three, state]],
    ['the last fact removed', [one, two, state]],
    ['a fact that cannot be read', [one, { ...two, fact: '{}' }, three, state]],
    ['a state that no fact leads to', [one, two, three, { ...state, state: JSON.stringify(unit(id, '别的村')) }]],
    ['a state that was set back', [one, two, three, stateBefore]],
    ['a state that was removed', [one, two, three]],
    ['facts that were removed altogether', [state]],
  ])('names the record of %s', async (_what, items) => {
    const report = await audited([...items, of602, state602])
    expect(report.broken).toEqual([{ record: pk, reason: expect.stringMatching(/^\P{ASCII}/u) }])
  })

  it('takes no offence at a record that went on while it was read', async () => {
    expect((await audited([one, two, state, of602, state602], whole)).broken).toEqual([])
  })
})

describe('anjie audit verify', () => {
  const run = async (args: readonly string[], answer: () => unknown) => {
    const lines: string[] = []
    const io = {
      invoke: async () => answer(),
      out: (text: string) => lines.push(text),
      report: (text: string) => lines.push(text),
    }
    return { exitCode: await runAudit(args, io), text: lines.join('\n') }
  }

  it('says how much was checked, and ends with 0 when all agrees', async () => {
    expect(await run(['verify'], () => ({ records: 2, facts: 4, broken: [] }))).toEqual({
      exitCode: 0,
      text: '核对事务2项、记录4条',
    })
  })

  it('names each record that does not, and ends with 1; so it does when it cannot tell', async () => {
    const broken = await run(['verify'], () => ({ records: 2, facts: 4, broken: [{ record: pk, reason: '被改动' }] }))
    expect([broken.exitCode, broken.text.includes(pk)]).toEqual([1, true])
    expect((await run(['verify'], () => Promise.reject(new Error('忙')))).exitCode).toBe(1)
    expect((await run([], () => ({}))).exitCode).toBe(2)
  })
})
