import { beijingDate } from '@anjie/calendar-cn'
import type {
  getDutyEventChoices as choicesOperation,
  decideDutyEvent as decideOperation,
  getDutyEvent as getOperation,
  listDutyEvents as listOperation,
  recordDutyEvent as recordOperation,
  giveDutyWord as wordOperation,
} from '@anjie/contracts/operations/posts/dutyLists'
import { DutyEventId } from '@anjie/contracts/vocabulary/ids'
import type { DutyEvent } from '@anjie/contracts/vocabulary/posts/dutyEvent'
import { DUTY_POST_KINDS } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { codeOf } from '@anjie/domain/access/index'
import type { Step } from '@anjie/domain/decision'
import {
  decideDutyEvent as decide,
  giveWord,
  recordDutyEvent as record,
  wordTimePassed,
} from '@anjie/domain/posts/duty-lists/dutyEventSteps'
import { allowedDutyEventActions } from '@anjie/domain/posts/duty-lists/dutyEventTransitions'
import { isIn } from '@anjie/domain/posts/duty-lists/versionsInForce'
import { ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../../findRecord.ts'
import type { InputOf, OutputOf } from '../../input.ts'
import type { Command, CommandContext, CommandOutcome, Query, RecordStore } from '../../ports.ts'
import { timelineOf } from '../../timelineOf.ts'
import { workingCalendarOf } from '../../workingCalendarOf.ts'
import { standingPosts } from './standingPosts.ts'
import { listsOn } from './versions.ts'

/** 负面事件: of a county all, of a unit those of its own post. */
export const listDutyEvents: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async (
  { store },
  { query },
) => {
  const { cursor, ...filter } = query
  const page = await store.find('duty-event', filter, { cursor })
  return page.ok ? ok({ ...page.value, rows: [...page.value.rows] }) : page
}

export const getDutyEvent: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  context,
  { params },
) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'duty-event', params.eventId)
  if (!found.ok) return found
  const { state } = found.value
  const [post, timeline] = await Promise.all([
    store.get('duty-post', state.postId),
    timelineOf(store, 'duty-event', params.eventId),
  ])
  const holding = post?.state.holdings.find(({ number }) => number === state.holding.number)
  return ok({
    ...found.value,
    allowed: allowedDutyEventActions(state, member),
    ...timeline,
    ...(holding === undefined ? {} : { holder: { name: holding.name, isIn: isIn(beijingDate(now), holding) } }),
  })
}

/** 可登记负面事件的岗位与条目: posts that stand today, and the negative lists of a day. */
export const getDutyEventChoices: Query<InputOf<typeof choicesOperation>, OutputOf<typeof choicesOperation>> = async (
  { store, scope, now },
  { query },
) => {
  const on = query.on ?? beijingDate(now)
  const [posts, lists] = await Promise.all([
    standingPosts(store),
    Promise.all(DUTY_POST_KINDS.map((kind) => listsOn(store, codeOf(scope), kind, on))),
  ])
  return ok({
    posts: posts.map(({ id, kind, title }) => ({ id, kind, title })),
    negative: lists.flatMap((found) =>
      found === undefined ? [] : [{ postKind: found.postKind, lines: found.negative }],
    ),
  })
}

/** 登记负面事件. */
export const recordDutyEvent: Command<InputOf<typeof recordOperation>> = async (context, { body }) => {
  const { store, member, now } = context
  const post = await findRecord(context, 'duty-post', body.postId)
  if (!post.ok) return { ...post, error: { ...post.error, pointer: '/postId' } }
  const { state } = post.value
  const [lists, calendar] = await Promise.all([
    listsOn(store, state.county, state.kind, body.on),
    workingCalendarOf(context),
  ])
  const id = DutyEventId.parse(`${state.unitId}-${context.newId()}`)
  const step = record(id, state, lists, body, calendar, member, now)
  if (!step.ok) return step
  const outcome = { id, version: 1, status: step.value.next.status }
  const written = await store.commit([{ kind: 'duty-event', id, expectedVersion: 0, ...step.value }], outcome)
  return written.ok ? ok(outcome) : written
}

async function change(
  context: CommandContext,
  id: string,
  decided: (state: DutyEvent) => Result<Step<'duty-event'>, Problem> | Promise<Result<Step<'duty-event'>, Problem>>,
): Promise<Result<CommandOutcome, Problem>> {
  const found = await findRecord(context, 'duty-event', id)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const step = await decided(state)
  if (!step.ok) return step
  const outcome = { id, version: version + 1, status: step.value.next.status }
  const written = await context.store.commit(
    [{ kind: 'duty-event', id, expectedVersion: version, ...step.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}

/** 陈述意见, or that whoever held the post has left. */
export const giveDutyWord: Command<InputOf<typeof wordOperation>> = (context, { params, body }) =>
  change(context, params.eventId, async (state) => {
    const post = await findRecord(context, 'duty-post', state.postId)
    return post.ok ? giveWord(state, body, post.value.state, context.member, context.now) : post
  })

/** 决定. */
export const decideDutyEvent: Command<InputOf<typeof decideOperation>> = (context, { params, body }) =>
  change(context, params.eventId, (state) => decide(state, body, context.member, context.now))

/** 陈述期满: it goes on without a word. False where the day is not over or somebody was quicker. */
export async function passWordDay(store: RecordStore, id: string, now: string): Promise<boolean> {
  const found = await store.get('duty-event', id)
  const step = found === undefined ? null : wordTimePassed(found.state, now)
  if (found === undefined || step === null) return false
  const written = await store.commit([{ kind: 'duty-event', id, expectedVersion: found.version, ...step }])
  return written.ok
}
