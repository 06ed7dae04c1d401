import { beijingDate } from '@anjie/calendar-cn'
import type {
  getDutyCoverage as coverageOperation,
  getDutyPost as getOperation,
  listDutyPosts as listOperation,
} from '@anjie/contracts/operations/posts/dutyPosts'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { figuresByKind, sumCoverage } from '@anjie/domain/posts/coverage'
import { isPiloted } from '@anjie/domain/posts/dutyPilot'
import { allowedDutyPostActions } from '@anjie/domain/posts/dutyPostActions'
import { dutyPostTitle } from '@anjie/domain/posts/kinds/index'
import { type Overlap, overlapsOf } from '@anjie/domain/posts/overlaps'
import { holderOf, vacancyDueOn, vacantSince } from '@anjie/domain/posts/vacancies'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import { foundRows } from '../foundRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { countiesOfScope } from '../units/listCounties.ts'
import { coverageOf, townshipsOf } from './coverageChange.ts'

type Row = ListRowOf<'duty-post'>

const heldPosts = (rows: readonly Row[]) =>
  rows.flatMap(({ id, title, fields: { townshipId, holder } }) =>
    holder === undefined
      ? []
      : [{ id, title, townshipId, name: holder.name, personId: holder.personId, besides: holder.besides }],
  )

const shownOverlap = (overlap: Overlap | undefined) =>
  overlap === undefined || overlap.duties.length < 2 ? {} : { overlap: { ...overlap, duties: [...overlap.duties] } }

/** 岗位名册: of a county all posts that stand, in one reading, because they are compared with each other; those that ended page by page. */
export const listDutyPosts: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async (
  context,
  { query },
) => {
  const { store, scope, now } = context
  if (query.stage === 'closed') {
    const page = await store.find('duty-post', { stage: 'closed' }, { cursor: query.cursor })
    return page.ok ? ok({ ...page.value, rows: [...page.value.rows], missing: [] }) : page
  }
  const [rows, own] = await Promise.all([
    foundRows(store, 'duty-post', { stage: 'open' }),
    scope.level === 'county' ? ownPosts(context, scope.county) : undefined,
  ])
  const overlaps = overlapsOf(heldPosts(rows))
  const manned = new Set(rows.map(({ fields }) => `${fields.postKind}\n${fields.unitId}`))
  return ok({
    rows: rows.map((row) => ({ ...row, ...shownOverlap(overlaps.get(row.id)) })),
    missing: (own?.townships ?? [])
      .filter(({ id }) => !manned.has(`township-commissioner\n${id}`))
      .map(({ id, title }) => ({ id: UnitId.parse(id), name: title })),
    ...(own === undefined
      ? {}
      : {
          own: {
            version: own.version,
            figures: figuresByKind(own.state, beijingDate(now)),
            ...(own.state.pilot === undefined ? {} : { pilot: own.state.pilot }),
            ...(own.state.published === undefined ? {} : { publishedOn: own.state.published.on }),
          },
        }),
  })
}

async function ownPosts(context: QueryContext, county: string) {
  const [coverage, townships] = await Promise.all([coverageOf(context, county), townshipsOf(context)])
  return { ...coverage, townships }
}

/** 岗位 with its holders over time. */
export const getDutyPost: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  context,
  { params },
) => {
  const { store, member } = context
  const found = await findRecord(context, 'duty-post', params.postId)
  if (!found.ok) return found
  const { state } = found.value
  const [timeline, overlap, successors] = await Promise.all([
    timelineOf(store, 'duty-post', params.postId),
    overlapOf(context, state),
    successorsOf(context, state),
  ])
  const since = vacantSince(state)
  return ok({
    ...found.value,
    allowed: allowedDutyPostActions(state, member).map((action) =>
      action.action === 'take-over' && action.allowed && successors.length === 0
        ? { action: action.action, allowed: false, reason: '没有可以承接的单位' }
        : action,
    ),
    ...timeline,
    title: dutyPostTitle(state),
    successors,
    ...(since === undefined ? {} : { vacantSince: since, dueOn: vacancyDueOn(since) }),
    ...shownOverlap(overlap),
  })
}

/** With posts of the same township, and where the holder has a log-in with all of the county. */
async function overlapOf({ store, scope }: QueryContext, state: DutyPost): Promise<Overlap | undefined> {
  const holder = holderOf(state)
  if (holder === undefined || scope.level !== 'county') return undefined
  const rows = await foundRows(store, 'duty-post', {
    stage: 'open',
    ...(holder.personId === undefined ? { group: state.townshipId } : {}),
  })
  const others = heldPosts(rows.filter(({ id }) => id !== state.id))
  const { townshipId } = state
  return overlapsOf([{ id: state.id, title: dutyPostTitle(state), townshipId, ...holder }, ...others]).get(state.id)
}

/** Units in whose place the post's own stood; whether one has such a post already says the step itself. */
async function successorsOf({ store }: QueryContext, state: DutyPost) {
  if (state.status !== 'ended') return []
  const unit = (await store.get('unit', state.unitId))?.state
  const successors = await store.getMany('unit', unit?.successors ?? [])
  return [...successors.values()].map(({ state: { id, name } }) => ({ id, name }))
}

/** 岗位覆盖情况: one row a county, with numbers and no name; a county that set nothing up is there as well. */
export const getDutyCoverage: Query<InputOf<typeof coverageOperation>, OutputOf<typeof coverageOperation>> = async (
  context,
) => {
  const on = beijingDate(context.now)
  const [rows, counties] = await Promise.all([foundRows(context.store, 'duty-coverage', {}), countiesOfScope(context)])
  const byCounty = new Map(rows.map((row) => [row.fields.county as string, row.fields]))
  const found = counties.map(({ code, name, cityName }) => {
    const own = byCounty.get(code)
    return {
      county: code,
      name: context.scope.level === 'province' ? `${cityName}${name}` : name,
      ...(own === undefined ? {} : { figures: figuresByKind(own, on) }),
      isPiloted: isPiloted(own),
      ...(own?.publishedOn === undefined ? {} : { publishedOn: own.publishedOn }),
    }
  })
  return ok({ on, all: sumCoverage(found.flatMap(({ figures }) => figures ?? [])), counties: found })
}
