import type { CountedFrom } from '@anjie/contracts/vocabulary/counting/countedFrom'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { expect, test } from 'vitest'
import { PLACES } from '../builders/people.ts'
import { done, Province, reporterOf } from '../builders/province.ts'
import { countyScheme } from '../builders/scheme.ts'

const COUNTY = PLACES.county.code
const reporter = reporterOf(COUNTY)
const IN_YEAR = { kind: 'dated', column: 'receivedOn', name: '受理日' } as const
const SOURCE = { kind: 'disputes', name: '矛盾纠纷' } as const

const FOUND: CountedFrom = { source: SOURCE, where: [], period: IN_YEAR, figure: { kind: 'count' } }
const RESOLVED: CountedFrom = {
  ...FOUND,
  where: [{ column: 'resolved', name: '化解', op: '=', value: 'yes', words: '是' }],
}
const ATTEMPTS: CountedFrom = {
  ...FOUND,
  figure: { kind: 'sum', column: 'attempts', name: '调解次数', whenBlank: 'left-out' },
}

const none = { stated: false, on: null }
const entry = (system: string, caseNumber: string, receivedOn: string, agreed: boolean, party: string) => ({
  system,
  caseNumber,
  receivedOn: PlainDate.parse(receivedOn),
  township: '城关',
  village: '河口',
  kind: '02' as const,
  kindWord: '邻里',
  quotedNumbers: [],
  summary: `因院墙滴水发生争执，要求赔偿${caseNumber}元`,
  organisation: '',
  amount: '',
  parties: [party],
  outcomeWord: '',
  outcomes: { agreed: { stated: agreed, on: null }, performed: none, closed: none, settled: none },
})

/** The figure of a county whose form counts it so. */
async function figureBy(countedFrom: CountedFrom, prepare: (province: Province) => Promise<void>) {
  const province = new Province()
  const base = countyScheme()
  const opened = await province.openCycle({
    ...base,
    items: base.items.map((item) =>
      item.code === 'ACCIDENTS' ? { ...item, countedFrom, absentMeans: 'missing' as const } : item,
    ),
  })
  await prepare(province)
  const params = { submissionId: opened.formOf(COUNTY) }
  const { state } = done(await province.ask(reporter, 'getSubmission', { params }))
  const value = state.values.find(({ item }) => item === 'ACCIDENTS')
  return value?.status === 'reported' ? value.value : value?.status
}

const held = async (province: Province) => {
  for (const body of [
    entry('province', 'ZF2026100001', '2026-01-05', true, '王大明'),
    entry('mediation', '（2026）榆人调字第1号', '2026-01-06', true, '赵长青'),
    entry('province', 'ZF2026100002', '2026-02-05', false, '孙秀英'),
    entry('province', 'ZF2025100003', '2025-12-05', true, '周文武'),
  ])
    done(await province.run(reporter, 'saveDisputeEntry', { body }))
}

test('found and resolved are counted from disputes of the year, and a county that entered none has no figure', async () => {
  expect(await figureBy(FOUND, async () => undefined)).toBe('missing')
  expect(await figureBy(FOUND, held)).toBe('3')
  expect(await figureBy(RESOLVED, held)).toBe('2')
})

test('a dispute that two systems hold counts once as soon as it is one, and attempts are added up', async () => {
  const one = async (province: Province) => {
    await held(province)
    const body = {
      ...entry('stability', 'WW-2026-00009', '2026-01-05', false, '王大明'),
      quotedNumbers: ['ZF2026100001'],
      summary: '因院墙滴水发生争执，要求赔偿ZF2026100001元',
    }
    done(await province.run(reporter, 'saveDisputeEntry', { body }))
    const days = { from: PlainDate.parse('2026-01-01'), to: PlainDate.parse('2026-12-31') }
    done(await province.run(reporter, 'matchDisputes', { body: days }))
  }
  expect(await figureBy(FOUND, one)).toBe('3')
  expect(
    await figureBy(ATTEMPTS, async (province) => {
      const { id } = done(
        await province.run(reporter, 'enterDispute', {
          body: { receivedOn: PlainDate.parse('2026-02-10'), township: '城关镇', kind: '02', gravity: 'ordinary' },
        }),
      )
      const attempt = {
        on: PlainDate.parse('2026-02-11'),
        tier: 'village' as const,
        organisation: '河口村人民调解委员会',
        agreed: false,
      }
      done(
        await province.run(reporter, 'recordDisputeAttempt', { params: { disputeId: id as never }, body: attempt }, 1),
      )
      done(
        await province.run(reporter, 'recordDisputeAttempt', { params: { disputeId: id as never }, body: attempt }, 2),
      )
    }),
  ).toBe('2')
})
