import { DutyPostId, UnitId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Appointment, DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { coverageFigures, keepCoverage, noCoverage } from '@anjie/domain/posts/coverage'
import type { DutyPostStep } from '@anjie/domain/posts/dutyPostActions'
import { endDutyPost, endedWithUnit } from '@anjie/domain/posts/endDutyPost'
import { fillDutyPost } from '@anjie/domain/posts/fillDutyPost'
import { holdingsIn } from '@anjie/domain/posts/holdingsIn'
import { dutyPostTitle } from '@anjie/domain/posts/kinds/index'
import { overlapsOf } from '@anjie/domain/posts/overlaps'
import { setUpDutyPost } from '@anjie/domain/posts/setUpDutyPost'
import { takeBackDutyPostStep } from '@anjie/domain/posts/takeBackDutyPostStep'
import { takeOverDutyPost } from '@anjie/domain/posts/takeOverDutyPost'
import { vacancyDueOn, vacantSince } from '@anjie/domain/posts/vacancies'
import { vacateDutyPost } from '@anjie/domain/posts/vacateDutyPost'
import type { Result } from '@anjie/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOW } from '../builders/context.ts'
import { ulid } from '../builders/ulid.ts'

const day = (text: string): PlainDate => PlainDate.parse(text)
const TODAY = day('2026-06-30')
const COUNTY = '990101' as Unit['county']
const unit = (name: string, kind: Unit['kind'] = 'township', more: Partial<Unit> = {}): Unit => ({
  id: UnitId.parse(`${COUNTY}.${ulid()}`),
  county: COUNTY,
  kind,
  name,
  validFrom: day('2020-01-01'),
  successors: [],
  updatedAt: NOW,
  ...more,
})
const TOWN = unit('清溪镇')
const idOf = ({ id }: Unit) => DutyPostId.parse(`${id}-${ulid()}`)
const LI: Appointment = { name: '李明', deputy: true, besides: [], from: day('2026-01-05') }

const done = (result: Result<DutyPostStep, Problem>): DutyPost => {
  if (!result.ok) throw new Error(result.error.detail)
  return result.value.next
}
const why = (result: Result<unknown, Problem>): string => (result.ok ? '' : result.error.detail)

const setUp = (holder: Appointment | null = LI, at: Unit = TOWN) =>
  setUpDutyPost(
    {
      kind: at.kind === 'township' ? 'township-commissioner' : 'village-commissioner',
      unitId: at.id,
      from: day('2026-01-01'),
      basis: '县委组织部任免通知',
      ...(holder === null ? {} : { holder }),
    },
    { id: idOf(at), unit: at, there: undefined, isPiloted: true, personId: undefined, today: TODAY, now: NOW },
  )
const fill = (post: DutyPost, holder: Partial<Appointment>, reason?: string) =>
  fillDutyPost(post, { ...LI, ...holder }, { personId: undefined, reason, today: TODAY, now: NOW })
const leave = (post: DutyPost, on: string) =>
  vacateDutyPost(post, { on: day(on), reason: '调离', today: TODAY, now: NOW })

describe('a duty post', () => {
  it('is named after its unit and never after its holder', () => {
    const post = done(setUp())
    expect(dutyPostTitle(post)).toBe('清溪镇政法委员')
    const village = unit('桃园村', 'village', { parentId: TOWN.id, parentName: TOWN.name })
    const holder: Appointment = { name: '王芳', cadre: 'director', besides: ['grid'], from: day('2026-02-01') }
    expect(dutyPostTitle(done(setUp(holder, village)))).toBe('清溪镇桃园村综治委员')
  })

  it('ends the term of its holder the day before another one takes over, and says why the former left', () => {
    const post = done(fill(done(setUp()), { name: '赵强', from: day('2026-04-01') }, '换届'))
    expect(post.holdings.map(({ name, from, to, left }) => [name, from, to, left?.by])).toEqual([
      ['李明', '2026-01-05', '2026-03-31', 'replaced'],
      ['赵强', '2026-04-01', undefined, undefined],
    ])
    expect(why(fill(done(setUp()), { name: '赵强', from: day('2026-04-01') }))).toContain('原因')
  })

  it('divides a period among its holders by days; holders and vacancies together are all days that it stood', () => {
    const post = done(leave(done(fill(done(setUp()), { name: '赵强', from: day('2026-04-01') }, '换届')), '2026-05-31'))
    const found = holdingsIn(post, { from: day('2026-01-01'), to: TODAY })
    expect(found.holders.map(({ holding, days }) => [holding.name, days])).toEqual([
      ['李明', 86],
      ['赵强', 61],
    ])
    expect(found.vacant).toEqual([
      { from: '2026-01-01', to: '2026-01-04', days: 4 },
      { from: '2026-06-01', to: '2026-06-30', days: 30 },
    ])
    expect(found.vacantDays + 86 + 61).toBe(found.days)
  })

  it('has every day of a period once, whatever comes and goes', () => {
    const moves = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean()), { maxLength: 6 })
    fc.assert(
      fc.property(moves, fc.integer({ min: 0, max: 179 }), fc.integer({ min: 0, max: 179 }), (steps, one, other) => {
        let post = done(setUp(null))
        let at = 0
        for (const [index, [days, fills]] of steps.entries()) {
          at += days
          const on = PlainDate.parse(new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10))
          const next = fills ? fill(post, { name: `甲${index}乙`, from: on }, '换届') : leave(post, on)
          if (next.ok) post = next.value.next
        }
        const [from = 0, to = 0] = [one, other].toSorted((a, b) => a - b)
        const period = {
          from: PlainDate.parse(new Date(Date.UTC(2026, 0, 1 + from)).toISOString().slice(0, 10)),
          to: PlainDate.parse(new Date(Date.UTC(2026, 0, 1 + to)).toISOString().slice(0, 10)),
        }
        const found = holdingsIn(post, period)
        expect(found.days).toBe(to - from + 1)
        expect(found.holders.reduce((sum, { days }) => sum + days, found.vacantDays)).toBe(found.days)
      }),
      { numRuns: 200 },
    )
  })

  it('is vacant from the day after its holder left, and late sixty days later', () => {
    const post = done(leave(done(setUp()), '2026-03-31'))
    expect(vacantSince(post)).toBe('2026-04-01')
    expect(vacancyDueOn(day('2026-04-01'))).toBe('2026-05-31')
  })

  it.each([
    ['a day to come', () => fill(done(setUp(null)), { from: day('2026-07-01') }), '晚于今天'],
    ['a day before the post', () => fill(done(setUp(null)), { from: day('2025-12-31') }), '不能早于'],
    [
      'a day before the present holder',
      () => fill(done(setUp()), { name: '赵强', from: day('2026-01-05') }, '换届'),
      '须在其后',
    ],
    [
      'the same person once more',
      () => fill(done(setUp()), { name: '李 明', from: day('2026-04-01') }, '换届'),
      '已在任',
    ],
    ['no word on the deputy secretary', () => fill(done(setUp(null)), { deputy: undefined }), '党委副书记'],
    ['a post that is vacant already', () => leave(done(leave(done(setUp()), '2026-03-31')), '2026-04-30'), '空缺'],
    ['a department', () => setUp(LI, unit('住建局', 'department')), '是部门'],
  ])('refuses %s', (_what, attempt, words) => {
    expect(why(attempt())).toContain(words)
  })

  it('is not set up in a village while the county has no pilot', () => {
    const village = unit('桃园村', 'village', { parentId: TOWN.id, parentName: TOWN.name })
    const content = {
      kind: 'village-commissioner',
      unitId: village.id,
      from: day('2026-01-01'),
      basis: '试点方案',
    } as const
    const given = { id: idOf(village), unit: village, there: undefined, personId: undefined, today: TODAY, now: NOW }
    expect(why(setUpDutyPost(content, { ...given, isPiloted: false }))).toContain('试点')
    expect(setUpDutyPost(content, { ...given, isPiloted: true }).ok).toBe(true)
  })
})

describe('a post of a unit that merged', () => {
  const successor = unit('青云镇')
  const former = { ...TOWN, validTo: day('2026-04-30'), successors: [successor.id] }
  const ended = () => {
    const step = endedWithUnit(done(setUp()), { on: day('2026-04-30'), reason: '并入青云镇', now: NOW })
    if (step === undefined) throw new Error('it had ended')
    return step.next
  }
  const takeOver = (given: Partial<Parameters<typeof takeOverDutyPost>[1]> = {}) =>
    takeOverDutyPost(ended(), {
      former,
      id: idOf(successor),
      unit: successor,
      there: undefined,
      isPiloted: true,
      from: day('2026-05-01'),
      basis: '撤并方案',
      keepsHolder: true,
      today: TODAY,
      now: NOW,
      ...given,
    })

  it("ends on the unit's last day, and its holder's term with it", () => {
    expect(ended()).toMatchObject({ status: 'ended', terms: [{ to: '2026-04-30' }], holdings: [{ to: '2026-04-30' }] })
    expect(holdingsIn(ended(), { from: day('2026-05-01'), to: TODAY })).toMatchObject({
      holders: [],
      vacantDays: 0,
      days: 0,
    })
  })

  it('is taken over by the successor, with or without its holder', () => {
    const post = done(takeOver())
    expect(post).toMatchObject({ unitName: '青云镇', status: 'filled', takenOverFrom: { title: '清溪镇政法委员' } })
    expect(post.holdings).toMatchObject([{ name: '李明', from: '2026-05-01' }])
    expect(done(takeOver({ keepsHolder: false })).status).toBe('vacant')
  })

  it('is not taken over by another unit, nor where the successor has one', () => {
    const other = unit('别处镇')
    expect(why(takeOver({ unit: other, id: idOf(other) }))).toContain('不是清溪镇的承继单位')
    expect(why(takeOver({ there: done(setUp(LI, successor)) }))).toContain('只设一个')
  })
})

describe('what is taken back', () => {
  it.each(['DutyPostFilled', 'DutyPostVacated', 'DutyPostEnded'] as const)(
    'leaves a post as it was before %s',
    (type) => {
      const before = done(setUp())
      const step = {
        DutyPostFilled: () => fill(before, { name: '赵强', from: day('2026-04-01') }, '换届'),
        DutyPostVacated: () => leave(before, '2026-04-01'),
        DutyPostEnded: () => endDutyPost(before, { on: day('2026-04-01'), reason: '调整', today: TODAY, now: NOW }),
      }[type]()
      const back = takeBackDutyPostStep(done(step), { last: { type }, reason: '登记有误', now: NOW })
      expect(done(back)).toEqual(before)
    },
  )
})

describe('coverage', () => {
  it('follows every step by differences, and comes to what counting all posts anew gives', () => {
    const place = { county: COUNTY, cityName: '甲市', countyName: '乙县' }
    const one = done(setUp())
    const two = done(setUp(null, unit('白水镇')))
    const filled = done(fill(two, { name: '赵强', deputy: false, from: day('2026-03-01') }))
    const left = done(leave(one, '2026-05-31'))
    let state = noCoverage(place, NOW)
    for (const [before, after] of [
      [undefined, one],
      [undefined, two],
      [two, filled],
      [one, left],
    ] as const)
      state = keepCoverage(state, [{ before, after }], { 'township-commissioner': 3 }, NOW).next
    const anew = keepCoverage(
      noCoverage(place, NOW),
      [filled, left].map((after) => ({ before: undefined, after })),
      { 'township-commissioner': 3 },
      NOW,
    ).next
    expect(state.kinds).toEqual(anew.kinds)
    expect(coverageFigures(state.kinds['township-commissioner'], TODAY)).toEqual({
      units: 3,
      posts: 2,
      filled: 1,
      deputies: 0,
      vacant: 1,
      // 4 days before Li, 59 before Zhao, 30 since June.
      vacantDays: 93,
    })
    expect(JSON.stringify(state)).not.toMatch(/李明|赵强/)
  })
})

describe('one person on many posts', () => {
  const held = (id: string, name: string, more: object = {}) => ({
    id,
    title: id,
    townshipId: 'T1',
    name,
    besides: [],
    ...more,
  })

  it('is found by the log-in everywhere and by the name in the same township, which is a hint', () => {
    const found = overlapsOf([
      held('a', '李明', { personId: 'p1' }),
      held('b', '李明', { personId: 'p1', townshipId: 'T2' }),
      held('c', '李明'),
      held('d', '李明', { townshipId: 'T3' }),
    ])
    expect(found.get('a')).toEqual({ duties: ['a', 'b', 'c'], isMany: true, isSure: false })
    expect(found.get('b')).toEqual({ duties: ['b', 'a'], isMany: false, isSure: true })
    expect(found.get('d')?.duties).toEqual(['d'])
  })

  it('is pointed out from three on, with what is done besides', () => {
    const found = overlapsOf([held('a', '王芳', { besides: ['grid', 'mediation'] })])
    expect(found.get('a')).toEqual({ duties: ['a', '网格员', '人民调解员'], isMany: true, isSure: true })
  })
})
