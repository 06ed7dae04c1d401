import { MAX_READ_SINGLY, MessageKey } from '@anjie/contracts/vocabulary/messages/message'
import { isUnread, markRead } from '@anjie/domain/messages/readMark'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyRole, member, PLACES } from '../builders/people.ts'
import { admin, cityOf, done, Province, reporterOf, reviewerOf } from '../builders/province.ts'

const county = PLACES.county.code
const neighbour = PLACES.neighbourCounty.code

const messagesOf = async (province: Province, who: ReturnType<typeof member>, box?: 'told') =>
  done(await province.ask(who, 'listMessages', { query: box === undefined ? {} : { box } })).rows
const countOf = async (province: Province, who: ReturnType<typeof member>) =>
  done(await province.ask(who, 'countMessages'))
type Listed = Awaited<ReturnType<typeof messagesOf>>[number]
const brief = ({ box, text, page, pageId, unread }: Listed) => ({ box, text, page, pageId, unread })
const ofCase = (rows: readonly Listed[], id: string) => rows.filter((row) => row.pageId === id).map(brief)

/** Each step a minute after the one before, as people work. */
async function returned() {
  const province = new Province()
  const opened = await province.openCycle()
  const id = opened.formOf(county)
  province.now = '2026-03-02T02:00:00.000Z'
  await province.fill(opened, county, 'verified')
  const params = { submissionId: id }
  const { version } = done(await province.ask(cityOf(county), 'getSubmission', { params }))
  province.now = '2026-03-02T03:00:00.000Z'
  const body = { to: 'draft' as const, reason: '张三填的128件与台账不符' }
  done(await province.run(cityOf(county), 'returnSubmission', { params, body }, version))
  return { province, opened, id }
}

describe('消息', () => {
  test('say to each post what waits for it and what happened to its cases, and lead to the very case', async () => {
    const { province, opened, id } = await returned()
    const reporter = await messagesOf(province, reporterOf(county))
    expect(ofCase(reporter, id)).toEqual([
      { box: 'work', text: '填报中（已退回），待填报', page: 'submission', pageId: id, unread: true },
      { box: 'told', text: `${PLACES.city.name}退回填报表`, page: 'submission', pageId: id, unread: true },
    ])
    expect(reporter.find(({ kind }) => kind === 'cycle')).toMatchObject({
      pageId: opened.cycleId,
      text: '填报截至2027年1月31日',
    })
    // The reviewer's turn is over, and with it the message that it was.
    expect(ofCase(await messagesOf(province, reviewerOf(county)), id)).toMatchObject([{ box: 'told' }])
    expect(ofCase(await messagesOf(province, cityOf(county)), id)).toEqual([])
  })

  test('carry no reason, figure or name that somebody typed', async () => {
    const { province } = await returned()
    for (const who of [reporterOf(county), reviewerOf(county), cityOf(county), admin])
      expect(JSON.stringify(await messagesOf(province, who))).not.toMatch(/张三|128|林一/)
  })

  test('reach nobody beside: a neighbour, another role, a grassroots unit’s reporter', async () => {
    const { province, id } = await returned()
    for (const who of [
      reporterOf(neighbour),
      admin,
      ...everyRole().filter(({ roles }) => roles[0] === 'unit-reporter'),
    ])
      expect(ofCase(await messagesOf(province, who), id)).toEqual([])
    const unit = member({ roles: ['unit-reporter'] })
    expect(await messagesOf(province, unit)).toEqual([])
    expect(await countOf(province, unit)).toEqual({ work: 0, told: 0, more: false })
  })

  test('of a case that was called back say so, and what waited for it goes', async () => {
    const { province, opened, id } = await returned()
    province.now = '2026-03-03T02:00:00.000Z'
    const body = { reason: '方案附件有误' }
    done(await province.run(admin, 'callBackCycle', { params: { cycleId: opened.cycleId }, body }, 2))
    const rows = await messagesOf(province, reporterOf(county))
    expect(ofCase(rows, id)).toMatchObject([{ box: 'told', text: expect.stringContaining('填报表已撤回') }])
    expect(ofCase(rows, opened.cycleId)).toMatchObject([{ box: 'told', text: '考评周期已撤回' }])
  })

  test('are counted until they are read, one by one or all, for this person alone', async () => {
    const { province, id } = await returned()
    const who = reporterOf(county)
    const before = await countOf(province, who)
    expect(before).toEqual({ work: 1, told: 2, more: false })
    const [first] = await messagesOf(province, who)
    if (first === undefined) throw new Error('there is a message')
    done(await province.run(who, 'readMessages', { body: { keys: [MessageKey.parse(first.key)] } }))
    expect(await countOf(province, who)).toMatchObject({ work: first.box === 'work' ? 0 : 1 })
    const after = await messagesOf(province, who)
    expect(after.at(-1)?.key).toBe(first.key)
    expect(after.map(({ unread }) => unread)).toEqual([true, true, false])

    done(await province.run(who, 'readMessages', { body: { upTo: province.now } }))
    expect(await countOf(province, who)).toEqual({ work: 0, told: 0, more: false })
    const colleague = member({ roles: ['county-reporter'], personId: 'colleague' })
    expect(await countOf(province, colleague)).toEqual(before)
    // What happens next is unread again.
    province.now = '2026-03-05T02:00:00.000Z'
    const params = { submissionId: id }
    const { version } = done(await province.ask(who, 'getSubmission', { params }))
    done(await province.run(who, 'submitSubmission', { params }, version))
    expect(await countOf(province, reviewerOf(county))).toMatchObject({ work: 1 })
  })

  test('that were read leave no fact, and nothing says when somebody read', async () => {
    const { province } = await returned()
    const facts = province.stores.recordedFacts().length
    province.now = '2026-03-07T06:12:13.000Z'
    const upTo = '2026-03-02T03:00:00.000Z'
    done(await province.run(reporterOf(county), 'readMessages', { body: { upTo } }))
    expect(province.stores.recordedFacts()).toHaveLength(facts)
    const marks = province.stores.tables.dump('records').filter(({ sk }) => sk === 'MARK#')
    expect(marks.map(({ mark }) => mark)).toEqual([JSON.stringify({ upTo, also: [] })])
  })

  test('page by page are all there once, also when hundreds came at one instant', async () => {
    const province = new Province()
    for (let place = 0; place < 40; place++) await province.openCycle(undefined, 2000 + place)
    const who = reporterOf(county)
    const seen: string[] = []
    let before: MessageKey | undefined
    do {
      const page = done(await province.ask(who, 'listMessages', { query: before === undefined ? {} : { before } }))
      seen.push(...page.rows.map(({ key }) => `${key}`))
      before = page.next === null ? undefined : MessageKey.parse(page.next)
    } while (before !== undefined)
    expect(new Set(seen).size).toBe(seen.length)
    // Those of the years before are overdue, and each is reminded of.
    expect(seen.filter((key) => key.endsWith('#reminder#'))).toHaveLength(26)
    expect(seen.filter((key) => !key.endsWith('#reminder#'))).toHaveLength(80)
  })
})

describe('the mark', () => {
  const keys = fc
    .integer({ min: 0, max: 200 })
    .map((minute) =>
      MessageKey.parse(
        `${new Date(Date.UTC(2026, 2, 2, 0, minute)).toISOString()}#submission#990101.01J00000000000000000000000#turn#`,
      ),
    )
  const now = '2026-03-02T02:00:00.000Z'
  const instant = fc
    .integer({ min: 0, max: 300 })
    .map((minute) => new Date(Date.UTC(2026, 2, 2, 0, minute)).toISOString())

  test('never makes unread what was read up to it, never goes beyond now, and stays small', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ upTo: fc.option(instant, { nil: undefined }), keys: fc.array(keys, { maxLength: 50 }) })),
        keys,
        (steps, probe) => {
          let mark = { upTo: '2026-03-01T00:00:00.000Z', also: [] as MessageKey[] }
          for (const step of steps) {
            const next = markRead(mark, step, now)
            expect(next.upTo >= mark.upTo && next.upTo <= now).toBe(true)
            expect(next.also.length).toBeLessThanOrEqual(MAX_READ_SINGLY)
            if (!isUnread(mark, probe) && next.also.length < MAX_READ_SINGLY) expect(isUnread(next, probe)).toBe(false)
            mark = next
          }
        },
      ),
    )
  })
})
