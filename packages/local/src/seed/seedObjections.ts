import { addDays, officialCalendar } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { ApplicationId, BatchId, ObjectionId, RoundId, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { ObjectionOutcome } from '@anjie/contracts/vocabulary/objections/objection'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { noticeEndsOn } from '@anjie/domain/notices/noticeWindow'
import type { Staff } from './staff.ts'

const { proposeApplication, openNotice, getBatch, nameBatch, proposeTakeBack, decideTakeBack } = OPERATIONS
const { enterObjection, acceptObjection, answerObjection, publishObjection } = OPERATIONS

const ADMIN = 'province.admin'
const REVIEWER = 'province.reviewer'

/** Villages that appear in these lists and in no other. */
export const OBJECTED_VILLAGES = ['云台村', '白沙村', '青松村', '红岩村', '长河村', '金竹村', '南湖村'] as const

interface Accepted {
  readonly params: { readonly applicationId: ApplicationId }
  readonly version: number
}

/** How the demo's other situations come to a round, a list and an accepted application. */
export interface Steps {
  round(name: string, opensOn: PlainDate, closesOn: PlainDate, at: string): Promise<RoundId>
  batch(roundId: RoundId, name: string, at: string): Promise<BatchId>
  accepted(roundId: RoundId, unitId: UnitId, visited: PlainDate, at: string): Promise<Accepted>
  runClock(now?: string): Promise<void>
}

const morningOf = (day: PlainDate): string => `${day}T02:00:00.000Z`

/**
 * A running notice with an objection in each state, a list whose notice is over and of which one unit is held, and a naming that was
 * entered wrongly and taken back. Where the days off of the year are not announced there is none.
 */
export async function seedObjections(
  staff: Staff,
  today: PlainDate,
  villages: readonly UnitId[],
  steps: Steps,
): Promise<void> {
  const day = addDays(today, -24)
  if (!noticeEndsOn(today, 5, officialCalendar).ok || !noticeEndsOn(addDays(day, 1), 5, officialCalendar).ok) return
  const [one, two, three, four, held, free, wrong] = villages
  if (held === undefined || free === undefined || wrong === undefined)
    throw new Error('the register of the demo has seven villages for objections')
  const running = [one, two, three, four].flatMap((id) => id ?? [])
  const roundId = await steps.round(
    `${today.slice(0, 4)}年度六无平安村（第三轮）`,
    addDays(day, -1),
    addDays(today, 20),
    morningOf(day),
  )
  const year = today.slice(0, 4)
  await takenBack(staff, await onNotice(staff, steps, roundId, `${year}年度六无平安村第三批名单`, day, [wrong]), steps)
  const ready = await onNotice(staff, steps, roundId, `${year}年度六无平安村第四批名单`, addDays(day, 1), [held, free])
  await object(staff, ready, 0, morningOf(addDays(day, 3)), '反映去年有一起纠纷转为信访，未如实填报')
  await steps.runClock(`${ready.endsOn}T16:00:01.000Z`)
  const begun = addDays(today, -2)
  const list = await onNotice(staff, steps, roundId, `${year}年度六无平安村第五批名单`, addDays(begun, -1), running)
  await object(staff, list, 0, morningOf(begun), '反映村里今年发生过一起盗窃案件')
  await object(staff, list, 1, morningOf(begun), '反映网格员没有每天巡查', 'accept')
  await object(staff, list, 2, morningOf(begun), '反映矛盾纠纷台账与实际不符', 'answer', 'dismissed')
  await object(staff, list, 3, morningOf(begun), '反映未办结信访没有填报', 'publish', 'upheld')
}

/** A running notice of one village alone, to which anybody may object: for whoever needs no more than that. */
export async function seedRunningNotice(
  staff: Staff,
  today: PlainDate,
  village: UnitId,
  steps: Pick<Steps, 'round' | 'batch' | 'accepted'>,
  [roundWord, batchWord]: readonly [round: string, batch: string] = ['第三轮', '第五批'],
): Promise<BatchId | undefined> {
  const day = addDays(today, -3)
  if (!noticeEndsOn(addDays(day, 1), 5, officialCalendar).ok) return
  const name = `${today.slice(0, 4)}年度六无平安村（${roundWord}）`
  const roundId = await steps.round(name, addDays(day, -1), addDays(today, 20), morningOf(day))
  const list = `${today.slice(0, 4)}年度六无平安村${batchWord}名单`
  return (await onNotice(staff, steps, roundId, list, day, [village])).batchId
}

export interface OnNotice {
  readonly batchId: BatchId
  readonly applications: readonly ApplicationId[]
  readonly endsOn: PlainDate
}

export async function onNotice(
  staff: Staff,
  steps: Pick<Steps, 'batch' | 'accepted'>,
  roundId: RoundId,
  name: string,
  day: PlainDate,
  villages: readonly UnitId[],
): Promise<OnNotice> {
  const at = morningOf(day)
  const batchId = await steps.batch(roundId, name, at)
  const applications: ApplicationId[] = []
  for (const unitId of villages) {
    const { params, version } = await steps.accepted(roundId, unitId, day, at)
    await staff.call(
      REVIEWER,
      proposeApplication,
      { params, body: { batchId, opinion: '同意列入' }, ifMatch: version },
      at,
    )
    applications.push(params.applicationId)
  }
  const startsOn = addDays(day, 1)
  const ends = noticeEndsOn(startsOn, 5, officialCalendar)
  if (!ends.ok) throw new Error(ends.error.detail)
  await staff.call(
    ADMIN,
    openNotice,
    {
      params: { batchId },
      body: { startsOn, contact: '省平安办 099-12345678' },
      ifMatch: await versionOf(staff, batchId, at),
    },
    at,
  )
  return { batchId, applications, endsOn: ends.value }
}

const versionOf = async (staff: Staff, batchId: BatchId, at: string): Promise<number> =>
  (await staff.call(ADMIN, getBatch, { params: { batchId } }, at)).version

/** An objection by post or telephone, brought to one of its states by the province's administrator, who did not list the unit. */
async function object(
  staff: Staff,
  { batchId, applications }: OnNotice,
  at: number,
  when: string,
  text: string,
  until?: 'accept' | 'answer' | 'publish',
  outcome: ObjectionOutcome = 'dismissed',
): Promise<void> {
  const applicationId = applications[at]
  if (applicationId === undefined) throw new Error('the unit stands in the list')
  const sentOn = when.slice(0, 10) as PlainDate
  // Every second one without a name.
  const who = at % 2 === 0 ? { name: '群众甲', contact: '099-00000000' } : {}
  const entered = await staff.call(
    ADMIN,
    enterObjection,
    {
      body: {
        batchId,
        applicationId,
        channel: at % 2 === 0 ? ('post' as const) : ('telephone' as const),
        sentOn,
        ...who,
        text,
      },
    },
    when,
  )
  const params = { objectionId: entered.id as ObjectionId }
  if (until === undefined) return
  const taken = await staff.call(ADMIN, acceptObjection, { params, ifMatch: entered.version }, when)
  if (until === 'accept') return
  const answered = await staff.call(
    ADMIN,
    answerObjection,
    {
      params,
      ifMatch: taken.version,
      body: {
        outcome,
        finding: '走访村民六户，查阅公安机关和信访部门台账。',
        answer:
          outcome === 'dismissed'
            ? '经核查，台账与实际一致，反映的情况不属实。'
            : '经核查，反映的情况属实，该单位暂缓命名。',
      },
    },
    when,
  )
  if (until === 'answer') return
  await staff.call(
    ADMIN,
    publishObjection,
    {
      params,
      ifMatch: answered.version,
      body: {
        text:
          outcome === 'dismissed'
            ? '经核查，异议不成立。'
            : '经核查，有一件未办结信访没有填报，异议成立，不随本批命名。',
      },
    },
    when,
  )
}

/** A naming under a wrong number: one person proposes to take it back, another decides; the list can be named anew. */
async function takenBack(staff: Staff, { batchId, endsOn }: OnNotice, { runClock }: Steps): Promise<void> {
  const params = { batchId }
  await runClock(`${endsOn}T16:00:01.000Z`)
  const namedOn = addDays(endsOn, 1)
  const at = morningOf(namedOn)
  const number = (serial: number) => `平安安办〔${namedOn.slice(0, 4)}〕${serial}号`
  await staff.call(
    ADMIN,
    nameBatch,
    { params, body: { documentNumber: number(41), namedOn }, ifMatch: await versionOf(staff, batchId, at) },
    at,
  )
  const reason = '文号录入有误，误用了另一份文件的编号'
  await staff.call(
    REVIEWER,
    proposeTakeBack,
    { params, body: { reason }, ifMatch: await versionOf(staff, batchId, at) },
    at,
  )
  await staff.call(
    ADMIN,
    decideTakeBack,
    {
      params,
      body: { documentNumber: number(43), decidedOn: namedOn },
      ifMatch: await versionOf(staff, batchId, at),
    },
    at,
  )
}
