import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { TITLE_STATUSES } from '@anjie/contracts/vocabulary/honours/title'
import type { BoardFigures } from '@anjie/contracts/vocabulary/honours/titleTally'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { boardFigures, type CountedTitle, tallyTitles } from '@anjie/domain/honours/titleBoard'
import { titleStanding } from '@anjie/domain/honours/titleStanding'
import { HONOURS } from '@anjie/use-cases/honours/index'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CLERKS, enter, passTime, titleOf } from '../builders/aftercare.ts'
import { mustHold, PEOPLE } from '../builders/honours.ts'
import { namedList } from '../builders/namedList.ts'

const COUNTY = CountyCode.parse('990101')
const days = ['2025-06-01', '2026-03-09', '2026-03-10', '2026-08-01', '2027-01-01'].map((day) => PlainDate.parse(day))
const day = fc.constantFrom(...days)
const titles = fc.array(
  fc.record(
    {
      honour: fc.constantFrom('a', 'b'),
      honourName: fc.constant('六无平安村'),
      level: fc.constantFrom('county' as const, 'province' as const),
      year: fc.constantFrom(2025, 2026),
      status: fc.constantFrom(...TITLE_STATUSES),
      source: fc.record({ kind: fc.constantFrom('named-here' as const, 'public-listing' as const) }),
      validFrom: fc.option(day, { nil: undefined }),
      validUntil: fc.option(day, { nil: undefined }),
      endedOn: fc.option(day, { nil: undefined }),
    },
    { requiredKeys: ['honour', 'honourName', 'level', 'year', 'status', 'source'] },
  ),
  { maxLength: 30 },
)

const settledSum = ({ current, listed, revoked, deregistered, expired }: BoardFigures): number =>
  current + listed + revoked + deregistered + expired

test('the board counts each title in exactly one figure of its standing, on any day, whatever was added up before', () => {
  fc.assert(
    fc.property(titles, day, (given, today) => {
      const all: readonly CountedTitle[] = given
      const figures = boardFigures(tallyTitles(COUNTY, all).counts, today)
      const standings = all.map(({ endedOn, ...title }) =>
        titleStanding({ ...title, ...(endedOn === undefined ? {} : { unitNow: { endedOn } }) }, today),
      )
      const of = (...names: readonly string[]) => standings.filter((each) => names.includes(each)).length
      expect(settledSum(figures)).toBe(all.length - of('taken-back', 'upcoming'))
      expect(figures).toMatchObject({
        named: all.length - of('taken-back'),
        current: of('valid', 'recheck', 'rectify'),
        recheck: of('recheck'),
        rectify: of('rectify'),
        revoked: of('revoked'),
        expired: of('expired'),
      })
    }),
  )
})

describe('the board of a jurisdiction', () => {
  test('follows each step of a title, in its county, its city and the province, and costs no walk over titles', async () => {
    const { world, titles: named } = await namedList(3)
    const boardOf = async (who = PEOPLE.provinceAdmin) =>
      mustHold(world.ask(HONOURS.getTitleBoard, who, { params: {}, query: {}, body: {} }))
    const figuresOf = async (who = PEOPLE.provinceAdmin) =>
      (await boardOf(who)).levels.find(({ level }) => level === 'province')?.figures
    expect(await figuresOf()).toMatchObject({ named: 3, current: 3, recheck: 0 })
    const [first = ''] = named
    const unit = (await titleOf(world, first)).state.unitId ?? ''
    const incident = { kind: 'drugs', on: '2026-03-20', source: '县禁毒办通报〔2026〕3号', cause: '查获一起涉毒案件' }
    world.now = '2026-03-21T02:00:00.000Z'
    await mustHold(enter(world, unit, CLERKS.countyReviewer, incident))
    await passTime(world, '2026-03-21T02:05:00.000Z')
    for (const who of [PEOPLE.provinceAdmin, CLERKS.cityReviewer, CLERKS.countyReviewer]) {
      expect(await figuresOf(who)).toMatchObject({ named: 3, current: 3, recheck: 1 })
      const { places } = await boardOf(who)
      expect(places.find(({ code }) => code === '990101')?.figures).toMatchObject({ current: 3, recheck: 1 })
    }
    world.now = '2028-12-01T02:00:00.000Z'
    expect(await figuresOf()).toMatchObject({ current: 3, due: 3 })
    await passTime(world, '2029-03-09T16:00:00.000Z')
    expect(await figuresOf()).toMatchObject({ named: 3, current: 0, expired: 3 })
  })
})
