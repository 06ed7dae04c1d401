import { PlatformCommand } from '@anjie/contracts/platform/command'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { runClock } from '@anjie/function-clock/runClock'
import { runCommand } from '@anjie/function-platform/runCommand'
import { demoDivisions } from '@anjie/local/seed/demoDivisions'
import { demoPeople, REPORT_COUNTY, SITUATION_COUNTY } from '@anjie/local/seed/demoPeople'
import { demoUnits } from '@anjie/local/seed/demoUnits'
import { seedWork } from '@anjie/local/seed/seed'
import { AFTERCARE_TOWNSHIP } from '@anjie/local/seed/seedAftercare'
import { seedMoves } from '@anjie/local/seed/seedMoves'
import type { Staff } from '@anjie/local/seed/staff'
import { digest, openStore } from '@anjie/store/index'
import type { Scope } from '@anjie/use-cases/ports'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { systemMark } from '../builders/context.ts'
import { counters } from '../builders/honours.ts'
import { done, Province, refusalOf } from '../builders/province.ts'

/** The demo of `pnpm dev`, played in memory: what it promises to show stands on the pages of those whom it concerns. */

afterEach(() => {
  vi.useRealTimers()
})

const OWN = ProvinceCode.parse('99')

async function seeded(day: string) {
  vi.useFakeTimers({ now: new Date(`${day}T03:00:00.000Z`), toFake: ['Date'] })
  const divisions = demoDivisions()
  const province = new Province()
  province.divisions = divisions
  const now = () => new Date().toISOString()
  const platform = (at: string) => province.stores.openPlatformStore(OWN, systemMark({ now: at }))
  const command = (given: unknown, at = now()) =>
    runCommand(PlatformCommand.parse(given), {
      openStore: () => platform(at),
      logIns: province.stores.logIns,
      ownProvince: OWN,
      now: at,
      digest,
    })
  await command({ command: 'loadDivisions', divisions })
  const registered = await command({ command: 'registerUnits', province: OWN, units: demoUnits() })
  const ids = 'ids' in registered ? registered.ids : []
  const unitIds = new Map(demoUnits().map(({ name }, index) => [name, ids[index]] as const))
  const members = new Map<string, Membership>()
  for (const { userName, roles, unitName, ...person } of demoPeople(divisions)) {
    const identity = `https://issuer.invalid#${userName}`
    const membership = {
      ...person,
      roles,
      ...(unitName === undefined ? {} : { units: [unitIds.get(unitName)] }),
      identity,
      personId: `person-${userName}`,
      validUntil: '2099-12-31',
    }
    await command({ command: 'grantMembership', membership })
    const [held] = await province.stores.memberships.find(identity, 'anew')
    if (held !== undefined) members.set(userName, held)
  }
  const postOf = (userName: string): Membership => {
    const held = members.get(userName)
    if (held === undefined) throw new Error(`${userName} is one of the demo's people`)
    return held
  }
  const staff: Staff = {
    async call(userName, operation, { params, query, body, ifMatch } = {}, at) {
      province.now = at ?? now()
      const input = {
        params: operation.params.parse(params ?? {}),
        query: operation.query.parse(query ?? {}),
        body: operation.body.parse(body ?? {}),
      }
      const who = postOf(userName)
      // The table of operations pairs each with its own input and answer; TypeScript cannot follow that by a variable.
      const id = operation.id as never
      if (operation.method === 'GET') return done(await province.ask(who, id, input as never)) as never
      const outcome = done(await province.run(who, id, input as never, ifMatch))
      // What is answered this once stands in the answer beside the rest, as the API writes it.
      const once = 'once' in outcome ? (outcome.once as object) : {}
      return { ...outcome, ...once, ...(await province.answer(who, id, input as never, outcome)) } as never
    },
  }
  const clock = async (at: string = now()) => {
    const { failed } = await runClock(
      {
        store: platform(at),
        now: at,
        divisions,
        digest,
        ...counters(),
        storeOf: (scope: Scope) => openStore(province.stores, scope),
        province: { level: 'province', province: OWN },
        sender: { send: async () => undefined },
      },
      () => true,
    )
    expect(failed).toEqual([])
  }
  await seedWork(staff, divisions, {
    runClock: clock,
    load: async (given, at) => {
      expect(await command(given, at)).toMatchObject({ ok: true, refused: [] })
    },
  })
  province.now = now()
  await seedMoves(staff, async (given) => void (await command(given)), divisions, PlainDate.parse(day))
  return { province, staff, postOf, homeOf: async (user: string) => done(await province.ask(postOf(user), 'getHome')) }
}

const said = (rows: readonly { readonly title: string; readonly statusName: string }[]) =>
  rows.map(({ title, statusName }) => `${title} ${statusName}`)

describe.each([
  ['an ordinary working day', '2026-11-30'],
  ['the end of a year whose next calendar is not announced', '2026-12-28'],
])('the demo seeded on %s', (_which, day) => {
  test('shows each situation where it is somebody’s turn or concern', async () => {
    const { province, homeOf, postOf } = await seeded(day)
    const admin = await homeOf('province.admin')
    expect(said(admin.toDo)).toEqual(
      expect.arrayContaining([
        '2026年度县级平安建设考评 填报中',
        '2026年度县级平安建设考评（试评） 未开放',
        '2025年度县级平安建设考评（补评） 预览更正',
        expect.stringMatching(/第二批名单 拟定名单$/),
      ]),
    )
    const upheld = admin.toDo.find(({ page }) => page === 'appeal')
    expect(upheld).toMatchObject({ nextVerb: '更正并重新计分' })
    const reviewer = await homeOf('province.reviewer')
    expect(reviewer.toDo.map(({ nextVerb }) => nextVerb)).toContain('答复申诉')

    const county = await homeOf(`${SITUATION_COUNTY}.reporter`)
    expect(county.toDo.filter(({ statusName }) => statusName.endsWith('（已退回）')).length).toBeGreaterThanOrEqual(2)
    const soon = said(county.dueSoon)
    expect(soon).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/第二轮） 申报期$/),
        '2026年度县级平安建设考评 填报中',
        '2025年度县级平安建设考评（补评） 预览更正',
      ]),
    )
    expect(county.dueSoon.find(({ title }) => title.endsWith('第二轮）'))?.dueOn).toBe(day)
    expect(county.dueSoon.find(({ title }) => title === '2026年度县级平安建设考评')?.dueOn).toBe('2027-01-20')
    expect(said(county.recent)).toEqual(
      expect.arrayContaining(['2025年度县级平安建设考评 已公布', '2026年度县级平安建设考评（试评） 未开放']),
    )

    // The ready-made catalogue: taken by the schemes, one item in a newer edition, one pair that asks the same.
    const item = done(
      await province.ask(postOf(`${SITUATION_COUNTY}.reporter`), 'getCatalogueItem', {
        params: { catalogueItemId: '99.JF-001' as never },
      }),
    )
    expect(item.state.edition).toBe(2)
    expect(item.uses.map(({ year, edition }) => [year, edition])).toContainEqual([2026, 1])
    expect(item.doubles).toMatchObject([{ code: 'JF-009' }])
    const { pairs } = done(await province.ask(postOf('province.admin'), 'findCatalogueDoubles'))
    expect(pairs.map(({ one, other }) => `${one.code} ${other.code}`)).toEqual(['JF-001 JF-009'])
    // Next year's draft asks what the rules of relief bar, and says so before anybody publishes it.
    const { rows: schemes } = done(await province.ask(postOf('province.admin'), 'listSchemes'))
    const schemeId = schemes.find(({ title }) => title.includes('2027'))?.id as never
    const burden = done(await province.ask(postOf('province.admin'), 'getSchemeBurden', { params: { schemeId } }))
    expect(burden.findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['burden-relief.press-coverage', 'burden-relief.traces']),
    )
    expect(burden.before).toMatchObject({ cells: 12, added: ['平安建设宣传报道篇数'], removed: [] })
    expect(burden.taken.find(({ code }) => code === 'JF-001')).toMatchObject({ edition: 1, newest: 2, departs: [] })

    // Units moved by a plan that a second person confirmed, and two plans that wait: the province's and a county's.
    const { rows: plans } = done(await province.ask(postOf('province.admin'), 'listMovePlans'))
    expect(said(plans).toSorted()).toEqual(['樟湾县并入涧泽区 待确认', '沅溪县划入枫屏市 已办结'])
    const { rows: waiting } = done(await province.ask(postOf('9901.reviewer'), 'listMovePlans'))
    expect(said(waiting)).toEqual(['蒲泽乡并入芦湾乡 待确认'])
    const { rows: titles } = done(
      await province.ask(postOf('province.admin'), 'listTitles', { query: { place: '9918' } as never }),
    )
    expect(titles.map(({ fields }) => fields.placeNow ?? '').sort()).toEqual([
      '',
      '枫屏市沅溪县沅溪镇',
      '枫屏市沅溪县沅溪镇',
    ])

    // The upheld appeal holds the publication back, for whatever reason it should come early.
    const { rows } = done(await province.ask(postOf('province.admin'), 'listCycles'))
    const cycleId = rows.find(({ title }) => title.endsWith('（补评）'))?.id as never
    const cycle = done(await province.ask(postOf('province.admin'), 'getCycle', { params: { cycleId } }))
    const params = { runId: cycle.state.latestRun as never }
    const run = done(await province.ask(postOf('province.admin'), 'getRun', { params }))
    const publish = await province.run(
      postOf('province.admin'),
      'publishRun',
      { params, body: { earlyReason: '各县无异议' } },
      run.version,
    )
    expect(refusalOf(publish)).toBe('transition-not-allowed')
    expect(JSON.stringify(publish)).toContain('申诉')

    // The county report's supervision, and its rectifications in every state; what the province found is the county's figure.
    const countyAdmin = postOf(`${REPORT_COUNTY}.admin`)
    const tally = done(await province.ask(countyAdmin, 'getSupervisionTally'))
    expect(tally.own).toMatchObject({ inspections: 8, dispatches: 55, townships: 25, departments: 6 })
    expect(tally.own.listings).toBeGreaterThan(0)
    // 33 of 33 commissioners, all deputy secretaries; of the pilot's five one is vacant and one does three things, a sixth went with its village.
    const { all } = done(await province.ask(countyAdmin, 'getDutyCoverage'))
    expect(all['township-commissioner']).toMatchObject({ units: 33, posts: 33, filled: 33, deputies: 33, vacant: 0 })
    expect(all['village-commissioner']).toMatchObject({ posts: 5, filled: 4, vacant: 1 })
    const { rows: posts } = done(await province.ask(countyAdmin, 'listDutyPosts'))
    expect(posts.filter(({ overlap }) => overlap?.isMany === true)).toHaveLength(1)
    const { rows: problems } = done(await province.ask(countyAdmin, 'listRectifications'))
    expect(new Set(problems.map(({ status }) => status))).toEqual(
      new Set(['issued', 'acknowledged', 'reported', 'returned', 'closed']),
    )
    for (const status of ['draft', 'issued', 'contested', 'veto', 'closed'] as const) {
      const { rows: measures } = done(await province.ask(countyAdmin, 'listMeasures', { query: { status } }))
      expect(measures.length, status).toBeGreaterThan(0)
    }
    // A published table drafted two interviews, of which one was signed; a decided veto stands in it.
    const { rows: interviews } = done(await province.ask(countyAdmin, 'listMeasures', { query: { kind: 'interview' } }))
    const escalated = interviews.filter(({ fields }) => fields.matter.startsWith('连续两期'))
    expect(escalated.map(({ status }) => status).toSorted()).toEqual(['closed', 'draft'])
    const { rows: cycles } = done(await province.ask(countyAdmin, 'listCycles'))
    const quarters = cycles
      .filter(({ title }) => title.includes('满意度测评'))
      .toSorted((a, b) => (a.title < b.title ? 1 : -1))
    const newest = { cycleId: quarters[0]?.id as never }
    const table = done(await province.ask(countyAdmin, 'getLeagueTable', { params: newest }))
    expect(table.rows.flatMap(({ notRankedReason }) => notRankedReason ?? [])).toEqual([
      '因“挂牌督办期满未摘牌”取消资格',
    ])
    // The four lists of the report's posts: in force, marked as an example above, and a draft; its trainings, and negative events in every state.
    const { rows: lists } = done(await province.ask(countyAdmin, 'listDutyLists'))
    const kindsOf = (level: string) => lists.filter(({ fields, inForce }) => fields.level === level && inForce).length
    expect([kindsOf('province'), kindsOf('county')]).toEqual([2, 2])
    expect(lists.filter(({ fields }) => fields.isExample).map(({ fields }) => fields.level)).toEqual([
      'province',
      'province',
    ])
    expect(lists.filter(({ status }) => status === 'draft')).toHaveLength(1)
    for (const [kind, count] of [
      ['political', 2],
      ['professional', 6],
    ] as const) {
      const { rows: trainings } = done(await province.ask(countyAdmin, 'listDutyTrainings', { query: { kind } }))
      expect(trainings, kind).toHaveLength(count)
    }
    const { rows: events } = done(await province.ask(countyAdmin, 'listDutyEvents', { query: {} }))
    expect(new Set(events.map(({ status }) => status))).toEqual(
      // A word has ten working days, which cannot be counted beyond the announced year.
      new Set([...(day.slice(5) < '12-28' ? ['asked'] : []), 'heard', 'upheld', 'dropped']),
    )
    // A cycle with every step on its way, and one on whose grades the leading group has decided.
    const running = { cycleId: cycles.find(({ title }) => title.startsWith('2026年度乡镇（街道）平安'))?.id as never }
    const procedure = done(await province.ask(countyAdmin, 'getProcedure', { params: running }))
    const standing = Map.groupBy(procedure.papers, ({ step }) => step)
    expect(
      standing
        .get('self-assessment')
        ?.map(({ status }) => status)
        .toSorted(),
    ).toEqual(['done', 'filed', 'filed', 'open', 'open', 'returned'].toSorted())
    expect(standing.get('department-scores')?.map(({ status }) => status)).toEqual(['done', 'filed'])
    expect(standing.get('consultation')?.map(({ status, late }) => [status, late])).toEqual([
      ['done', true],
      ['open', true],
    ])
    expect(standing.get('field-visits')?.filter(({ status }) => status === 'done')).toHaveLength(2)
    const outcomes = procedure.state.review?.candidates.flatMap(({ finding }) => finding?.outcome ?? [])
    expect(outcomes).toEqual(['cleared', 'struck'])
    const decided = { cycleId: cycles.find(({ title }) => title.startsWith('2025年度乡镇（街道）平安'))?.id as never }
    const { state: past } = done(await province.ask(countyAdmin, 'getProcedure', { params: decided }))
    expect(past).toMatchObject({ status: 'decided', deliberation: { record: { outcome: 'approved' } } })
    const covert = problems.filter(({ fields }) => fields.level === 'province')
    expect(covert.map(({ statusName }) => statusName)).toEqual(
      Array.from({ length: 3 }, () => expect.stringContaining('整改中')),
    )
  })

  test('shows titles in each standing, of three levels, and a campaign with a unit at every step', async () => {
    const { province, postOf } = await seeded(day)
    const reader = postOf('province.reviewer')
    const { rows } = done(await province.ask(reader, 'listTitles', { query: {} as never }))
    const standings = new Map<string, string[]>()
    for (const { title, status, fields } of rows)
      if (fields.townshipName === AFTERCARE_TOWNSHIP)
        standings.set(status, [...(standings.get(status) ?? []), `${fields.levelName} ${title}`])
    expect(standings.get('expired')).toEqual(expect.arrayContaining(['县级 湾头村', '省级 湾尾村']))
    expect(standings.get('deregistered')).toEqual(['省级 荷花村'])
    expect(standings.get('rectify')).toEqual(['市级 下圩村'])
    expect(standings.get('revoked')).toEqual(['省级 沙洲村'])
    expect(standings.get('active')).toEqual(expect.arrayContaining(['省级 湾尾村', '省级 月湾村村民委员会']))

    const { rows: campaigns } = done(await province.ask(reader, 'listCampaigns'))
    const progressOf = async (name: RegExp) => {
      const campaignId = campaigns.find(({ title }) => name.test(title))?.id as never
      const found = done(await province.ask(reader, 'getCampaign', { params: { campaignId } }))
      expect(found.drawIsRight).toBe(true)
      return new Map(found.progress.map((each) => [each.name, each.count]))
    }
    expect([...(await progressOf(/复核$/))].toSorted()).toEqual(
      [
        ['待自查', 2],
        ['待县级复核', 1],
        ['待市级复核', 1],
        ['待复核决定', 1],
        ['保留', 1],
        ['限期整改', 1],
        ['拟撤销，待陈述申辩', 1],
        ['待撤销决定', 1],
      ].toSorted(),
    )
    expect([...(await progressOf(/抽查$/))].toSorted()).toEqual(
      [
        ['保留', 2],
        ['整改合格，恢复', 1],
      ].toSorted(),
    )
    // The appeal lies with who had no part in the revocation.
    const { rows: appealed } = done(
      await province.ask(reader, 'listRechecks', { query: { status: 'appealed' } as never }),
    )
    expect(appealed.map(({ title }) => title)).toEqual(['沙洲村'])
    const third = done(
      await province.ask(postOf('province.deputy'), 'getRecheck', {
        params: { recheckId: appealed[0]?.id as never },
      }),
    )
    expect(third.allowed).toContainEqual(expect.objectContaining({ action: 'uphold', allowed: true }))
  })
})
