import { addDays, addWorkingDays, officialCalendar } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { BarSubject } from '@anjie/contracts/vocabulary/honours/bar'
import type { MeasureId, RectificationId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { MeasureContent } from '@anjie/contracts/vocabulary/supervision/measure'
import { inParallel } from '@anjie/kernel'
import { REPORT_COUNTY } from './demoPeople.ts'
import { DEMO_DEPARTMENTS, DEMO_TOWNSHIPS } from './demoUnits.ts'
import { listedRows } from './listedRows.ts'
import { quarterBefore } from './seedEscalation.ts'
import { morningOf, type RunClock } from './seedSituations.ts'
import type { Staff } from './staff.ts'

const { draftMeasures, issueMeasures, acknowledgeMeasure, listMeasures, getMeasure, contestMeasure } = OPERATIONS
const { reportRectification, checkRectification, askMoreTime, publishListing, decideVeto, listUnits } = OPERATIONS

const AT_ONCE = 4
const [REVIEWER, ADMIN, REPORTER] = ['reviewer', 'admin', 'reporter'].map((post) => `${REPORT_COUNTY}.${post}`) as [
  string,
  string,
  string,
]
const PASSED = { facts: true, solution: true, lawfulness: true, form: true }

/** As many working days as the calendar is announced for, up to those that are wanted. */
function announcedDays(from: PlainDate, wanted: number): number {
  let days = wanted
  while (days > 1 && !addWorkingDays(from, days, officialCalendar).ok) days -= 1
  return days
}

/** The last day until this one from which ten working days can be counted. */
export function countableDay(day: PlainDate): PlainDate {
  let found = day
  while (!addWorkingDays(found, 10, officialCalendar).ok) found = addDays(found, -1)
  return found
}

/** 专项督导 of the county report, eight in the year, and what each of them found. */
const INSPECTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['综治中心实体化运行专项督导', ['综治中心夜间无人值守', '视频巡查没有记录']],
  ['矛盾纠纷排查化解专项督导', ['两件重大纠纷未按期回访']],
  ['校园周边治安专项督导', ['护学岗高峰时段未到位']],
  ['网格化服务管理专项督导', ['三名网格员长期空缺', '网格巡查轨迹不完整']],
  ['铁路护路联防专项督导', ['护路队台账不全']],
  ['重点人群服务管理专项督导', ['走访记录未按月登记']],
  ['平安宣传月专项督导', ['村级宣传栏内容陈旧']],
  ['岁末年初安全稳定专项督导', ['应急值班表未更新', '重点场所检查不到位']],
]

/**
 * 督导台账 of the report county: 8 inspections, 55 dispatches, 25 townships and 6 line units criticised or called in; rectifications in every state,
 * one late; a listing to be published, and one that ended unsatisfied; what the city and the province found.
 */
export async function seedSupervision(staff: Staff, today: PlainDate, runClock: RunClock): Promise<void> {
  const year = today.slice(0, 4)
  /** So many days ago, in this year. */
  const ago = (days: number): PlainDate => {
    const day = addDays(today, -days)
    return day.startsWith(year) ? day : PlainDate.parse(`${year}-01-01`)
  }
  const { units } = await staff.call(REVIEWER, listUnits, { query: {} } as never)
  const idOf = (name: string): BarSubject => {
    const unit = units.find((each) => each.name === name)
    if (unit === undefined) throw new Error(`${name} is one of the demo's units`)
    return unit.id
  }
  const townships = DEMO_TOWNSHIPS.map(idOf)
  const departments = DEMO_DEPARTMENTS.map(idOf)
  const town = (at: number): BarSubject => townships[at % townships.length] ?? idOf('霜台镇')
  const draft = (
    content: Partial<MeasureContent> & Pick<MeasureContent, 'kind' | 'matter' | 'on'>,
    targets: readonly BarSubject[],
    who = REVIEWER,
  ) =>
    staff.call(
      who,
      draftMeasures,
      {
        body: {
          trigger: 'planned',
          participants: ['县委政法委副书记', '县平安办主任'],
          demands: '对照问题清单限期整改，举一反三，按期报告结果。',
          isPublished: false,
          problems: [],
          ...content,
          targets: [...targets],
        },
      } as never,
      morningOf(content.on),
    )
  const signed = new Set<string>()
  /** So many as wait to be signed in this county. */
  const signAll = async (count: number, on: PlainDate) => {
    const drafts = () => staff.call(ADMIN, listMeasures, { query: { status: 'draft' } } as never)
    const rows = await listedRows(drafts, ({ id }) => !signed.has(id), count)
    const measures = rows.map(({ id, version }) => ({ id: id as MeasureId, version }))
    await staff.call(ADMIN, issueMeasures, { body: { measures } } as never, morningOf(on))
    for (const { id } of measures) signed.add(id)
    return measures
  }

  await unsatisfied(staff, draft, signAll, {
    target: town(7),
    matter: '非法集资高发区域挂牌督办',
    number: 30,
    on: addDays(today, -400),
    until: addDays(today, -217),
  })
  const missedOn = addDays(quarterBefore(today).to, -10)
  const vetoed = await unsatisfied(staff, draft, signAll, {
    target: town(3),
    matter: '命案多发区域挂牌督办',
    number: 31,
    on: countableDay(addDays(missedOn, -183)),
    until: missedOn,
  })
  await draft({ kind: 'dispatch', matter: '平安建设重点工作月调度', on: ago(150) }, townships)
  await signAll(townships.length, ago(150))
  await draft(
    { kind: 'dispatch', matter: '信访维稳专题调度', on: ago(90), trigger: 'incident' },
    townships.slice(0, 22),
  )
  await signAll(22, ago(90))
  await draft(
    {
      kind: 'circular',
      matter: '上半年平安建设工作滞后通报',
      on: ago(80),
      trigger: 'league-table',
      documentNumber: `榆平安办〔${year}〕9号` as never,
    },
    townships.slice(0, 16),
  )
  await draft({ kind: 'interview', matter: '群众安全感测评靠后约谈', on: ago(80), trigger: 'league-table' }, [
    ...townships.slice(16, 25),
    ...departments,
  ])
  await signAll(25 + departments.length, ago(80))
  // Some of those that the circular names have not acknowledged it yet.
  const ofKind = () => staff.call(REVIEWER, listMeasures, { query: { kind: 'circular', stage: 'open' } } as never)
  const circulars = await listedRows(ofKind, ({ status }) => status === 'issued', 16)
  await inParallel(circulars.slice(0, 13), AT_ONCE, async ({ id, version }) => {
    const given = { params: { measureId: id as MeasureId }, ifMatch: version }
    await staff.call(REPORTER, acknowledgeMeasure, given as never, morningOf(addDays(ago(80), 2)))
  })
  const inspectedOn = countableDay(ago(40))
  await inParallel(INSPECTIONS, AT_ONCE, async ([matter, problems], at) => {
    await draft(
      {
        kind: 'inspection',
        matter,
        on: inspectedOn,
        problems: problems.map((text) => ({
          text,
          workingDays: announcedDays(inspectedOn, at === 0 ? 10 : 60),
          ...(at === 3 ? { repeated: true as const } : {}),
        })),
      },
      [town(at)],
    )
  })
  const inspected = await signAll(INSPECTIONS.length, inspectedOn)
  await inStates(staff, inspected, morningOf(addDays(inspectedOn, 1)))
  const listedOn = countableDay(ago(3))
  await draft(
    {
      kind: 'listing',
      matter: '城乡结合部治安混乱区域挂牌督办',
      on: listedOn,
      trigger: 'repeated',
      documentNumber: `榆平安办〔${year}〕21号` as never,
      until: addDays(today, 180),
      isPublished: true,
      problems: [{ text: '出租房屋登记底数不清', workingDays: announcedDays(listedOn, 60) }],
    },
    [town(2)],
  )
  await signAll(1, listedOn)
  await draft(
    {
      kind: 'covert',
      matter: '岁末暗访发现的问题',
      on: today,
      problems: [{ text: '警务室无人值班', workingDays: 10 }],
    },
    [town(5)],
  )
  await fromAbove(staff, draft, countableDay(ago(30)))
  await runClock()
  // Both procedures are open now; one waits for a person, and one was decided by who had no part in the listing.
  const params = { measureId: vetoed }
  const { version } = await staff.call(REVIEWER, getMeasure, { params } as never)
  await staff.call(`${REPORT_COUNTY}.deputy`, decideVeto, {
    params,
    body: { outcome: 'veto', reason: '挂牌期内未完成整治任务，重点问题没有销号。' },
    ifMatch: version,
  } as never)
}

type Draft = (
  content: Partial<MeasureContent> & Pick<MeasureContent, 'kind' | 'matter' | 'on'>,
  targets: readonly BarSubject[],
  who?: string,
) => Promise<{ readonly id: string }>

/** Of the inspections one was not acknowledged yet; the others' problems stand in every state. */
async function inStates(staff: Staff, issued: readonly { readonly id: MeasureId }[], at: string): Promise<void> {
  const found = await Promise.all(
    issued.map(({ id }) => staff.call(REVIEWER, getMeasure, { params: { measureId: id } } as never)),
  )
  const of = (matter: string) => {
    const measure = found.find(({ state }) => state.matter.startsWith(matter))
    if (measure === undefined) throw new Error(`${matter} was issued`)
    return measure
  }
  const acknowledge = ({ state, version }: ReturnType<typeof of>) =>
    staff.call(REPORTER, acknowledgeMeasure, { params: { measureId: state.id }, ifMatch: version } as never, at)
  // 平安宣传月 waits to be acknowledged.
  const taken = found.filter(({ state }) => !state.matter.startsWith('平安宣传月'))
  await inParallel(taken, AT_ONCE, async (measure) => void (await acknowledge(measure)))
  const params = (id: RectificationId) => ({ rectificationId: id })
  const report = (id: RectificationId, ifMatch: number) =>
    staff.call(
      REPORTER,
      reportRectification,
      { params: params(id), body: { text: '已经逐项整改到位，并建立长效机制，附整改照片和台账。' }, ifMatch } as never,
      at,
    )
  const check = (id: RectificationId, checks: object, text: string) =>
    staff.call(
      REVIEWER,
      checkRectification,
      { params: params(id), body: { checks, text, workingDays: 20 }, ifMatch: 3 } as never,
      at,
    )
  const first = (matter: string): RectificationId => {
    const [own] = of(matter).rectifications
    if (own === undefined) throw new Error(`${matter} found something`)
    return own.id
  }
  await report(first('矛盾纠纷'), 2)
  for (const matter of ['校园周边', '铁路护路']) {
    await report(first(matter), 2)
    await check(first(matter), PASSED, '现场核查，问题已解决')
  }
  await report(first('网格化'), 2)
  await check(first('网格化'), { ...PASSED, solution: false }, '仍有一名网格员没有到岗')
  await staff.call(
    REPORTER,
    askMoreTime,
    {
      params: params(first('岁末年初')),
      body: { until: addDays(PlainDate.parse(at.slice(0, 10)), 200), reason: '值班室改造尚未完工' },
      ifMatch: 2,
    } as never,
    at,
  )
  const contested = of('重点人群')
  await staff.call(
    REPORTER,
    contestMeasure,
    {
      params: { measureId: contested.state.id },
      body: { text: '走访记录已录入网格系统，纸质台账按规定不再重复登记。' },
      ifMatch: contested.version + 1,
    } as never,
    at,
  )
}

/** What the province's covert inspection and the city's circular found in the county. */
async function fromAbove(staff: Staff, draft: Draft, on: PlainDate): Promise<void> {
  const county = [`${REPORT_COUNTY}.division`] as unknown as readonly BarSubject[]
  const covert = await draft(
    {
      kind: 'covert',
      matter: '第三季度省级平安建设暗访',
      on,
      problems: ['长途客运站安检流于形式', '学校门口防撞设施缺失', '加油站散装油登记不全'].map((text) => ({
        text,
        workingDays: 15,
      })),
    },
    county,
    'province.reviewer',
  )
  const city = await draft(
    {
      kind: 'inspection',
      matter: '市级平安建设督查通报',
      on,
      problems: [{ text: '重点工程风险评估走过场', workingDays: 10 }],
    },
    county,
    '9901.reviewer',
  )
  const sign = (who: string, id: string) =>
    staff.call(
      who,
      issueMeasures,
      { body: { measures: [{ id: id as MeasureId, version: 1 }] } } as never,
      morningOf(on),
    )
  await sign('province.admin', covert.id)
  await sign('9901.second', city.id)
  for (const id of [covert.id, city.id])
    await staff.call(
      REPORTER,
      acknowledgeMeasure,
      { params: { measureId: id as MeasureId }, ifMatch: 2 } as never,
      morningOf(addDays(on, 1)),
    )
}

/** A listing whose term ran out: the clock opens the veto procedure, and a person has to decide. */
async function unsatisfied(
  staff: Staff,
  draft: Draft,
  signAll: (count: number, on: PlainDate) => Promise<readonly { readonly id: MeasureId }[]>,
  {
    target,
    matter,
    number,
    on,
    until,
  }: {
    readonly target: BarSubject
    readonly matter: string
    readonly number: number
    readonly on: PlainDate
    readonly until: PlainDate
  },
): Promise<MeasureId> {
  await draft(
    {
      kind: 'listing',
      matter,
      on,
      trigger: 'incident',
      documentNumber: `榆平安办〔${on.slice(0, 4)}〕${number}号` as never,
      until,
      isPublished: true,
      problems: [{ text: '涉众型案件化解率低于百分之六十', workingDays: 60 }],
    },
    [target],
  )
  const [listed] = await signAll(1, on)
  if (listed === undefined) throw new Error('the listing was issued')
  const params = { measureId: listed.id }
  await staff.call(REPORTER, acknowledgeMeasure, { params, ifMatch: 2 } as never, morningOf(addDays(on, 1)))
  await staff.call(REVIEWER, publishListing, { params, ifMatch: 3 } as never, morningOf(addDays(on, 2)))
  return listed.id
}
