import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyListsContent } from '@anjie/contracts/vocabulary/posts/dutyLists'
import { inParallel } from '@anjie/kernel'
import { TOWNSHIP_TEMPLATE, VILLAGE_TEMPLATE } from './demoDutyLists.ts'
import { REPORT_COUNTY } from './demoPeople.ts'
import { morningOf, type RunClock } from './seedSituations.ts'
import { countableDay } from './seedSupervision.ts'
import type { Staff } from './staff.ts'

const { draftDutyLists, copyDutyLists, editDutyLists, publishDutyLists, getDutyEventChoices } = OPERATIONS
const { recordDutyEvent, giveDutyWord, decideDutyEvent, enterDuty, decideDutyEntry } = OPERATIONS
const { recordDutyTraining, setDutyAttendance } = OPERATIONS

const AT_ONCE = 4
const [REVIEWER, ADMIN, REPORTER] = ['reviewer', 'admin', 'reporter'].map((post) => `${REPORT_COUNTY}.${post}`) as [
  string,
  string,
  string,
]

/** 政治轮训 2, 业务培训 6 of the county report, by the month in which each was held. */
const TRAININGS: readonly (readonly ['political' | 'professional', number, string, number])[] = [
  ['political', 3, '全县政法委员春季政治轮训班', 16],
  ['political', 9, '全县政法委员秋季政治轮训班', 16],
  ['professional', 2, '综治中心规范化运行培训', 4],
  ['professional', 4, '矛盾纠纷多元化解实务培训', 8],
  ['professional', 5, '网格化服务管理业务培训', 4],
  ['professional', 6, '重点人群服务管理培训', 4],
  ['professional', 8, '校园安全与应急处置培训', 4],
  ['professional', 10, '平安建设数据填报培训', 4],
]

/** Days ago on which an event was recorded, its line and ground, the word and what was decided. */
const EVENTS: readonly {
  readonly ago: number
  readonly line: string
  readonly ground: string
  readonly word?: string
  readonly decided?: readonly ['upheld' | 'dropped', string]
}[] = [
  { ago: 2, line: 'FM-07', ground: '县级调度会无故缺席，会议签到表为证。' },
  {
    ago: 12,
    line: 'FM-06',
    ground: '交办的治安隐患逾期五天办结，期间没有申请延期。',
    word: '当时全镇防汛备汛，已电话报告，未及时补办延期手续。',
  },
  { ago: 30, line: 'FM-09', ground: '两次暗访均发现综治中心夜间无人值守。' },
  {
    ago: 75,
    line: 'FM-03',
    ground: '督导指出的网格员空缺问题退回后复查仍未补齐。',
    word: '人员已经确定，手续正在办理。',
    decided: ['upheld', '复查时仍未到岗，事实清楚，予以认定。'],
  },
  {
    ago: 90,
    line: 'FM-02',
    ground: '一起群体性聚集苗头未在两小时内上报。',
    word: '已于事发后四十分钟通过值班电话上报，有值班记录。',
    decided: ['dropped', '经查值班电话记录属实，按时报告，不予认定。'],
  },
]

/**
 * 四张清单: the province's templates, marked as examples, the report county's versions in force and one that is drawn up; trainings with who
 * attended; negative events in every state; work that nothing proves, confirmed, refused and waiting.
 */
export async function seedDutyLists(staff: Staff, today: PlainDate, runClock: RunClock): Promise<void> {
  const year = today.slice(0, 4)
  const newYear = PlainDate.parse(`${year}-01-01`)
  await Promise.all([
    listsOf(staff, TOWNSHIP_TEMPLATE, newYear, today),
    listsOf(staff, VILLAGE_TEMPLATE, newYear, undefined),
  ])
  const { posts } = await staff.call(ADMIN, getDutyEventChoices, { query: {} } as never)
  const townships = posts.filter(({ kind }) => kind === 'township-commissioner')
  const postAt = (at: number) => townships[at % townships.length]?.id ?? ''
  const held = TRAININGS.map(([kind, month, title, hours]) => {
    const day = PlainDate.parse(`${year}-${String(month).padStart(2, '0')}-18`)
    return {
      kind,
      title,
      hours,
      on: day <= today ? day : today,
      organiser: '县委政法委',
      postKind: 'township-commissioner',
    }
  })
  await inParallel(held, AT_ONCE, async (body) => {
    const { id } = await staff.call(REVIEWER, recordDutyTraining, { body } as never, morningOf(body.on))
    // Some could not come.
    const missing = held.indexOf(body) * 2
    const attended = townships.filter((_, at) => at < missing || at > missing + (held.indexOf(body) % 3))
    await staff.call(
      REVIEWER,
      setDutyAttendance,
      { params: { trainingId: id }, ifMatch: 1, body: { posts: attended.map((post) => post.id) } } as never,
      morningOf(body.on),
    )
  })
  await inParallel(EVENTS, AT_ONCE, (event) => eventOf(staff, event, postAt(EVENTS.indexOf(event)), newYear, today))
  await entriesOf(staff, [postAt(0), postAt(1), postAt(2)], newYear, today)
  await runClock()
}

/** A template of the province, in force since the beginning of the year, and the county's own version; `today`: with a draft of the next. */
async function listsOf(
  staff: Staff,
  template: DutyListsContent,
  from: PlainDate,
  today: PlainDate | undefined,
): Promise<void> {
  const at = morningOf(from)
  const own = template.name.replace('（示例）', '').replace(/^/, '榆陂县')
  const publish = (who: string, listsId: string, ifMatch: number) =>
    staff.call(who, publishDutyLists, { params: { listsId }, ifMatch, body: { from } } as never, at)
  const { id } = await staff.call('province.admin', draftDutyLists, { body: template } as never, at)
  await publish('province.admin', id, 1)
  const copy = await staff.call(ADMIN, copyDutyLists, { params: { listsId: id }, body: { name: own } } as never, at)
  const changed = {
    ...template,
    name: own,
    isExample: false,
    duties: [
      ...template.duties,
      { code: `ZZ-${template.duties.length + 1}`, text: '落实“三天三一”排查和“三三调处”机制' },
    ],
  }
  const params = { listsId: copy.id }
  const body = {
    ...changed,
    duties: changed.duties.map((line) => ({ ...line, code: line.code.replace(/-(\d)$/, '-0$1') })),
  }
  await staff.call(ADMIN, editDutyLists, { params, ifMatch: 1, body } as never, at)
  await publish(ADMIN, copy.id, 2)
  if (today !== undefined)
    await staff.call(
      ADMIN,
      copyDutyLists,
      { params, body: { name: `${own}（${Number(from.slice(0, 4)) + 1}年修订）` } } as never,
      morningOf(addDays(today, -3)),
    )
}

async function eventOf(
  staff: Staff,
  { ago, line, ground, word, decided }: (typeof EVENTS)[number],
  postId: string,
  first: PlainDate,
  today: PlainDate,
): Promise<void> {
  const day = addDays(today, -ago)
  const on = countableDay(day < first ? first : day)
  const body = { postId, line, on, ground }
  const { id } = await staff.call(REVIEWER, recordDutyEvent, { body } as never, morningOf(on))
  const params = { eventId: id }
  if (word === undefined) return
  const said = { params, ifMatch: 1, body: { kind: 'said', text: word } }
  await staff.call(REPORTER, giveDutyWord, said as never, morningOf(addDays(on, 3)))
  if (decided === undefined) return
  const [outcome, reason] = decided
  const decision = { params, ifMatch: 2, body: { outcome, reason } }
  await staff.call(ADMIN, decideDutyEvent, decision as never, morningOf(addDays(on, 6)))
}

/** 走访 of the last months: of the first township confirmed, of the second one refused and one waiting, of the third waiting. */
async function entriesOf(staff: Staff, posts: readonly string[], first: PlainDate, today: PlainDate): Promise<void> {
  const days = [95, 65, 35, 5].map((ago) => addDays(today, -ago)).filter((day) => day >= first)
  const enter = (postId: string, on: PlainDate, note: string) =>
    staff.call(REPORTER, enterDuty, { params: { postId }, body: { line: 'RC-06', on, note } } as never, morningOf(on))
  const decide = (postId: string, on: PlainDate, ifMatch: number, number: number, outcome: string) =>
    staff.call(
      REVIEWER,
      decideDutyEntry,
      {
        params: { postId },
        ifMatch,
        body: {
          year: Number(on.slice(0, 4)),
          number,
          outcome,
          reason: outcome === 'refused' ? '没有走访记录和照片，请补充后重新登记' : '',
        },
      } as never,
      morningOf(addDays(on, 1)),
    )
  const [one = '', two = '', three = ''] = posts
  for (const [at, on] of days.entries()) {
    await enter(one, on, '走访三个村，入户了解矛盾纠纷情况')
    if (on < today) await decide(one, on, at * 2 + 1, at + 1, 'confirmed')
  }
  const [last = today] = days.toReversed()
  const [former = today] = days
  await enter(two, former, '走访村社区两个')
  await decide(two, former, 1, 1, 'refused')
  await enter(two, last, '走访四个村（社区），处理反映问题三件')
  await enter(three, last, '走访两个村，督促整改治安隐患')
}
