import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { OutcomeMarks } from '@anjie/contracts/vocabulary/disputes/dispute'
import { type Bench, entryOf } from './bench.ts'
import { wordOf } from './benchProvince.ts'
import { type FilledProvince, RUNNING_YEAR } from './fillProvince.ts'

/** Of a whole province: closed two years before, so that nothing of this year's answers is about them. */
const EARLIER = 1200
/** Of this year, each said by two systems. */
const OF_THIS_YEAR = 40
const ELSEWHERE = 5
/** Too little to be sure of: somebody has to decide. */
const VAGUE = { kind: '14', summary: '', parties: [] }

const not = { stated: false, on: null }
const closedOn = (on: string) =>
  ({ agreed: not, performed: not, closed: { stated: true, on }, settled: not }) as OutcomeMarks

/** 矛盾纠纷: entered, said by two systems, matched, decided on and reconciled, in a county with other years behind it. */
export async function reconcileSystems(bench: Bench, { api, staff, counties, share }: FilledProvince): Promise<void> {
  const [county = '', ...others] = counties.slice(0, -1)
  const reporter = staff.countyReporter(county)
  api.now = `${RUNNING_YEAR}-11-03T01:00:00.000Z`
  const day = (at: number, year = RUNNING_YEAR) => `${year}-0${1 + (at % 9)}-${10 + (at % 18)}`
  const entry = (system: string, at: number, year = RUNNING_YEAR, more: object = {}) => ({
    body: {
      system,
      caseNumber: `${system.slice(0, 2).toUpperCase()}${year}${String(at).padStart(5, '0')}`,
      receivedOn: day(at, year),
      township: `${wordOf((at % 10) * 7)}镇`,
      village: `${wordOf(at)}村`,
      kind: `0${1 + (at % 9)}`,
      summary: `${wordOf(at)}村${at}号两户因${wordOf(at * 3)}边界争执，要求赔偿${at * 37 + 100}元`,
      parties: [`${wordOf(at * 5)}生`, `${wordOf(at * 11)}福`],
      outcomes: closedOn(day(at, year)),
      ...more,
    },
  })
  const say = (who: Membership, given: object) => api.call(who, 'saveDisputeEntry', given as never)
  for (const code of others)
    for (let at = 0; at < ELSEWHERE; at++) await say(staff.countyReporter(code), entry('province', at))
  for (let at = 0; at < EARLIER * share; at++) await say(reporter, entry('province', at, RUNNING_YEAR - 2))
  for (let at = 0; at < OF_THIS_YEAR; at++) await say(reporter, entry('province', at))
  for (let at = 1; at < OF_THIS_YEAR; at++)
    await say(reporter, entry('stability', at, RUNNING_YEAR, at % 4 === 0 ? VAGUE : {}))
  await bench.step('写入一条纠纷记载', reporter, 'saveDisputeEntry', entry('stability', 0) as never)
  await bench.step(
    '更正一条纠纷记载',
    reporter,
    'saveDisputeEntry',
    entry('stability', 0, RUNNING_YEAR, { amount: '100元' }) as never,
  )
  await bench.step('登记纠纷', reporter, 'enterDispute', {
    body: {
      receivedOn: `${RUNNING_YEAR}-11-02`,
      township: `${wordOf(0)}镇`,
      village: `${wordOf(3)}村`,
      kind: '02',
      gravity: 'ordinary',
      summary: '院墙滴水的争执',
      parties: ['甲某某', '乙某某'],
    },
  } as never)
  const year = { from: `${RUNNING_YEAR}-01-01`, to: `${RUNNING_YEAR}-12-31` } as never
  await bench.step(`查找同一纠纷（${2 * OF_THIS_YEAR}条）`, reporter, 'matchDisputes', { body: year })
  await bench.step('再查一遍（没有新的）', reporter, 'matchDisputes', { body: year })
  await bench.ask('待判断的疑似同一纠纷', reporter, 'listDisputeDoubts')
  const { doubts } = await api.call(reporter, 'listDisputeDoubts')
  const [same, different] = [entryOf(doubts, 0), entryOf(doubts, 1)]
  await bench.step('判断为同一纠纷', reporter, 'decideDisputeDoubt', {
    params: { doubtId: same.id },
    body: { answer: 'same' },
    ifMatch: same.version,
  })
  await bench.step('判断为不同纠纷', reporter, 'decideDisputeDoubt', {
    params: { doubtId: different.id },
    body: { answer: 'different' },
    ifMatch: different.version,
  })
  await bench.ask('各系统数字核对', reporter, 'reconcileDisputes', { query: year })
  await bench.ask('纠纷列表（一页）', reporter, 'listDisputes', { query: year })
  const { disputes } = await api.call(reporter, 'listDisputes', { query: year })
  await bench.ask('一起纠纷', reporter, 'getDispute', { params: { disputeId: entryOf(disputes, 0).id } })
}
