import { officialCalendar } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { MembershipId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { reminderOf } from '@anjie/domain/messages/reminderOf'
import { isSendingTime } from '@anjie/domain/messages/sendingTime'
import { openStore } from '@anjie/store'
import { deliverDigests } from '@anjie/use-cases/messages/deliverDigests'
import type { OutgoingLetter, Sender } from '@anjie/use-cases/messages/sender'
import type { RecordStore } from '@anjie/use-cases/ports'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemMark } from '../builders/context.ts'
import { someDetails } from '../builders/facts.ts'
import { member, PLACES } from '../builders/people.ts'
import { admin, done, Province, refusalOf, reporterOf } from '../builders/province.ts'
import { townshipCycle } from '../builders/townships.ts'
import { ulid } from '../builders/ulid.ts'

const county = PLACES.county.code
const day = (text: string) => PlainDate.parse(text)

/** Takes each key once, as an outbox, or a gateway that knows repeats by their number. */
function outbox(): Sender & { readonly letters: Map<string, OutgoingLetter>; now: string } {
  const letters = new Map<string, OutgoingLetter>()
  return {
    letters,
    now: '',
    async send(letter) {
      if (!letters.has(letter.key)) letters.set(letter.key, { ...letter, at: this.now })
    },
  }
}

/** A province where one reporter wants a digest. */
async function subscribed(
  channel: 'email' | 'gateway' = 'email',
  { province = new Province(), of = reporterOf(county) }: { province?: Province; of?: Membership } = {},
) {
  province.now = '2026-03-02T00:10:00.000Z'
  const id = MembershipId.parse(`${county}.${ulid()}`)
  const who = { ...of, id }
  const state = {
    id,
    holder: 'person' as const,
    personId: who.personId,
    personName: who.personName,
    post: who.post,
    jurisdiction: who.jurisdiction,
    jurisdictionName: who.jurisdictionName,
    roles: who.roles,
    ...(who.units === undefined ? {} : { units: who.units.map((unit) => ({ id: unit, name: '甲镇' })) }),
    validUntil: who.validUntil,
    status: 'in-office' as const,
    updatedAt: province.now,
  }
  const setPost = async (version: number, given: object = {}) =>
    done(
      await province.stores.openPlatformStore('99', systemMark()).commit([
        {
          kind: 'membership',
          id,
          expectedVersion: version,
          next: { ...state, ...given },
          fact: { type: 'MembershipGranted', details: someDetails('MembershipGranted') },
        },
      ]),
    )
  await setPost(0)
  const address = channel === 'email' ? 'desk@anjie.example' : '13900000000'
  done(await province.run(who, 'setDigestSetting', { body: { channel, address } as never }))
  const sender = outbox()
  const tick = (
    now: string,
    wrap: (store: RecordStore) => RecordStore = (store) => store,
    through: Sender = sender,
  ) => {
    sender.now = now
    const mark = systemMark({ now })
    return deliverDigests(
      {
        store: wrap(province.stores.openPlatformStore('99', mark)),
        storeOf: (scope) => openStore(province.stores, scope),
        province: { level: 'province', province: '99' as never },
        sender: through,
        now,
      },
      () => true,
    )
  }
  const lines = () => [...sender.letters.values()].flatMap((letter) => letter.lines)
  province.now = '2026-03-02T00:20:00.000Z'
  return { province, who, id, setPost, sender, tick, lines }
}

describe('汇总', () => {
  test('goes out once a working day from 08:30, to the address of the post, with what is new and what is due', async () => {
    const { province, tick, sender, who } = await subscribed()
    await province.openCycle()
    expect(await tick('2026-03-02T00:29:00.000Z')).toEqual({ sent: 0, failed: [] })
    expect(await tick('2026-03-02T00:30:00.000Z')).toEqual({ sent: 1, failed: [] })
    // What comes later in the day waits for the next morning.
    province.now = '2026-03-02T01:00:00.000Z'
    await province.openCycle(undefined, 2025)
    for (const later of ['2026-03-02T00:35:00.000Z', '2026-03-02T02:00:00.000Z'])
      expect(await tick(later)).toEqual({ sent: 0, failed: [] })
    expect(await tick('2026-03-03T00:30:00.000Z')).toEqual({ sent: 1, failed: [] })
    const [letter] = [...sender.letters.values()]
    expect(letter).toMatchObject({ channel: 'email', address: 'desk@anjie.example', subject: '安阶消息：2项' })
    // What one has to do stands before what one is told.
    expect(letter?.lines).toEqual([
      '【待办】云溪县 2026年度平安建设考评：填报中，待填报（截至2027年1月31日）',
      '【抄送】2026年度平安建设考评：填报截至2027年1月31日',
    ])
    // What is due is said again when its day is near.
    expect(await tick('2027-01-27T00:40:00.000Z')).toMatchObject({ sent: 1 })
    expect([...sender.letters.values()].at(-1)?.lines).toEqual([
      '【待办】云溪县 2026年度平安建设考评：还有3个工作日到期，待填报（截至2027年1月31日）',
    ])
    const setting = done(await province.ask(who, 'getDigestSetting'))
    expect(setting).toMatchObject({ channel: 'email', sent: [{ number: 3 }, { number: 2 }, { number: 1 }] })
  })

  test('keeps silent at night, on days off and on make-up-free weekends; what waited goes out in the morning', async () => {
    const { province, tick, lines } = await subscribed()
    await province.openCycle()
    // Friday evening, Saturday, Sunday; then Monday.
    for (const silent of ['2026-03-06T10:00:00.000Z', '2026-03-07T02:00:00.000Z', '2026-03-08T02:00:00.000Z'])
      expect(await tick(silent)).toEqual({ sent: 0, failed: [] })
    expect(lines()).toEqual([])
    expect(await tick('2026-03-09T00:31:00.000Z')).toMatchObject({ sent: 1 })
    expect(isSendingTime('2026-10-01T02:00:00.000Z', officialCalendar)).toBe(false)
    expect(isSendingTime('2026-02-14T02:00:00.000Z', officialCalendar)).toBe(true)
  })

  test('goes at any hour only with what was marked as an emergency, and does not say it again in the morning', async () => {
    const { province, tick, sender, lines } = await subscribed('gateway')
    const opened = await province.openCycle()
    province.now = '2026-03-07T13:00:00.000Z'
    const params = { caseKind: 'submission' as const, caseId: opened.formOf(county) }
    done(await province.run(admin, 'urgeCase', { params, body: { emergency: '国务院督查组明日到县' } }))
    expect(await tick('2026-03-07T13:05:00.000Z')).toMatchObject({ sent: 1 })
    expect(await tick('2026-03-07T13:10:00.000Z')).toMatchObject({ sent: 0 })
    expect([...sender.letters.values()]).toMatchObject([
      {
        subject: '安阶消息（急件）',
        address: '13900000000',
        lines: [expect.stringContaining('安和省催报（急件），待填报')],
      },
    ])
    expect(await tick('2026-03-09T00:30:00.000Z')).toMatchObject({ sent: 1 })
    expect(lines().filter((line) => line.includes('催报'))).toHaveLength(1)
    expect(lines().join()).not.toContain('督查组')
  })

  test('stops with the post: ended, expired, or no longer wanted; the address goes with the choice', async () => {
    const { province, tick, setPost, who, id } = await subscribed()
    await province.openCycle()
    await setPost(1, { status: 'ended' })
    expect(await tick('2026-03-02T00:30:00.000Z')).toEqual({ sent: 0, failed: [] })
    await setPost(2, { validUntil: '2026-03-01' })
    expect(await tick('2026-03-02T00:35:00.000Z')).toEqual({ sent: 0, failed: [] })
    await setPost(3)
    done(await province.run(who, 'setDigestSetting', { body: { channel: 'none' } }))
    expect(await tick('2026-03-02T00:40:00.000Z')).toEqual({ sent: 0, failed: [] })
    expect(
      await openStore(province.stores, { level: 'county', county, city: '9901', province: '99' } as never).sideItem(
        'mailbox',
        id,
        'contact',
      ),
    ).toMatchObject({ content: null })
    expect(JSON.stringify(province.stores.recordedFacts())).not.toContain('desk@anjie.example')
  })

  test('brings a unit what its own page shows and nothing of its county or of the unit beside it, and ends with its place there', async () => {
    const province = new Province()
    province.now = '2026-03-02T00:10:00.000Z'
    const { units, cycleId, formOf, reporterOf: unitReporter, countyAdmin } = await townshipCycle(province, county)
    const [unit, other] = units
    const { tick, lines, setPost, who } = await subscribed('email', { province, of: unitReporter(unit) })
    province.now = '2026-03-02T02:00:00.000Z'
    await province.openCycle()
    for (const each of units)
      done(
        await province.run(countyAdmin, 'urgeCase', {
          params: { caseKind: 'submission', caseId: formOf(each) },
          body: {},
        }),
      )
    done(await province.run(countyAdmin, 'callBackCycle', { params: { cycleId }, body: { reason: '方案附件有误' } }, 2))
    expect(await tick('2026-03-03T00:31:00.000Z')).toEqual({ sent: 1, failed: [] })
    const own = done(await province.ask(who, 'listMessages')).rows.map(({ place, title }) => `${place} ${title}`)
    expect(own).toEqual(['甲镇 2026年度乡镇考评'])
    expect(lines()).toEqual([`【抄送】甲镇 2026年度乡镇考评：${PLACES.county.name}填报表已撤回，已填数据保留`])
    province.now = '2026-03-03T02:00:00.000Z'
    await setPost(1, { units: [{ id: other, name: '乙镇' }] })
    done(await province.run(countyAdmin, 'openCycle', { params: { cycleId } }, 3))
    expect(await tick('2026-03-04T00:31:00.000Z')).toEqual({ sent: 0, failed: [] })
  })

  test('takes no address with a line break or another header in it', async () => {
    const { province, who } = await subscribed()
    for (const address of ['b@y.cn\r\nBcc: e@z.cn', 'a b@y.cn', '甲@y.cn'])
      expect(province.run(who, 'setDigestSetting', { body: { channel: 'email', address } as never })).toBeDefined()
    const { EmailAddress } = await import('@anjie/contracts/vocabulary/messages/digest')
    for (const address of ['b@y.cn\r\nBcc: e@z.cn', 'a b@y.cn', 'b@y.cn\n'])
      expect(EmailAddress.safeParse(address).success).toBe(false)
    expect(refusalOf(await province.run(reporterOf(county), 'setDigestSetting', { body: { channel: 'none' } }))).toBe(
      'not-permitted',
    )
  })

  test('sends each line once, however late, often or far the clock ran, and wherever it was killed', async () => {
    const minute = fc.integer({ min: 0, max: 5 * 24 * 60 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            at: minute,
            kill: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined }),
            twice: fc.boolean(),
          }),
          { maxLength: 14 },
        ),
        fc.array(minute, { minLength: 1, maxLength: 4 }),
        async (runs, openings) => {
          const { province, tick, sender, lines } = await subscribed()
          const events = [
            ...runs.map((run) => ({ ...run, opens: false })),
            ...openings.map((at) => ({ at, kill: undefined, twice: false, opens: true })),
          ].sort((one, other) => one.at - other.at)
          const instant = (at: number) => new Date(Date.UTC(2026, 2, 2, 0, 15 + at)).toISOString()
          let year = 2000
          for (const { at, kill, twice, opens } of events) {
            province.now = instant(at)
            if (opens) {
              year += 1
              await province.openCycle(undefined, year)
              continue
            }
            const run = () => tick(instant(at), killedAt(kill), kill === undefined ? sender : killing(sender, kill))
            await (twice ? Promise.allSettled([run(), run()]) : run().catch(() => undefined))
          }
          for (const last of ['2026-03-09T01:00:00.000Z', '2026-03-09T01:05:00.000Z', '2026-03-10T01:00:00.000Z'])
            await tick(last)
          const told = lines()
          for (let each = 2001; each <= year; each++)
            expect(
              told.filter((line) => line.includes(`${each}年度`)),
              `${each}`,
            ).toHaveLength(2)
          for (const { at } of sender.letters.values()) expect(isSendingTime(at, officialCalendar)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  }, 120_000)
})

/** The n-th call of the store is not carried out, and nothing after it: the function was killed there. */
function killedAt(kill: number | undefined): (store: RecordStore) => RecordStore {
  let calls = 0
  return (store) =>
    kill === undefined
      ? store
      : new Proxy(store, {
          get: (target, name) => {
            const found = Reflect.get(target, name)
            if (typeof found !== 'function') return found
            return (...given: unknown[]) => {
              calls += 1
              return calls >= kill ? Promise.reject(new Error('killed')) : Reflect.apply(found, target, given)
            }
          },
        })
}

/** Killed after the letter left and before anybody noted it. */
const killing = (sender: Sender, kill: number): Sender => ({
  send: async (letter) => {
    await sender.send(letter)
    if (kill % 2 === 0) throw new Error('killed')
  },
})

describe('提醒', () => {
  test.each([
    ['2026-03-10', null],
    ['2026-03-11', '还有3个工作日到期'],
    ['2026-03-12', '还有3个工作日到期'],
    ['2026-03-13', '下一个工作日到期'],
    ['2026-03-15', '下一个工作日到期'],
    ['2026-03-16', '今天到期'],
    ['2026-03-17', '已逾期1个工作日'],
    ['2026-03-23', '已逾期5个工作日'],
    ['2026-06-01', '已逾期10个工作日'],
  ])('of what is due on Monday 16 March: on %s %s', (today, text) => {
    expect(reminderOf(day('2026-03-16'), day(today), officialCalendar)?.text ?? null).toBe(text)
  })

  test('counts by the announced days off: before the holiday of 1 May and over it', () => {
    const due = day('2026-05-06')
    const before = reminderOf(due, day('2026-05-05'), officialCalendar)
    expect(before?.text).toBe('下一个工作日到期')
    expect(before?.on).toBe('2026-04-30')
  })

  test('stands among the messages of the post for which it waits, unread, until it is done', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const who = reporterOf(county)
    province.now = '2027-01-27T01:00:00.000Z'
    done(await province.run(who, 'readMessages', { body: { upTo: '2027-01-26T10:00:00.000Z' } }))
    const reminders = async (of = who) =>
      done(await province.ask(of, 'listMessages', {})).rows.filter(({ text }) => text.includes('到期'))
    expect(await reminders()).toMatchObject([
      {
        text: '还有3个工作日到期，待填报',
        unread: true,
        pageId: opened.formOf(county),
        at: '2027-01-27T00:00:00.000Z',
      },
    ])
    expect(done(await province.ask(who, 'countMessages'))).toMatchObject({ work: 1 })
    expect(await reminders(member({ roles: ['county-reviewer'] }))).toEqual([])
    await province.fill(opened, county, 'submitted')
    expect(await reminders()).toEqual([])
  })
})
