import type {
  amendDutyTraining as amendOperation,
  setDutyAttendance as attendanceOperation,
  getDutyTraining as getOperation,
  listDutyTrainings as listOperation,
  recordDutyTraining as recordOperation,
} from '@anjie/contracts/operations/posts/dutyLists'
import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { DutyTrainingId } from '@anjie/contracts/vocabulary/ids'
import type { DutyTraining } from '@anjie/contracts/vocabulary/posts/dutyTraining'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { codeOf } from '@anjie/domain/access/index'
import type { Step } from '@anjie/domain/decision'
import { amendTraining, recordTraining, setAttendance } from '@anjie/domain/posts/duty-lists/trainingSteps'
import { postFault } from '@anjie/domain/posts/dutyPostActions'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../../findRecord.ts'
import type { InputOf, OutputOf } from '../../input.ts'
import type { Command, CommandContext, CommandOutcome, Query, RecordStore } from '../../ports.ts'
import { timelineOf } from '../../timelineOf.ts'
import { standingPosts } from './standingPosts.ts'

/** 岗位培训: of a county all, of a unit those that its post attended. */
export const listDutyTrainings: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async (
  { store },
  { query },
) => {
  const { cursor, kind, year } = query
  const page = await store.find('duty-training', { group: kind, year }, { cursor })
  return page.ok ? ok({ ...page.value, rows: [...page.value.rows] }) : page
}

/** Posts of a kind that stand today. */
const postsOf = async (store: RecordStore, postKind: DutyTraining['postKind']) =>
  (await standingPosts(store)).filter(({ kind }) => kind === postKind)

export const getDutyTraining: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  { store },
  { params },
) => {
  const found = await findRecord({ store }, 'duty-training', params.trainingId)
  if (!found.ok) return found
  const { attended, postKind } = found.value.state
  const [standing, timeline] = await Promise.all([
    postsOf(store, postKind),
    timelineOf(store, 'duty-training', params.trainingId),
  ])
  const known = new Set<string>(standing.map(({ id }) => id))
  const former = attended
    .filter(({ postId }) => !known.has(postId))
    .map(({ postId, unitName }) => ({ id: postId, unitName, townshipName: '' }))
  return ok({
    ...found.value,
    allowed: [],
    ...timeline,
    posts: [...standing.map(({ id, unitName, townshipName }) => ({ id, unitName, townshipName })), ...former],
  })
}

/** 登记培训, of posts that there are. */
export const recordDutyTraining: Command<InputOf<typeof recordOperation>> = async (context, { body }) => {
  const county = CountyCode.parse(codeOf(context.scope))
  if ((await postsOf(context.store, body.postKind)).length === 0)
    return err(postFault('/postKind', `还没有设立${POST_KINDS[body.postKind].name}岗位，请先设岗，再登记培训`))
  const id = DutyTrainingId.parse(`${county}.${context.newId()}`)
  const outcome = { id, version: 1, status: 'held' }
  const step = recordTraining(id, county, body, context.now)
  const written = await context.store.commit([{ kind: 'duty-training', id, expectedVersion: 0, ...step }], outcome)
  return written.ok ? ok(outcome) : written
}

async function change(
  context: CommandContext,
  id: string,
  decide: (
    state: DutyTraining,
  ) => Result<Step<'duty-training'>, Problem> | Promise<Result<Step<'duty-training'>, Problem>>,
): Promise<Result<CommandOutcome, Problem>> {
  const found = await findRecord(context, 'duty-training', id)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const step = await decide(state)
  if (!step.ok) return step
  const outcome = { id, version: version + 1, status: 'held' }
  const written = await context.store.commit(
    [{ kind: 'duty-training', id, expectedVersion: version, ...step.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}

/** 更正培训. */
export const amendDutyTraining: Command<InputOf<typeof amendOperation>> = (context, { params, body }) =>
  change(context, params.trainingId, (state) => amendTraining(state, body, context.now))

/** 登记参训 of all posts at once; those that attended and ended since stay. */
export const setDutyAttendance: Command<InputOf<typeof attendanceOperation>> = (context, { params, body }) =>
  change(context, params.trainingId, async (state) => {
    const known = new Map<string, DutyTraining['attended'][number]>([
      ...(await postsOf(context.store, state.postKind)).map(
        ({ id, unitId, unitName }) => [id, { postId: id, unitId, unitName }] as const,
      ),
      ...state.attended.map((each) => [each.postId, each] as const),
    ])
    const attended = [...new Set(body.posts)].map((post) => known.get(post))
    const unknown = attended.indexOf(undefined)
    return unknown === -1
      ? setAttendance(
          state,
          attended.filter((each) => each !== undefined),
          context.now,
        )
      : err({ code: 'not-found', detail: '名单里有本县没有的岗位', pointer: `/posts/${unknown}` })
  })
