import { expect, test } from 'vitest'
import { PLACES } from '../builders/people.ts'
import { cityOf, done, type Opened, Province, refusalOf, reporterOf } from '../builders/province.ts'
import { countyScheme } from '../builders/scheme.ts'
import { WHOLE_FORM } from '../builders/submission.ts'

const county = PLACES.county.code
const ofYear = (year: number) =>
  WHOLE_FORM.map((value) => ({ ...value, period: value.period.replace('2026', String(year)) }))
const rename = (scheme: ReturnType<typeof countyScheme>, unit: string) => ({
  ...scheme,
  items: scheme.items.map((item) => (item.code === 'DISPUTES_FOUND' ? { ...item, unit } : item)),
})

async function twoYears(
  until: 'draft' | 'accepted',
  scheme = countyScheme(),
): Promise<{ province: Province; now: Opened }> {
  const province = new Province()
  const before = await province.openCycle(countyScheme(), 2025)
  await province.fill(before, county, until, ofYear(2025))
  return { province, now: await province.openCycle(scheme, 2026) }
}

const pastOf = async (province: Province, now: Opened, who = reporterOf(county)) =>
  province.ask(who, 'getPastValues', { params: { submissionId: now.formOf(county) } })

test('a county sees beside its form what it reported in earlier cycles, oldest first and with the cycle’s name', async () => {
  const { province, now } = await twoYears('accepted')
  const { values } = done(await pastOf(province, now))
  expect(values.filter(({ item }) => item === 'DISPUTES_FOUND')).toEqual([
    { item: 'DISPUTES_FOUND', period: '2025', status: 'reported', value: '4977', cycleName: '2025年度平安建设考评' },
  ])
  expect(values.filter(({ item }) => item === 'DRILLS').map(({ period }) => period)).toEqual(['2025-H1', '2025-H2'])
})

test('an item whose unit was another then is left out', async () => {
  const { province, now } = await twoYears('accepted', rename(countyScheme(), '起'))
  const { values } = done(await pastOf(province, now))
  expect(values.map(({ item }) => item)).not.toContain('DISPUTES_FOUND')
  expect(values.map(({ item }) => item)).toContain('DISPUTES_RESOLVED')
})

test('a neighbour learns nothing, and an overseer no more than the forms that have come to it', async () => {
  const { province, now } = await twoYears('draft')
  expect(refusalOf(await pastOf(province, now, reporterOf(PLACES.neighbourCounty.code)))).toBe('not-found')
  expect(done(await pastOf(province, now)).values).not.toEqual([])
  expect(refusalOf(await pastOf(province, now, cityOf(county)))).toBe('not-found')
  await province.fill(now, county, 'verified')
  expect(done(await pastOf(province, now, cityOf(county))).values).toEqual([])
})
