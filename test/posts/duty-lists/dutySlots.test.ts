import { officialCalendar } from '@anjie/calendar-cn'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { RoutineLine } from '@anjie/contracts/vocabulary/posts/dutyLists'
import { routineShare } from '@anjie/domain/posts/duty-lists/dutyFigures'
import { type DutyGround, dutySlots } from '@anjie/domain/posts/duty-lists/dutySlots'
import type { ProvedBy } from '@anjie/domain/posts/duty-lists/proofs/index'
import { slotsOf } from '@anjie/domain/posts/duty-lists/slotsOf'
import { versionsInForce } from '@anjie/domain/posts/duty-lists/versionsInForce'
import { expect, test } from 'vitest'

const day = (text: string) => PlainDate.parse(text)
const YEAR = { from: day('2026-01-01'), to: day('2026-12-31') }

const line = (more: Partial<RoutineLine> = {}): RoutineLine => ({
  code: 'RC-01',
  text: '研判会',
  frequency: 'monthly',
  times: 1,
  proof: { kind: 'entered' },
  ...more,
})

const proof = (on: string, more: Partial<ProvedBy> = {}): ProvedBy => ({
  key: 'entered RC-01',
  on: day(on),
  result: 'done',
  title: '会议',
  ...more,
})

const ground = (routine: readonly RoutineLine[], more: Partial<DutyGround> = {}): DutyGround => ({
  versions: [{ from: day('2020-01-01'), version: { routine: [...routine] } }],
  proofs: [],
  holdings: [{ number: 1, from: day('2020-01-01') }],
  calendar: officialCalendar,
  ...more,
})

const statesOf = (given: DutyGround, today: string) => dutySlots(2026, given, day(today)).map(({ state }) => state)

test('slots cover every day of a year once, and a working day by working day leaves days off out', () => {
  const count = (frequency: RoutineLine['frequency']) => slotsOf(frequency, 2026, officialCalendar).length
  expect([count('half-monthly'), count('monthly'), count('quarterly'), count('half-yearly'), count('yearly')]).toEqual([
    24, 12, 4, 2, 1,
  ])
  const halves = slotsOf('half-monthly', 2024, officialCalendar)
  expect(halves.slice(2, 4)).toEqual([
    { from: '2024-02-01', to: '2024-02-15' },
    { from: '2024-02-16', to: '2024-02-29' },
  ])
  expect(slotsOf('weekly', 2026, officialCalendar)[0]).toEqual({ from: '2025-12-29', to: '2026-01-04' })
  const days = slotsOf('daily', 2026, officialCalendar).map(({ from }) => from)
  expect(days).not.toContain('2026-01-01')
  expect(days).toContain('2026-03-02')
})

test('what happened in a slot does it, what did not is missed when the slot is over and open before', () => {
  const given = ground([line()], { proofs: [proof('2026-01-31'), proof('2026-03-01')] })
  expect(statesOf(given, '2026-03-02').slice(0, 4)).toEqual(['done', 'missed', 'done', 'ahead'])
  expect(statesOf(ground([line()]), '2026-01-31')[0]).toBe('open')
  expect(statesOf(ground([line()]), '2026-02-01')[0]).toBe('missed')
})

test('what is entered waits for another person, and counts as not done once its slot is over', () => {
  const given = ground([line()], { proofs: [proof('2026-01-10', { result: 'open' })] })
  expect(statesOf(given, '2026-01-11')[0]).toBe('waiting')
  const figures = (today: string) => routineShare(dutySlots(2026, given, day(today)), YEAR, today)
  expect(figures('2026-01-11')).toMatchObject({ due: 0, share: null })
  expect(figures('2026-02-01')).toMatchObject({ due: 1, missed: 1 })
})

test('so many times a year take so many proofs, all in one slot', () => {
  const given = ground([line({ frequency: 'yearly', times: 2, proof: { kind: 'training', training: 'political' } })], {
    proofs: [proof('2026-02-01', { key: 'training political' }), proof('2026-04-01', { key: 'training professional' })],
  })
  expect(statesOf(given, '2026-06-01')).toEqual(['open'])
  const twice = { ...given, proofs: [...given.proofs, proof('2026-05-01', { key: 'training political' })] }
  expect(statesOf(twice, '2026-06-01')).toEqual(['done'])
})

test('of what is asked nothing is due where nobody asked, and one that is late is not done', () => {
  const rectification = line({ proof: { kind: 'rectification' } })
  const asked = (on: string, result: ProvedBy['result']) => proof(on, { key: 'rectification', result })
  const given = ground([rectification], {
    proofs: [asked('2026-01-10', 'done'), asked('2026-01-20', 'late'), asked('2026-03-10', 'open')],
  })
  const slots = dutySlots(2026, given, day('2026-05-01'))
  expect(slots.slice(0, 4).map(({ state }) => state)).toEqual(['late', 'nothing', 'missed', 'nothing'])
  expect(routineShare(slots, YEAR, '2026-05-01')).toEqual({
    due: 2,
    done: 0,
    late: 1,
    missed: 1,
    share: { numerator: 0n, denominator: 2n },
  })
})

test('a slot is due of whoever held the post on most of its days, and of nobody where it was mostly vacant', () => {
  const given = ground([line()], {
    holdings: [
      { number: 1, from: day('2020-01-01'), to: day('2026-01-10') },
      { number: 2, from: day('2026-01-11'), to: day('2026-02-20') },
      { number: 3, from: day('2026-03-25') },
    ],
    proofs: [proof('2026-01-05'), proof('2026-04-05')],
  })
  const slots = dutySlots(2026, given, day('2026-05-01')).slice(0, 4)
  expect(slots.map(({ holding, state }) => [holding, state])).toEqual([
    [2, 'done'],
    [2, 'missed'],
    [null, 'vacant'],
    [3, 'done'],
  ])
  expect(routineShare(slots, YEAR, '2026-05-01', 2)).toMatchObject({ due: 2, done: 1 })
  expect(routineShare(slots, YEAR, '2026-05-01', 1)).toMatchObject({ due: 0, share: null })
})

test('a year is counted by each version on its own days, whatever was published since', () => {
  const version = (id: string, from: string, times: number) => ({
    id,
    status: 'published' as const,
    postKind: 'township-commissioner' as const,
    from: day(from),
    routine: [line({ times })],
  })
  const drafts = { ...version('c', '2026-01-01', 9), status: 'draft' as const }
  const versions = versionsInForce(
    [version('b', '2026-03-01', 2), version('a', '2025-01-01', 1), drafts],
    'township-commissioner',
  )
  expect(versions.map(({ from, to }) => [from, to])).toEqual([
    ['2025-01-01', '2026-02-28'],
    ['2026-03-01', undefined],
  ])
  const slots = dutySlots(2026, { ...ground([]), versions }, day('2026-12-31'))
  expect(slots.map(({ line: { times } }) => times)).toEqual([1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2])
})

test('what its reader does not see is neither done nor missed', () => {
  const given = ground([line({ proof: { kind: 'mediation' } })], { unseen: new Set(['mediation'] as const) })
  expect(new Set(statesOf(given, '2026-12-31'))).toEqual(new Set(['unseen']))
})
