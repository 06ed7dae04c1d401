import { beijingDate } from '@anjie/calendar-cn'
import type { listDutyPosts as operation } from '@anjie/contracts/operations/posts/dutyPosts'
import { DutyPostId, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { StagedRow } from '@anjie/contracts/vocabulary/intake/importBatch'
import type { HolderContent } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { DutyPostSheetStep } from '@anjie/contracts/vocabulary/posts/dutyPostSheet'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { readDutyPostRow } from '@anjie/domain/intake/dutyPostRow'
import { dutyPostsForm } from '@anjie/domain/intake/dutyPostsForm'
import { dutyPostUnits } from '@anjie/domain/intake/dutyPostUnits'
import { decidedStep, SHEET_VERBS, sheetChanges, sheetFault, sheetStep } from '@anjie/domain/intake/planDutyPostRow'
import { isPiloted } from '@anjie/domain/posts/dutyPilot'
import { dutyPostId } from '@anjie/domain/posts/dutyPostIds'
import { dutyPostTitle } from '@anjie/domain/posts/kinds/index'
import { SIDE_DUTY_NAMES } from '@anjie/domain/posts/postNames'
import { err, ok, type Result } from '@anjie/kernel'
import { notFound } from '../../findRecord.ts'
import type { OutputOf } from '../../input.ts'
import type { CommandContext, CommandOutcome } from '../../ports.ts'
import { coverageOf } from '../../posts/coverageChange.ts'
import { listDutyPosts } from '../../posts/queries.ts'
import { listUnits } from '../../units/listUnits.ts'
import { groupedImportList, type RowPlan } from './importList.ts'

type Step = DutyPostSheetStep
type SettingUp = Extract<Step, { act: 'set-up' }>

/** 岗位名册: set up, filled and left by a sheet. Posts that are new are set up together, because all of them count in one coverage. */
export const dutyPosts = groupedImportList<Step>({
  step: DutyPostSheetStep,

  groupOf: (step) => (step.act === 'set-up' ? 'set-up' : `${step.act} ${step.postId}`),

  sheet: async (context) => {
    const listed = await listDutyPosts(context, { params: {}, query: {}, body: {} })
    if (!listed.ok) return listed
    const today = beijingDate(context.now)
    return ok({
      about: dutyPostsForm.name,
      form: dutyPostsForm,
      rows: [
        ...listed.value.rows.map((row) => ({ values: valuesOf(row) })),
        ...listed.value.missing.map(({ name }) => ({
          values: [
            ['township', name],
            ['kind', 'township-commissioner'],
          ] satisfies StagedRow['values'],
        })),
      ],
      given: [],
      defaults: [
        { field: 'from', value: today },
        { field: 'basis' },
        { field: 'on', value: today },
        { field: 'reason' },
      ],
    })
  },

  plan: async (context, { defaults, rows }) => {
    if (context.scope.level !== 'county') return err(notFound('duty-post'))
    const [listed, { state: coverage }] = await Promise.all([
      listUnits(context, { params: {}, query: {}, body: {} }),
      coverageOf(context, context.scope.county),
    ])
    if (!listed.ok) return listed
    const find = dutyPostUnits(listed.value.units)
    const reads = rows.map(({ values }) => {
      const read = readDutyPostRow(new Map(values))
      if (!read.ok) return read
      const unit = find(read.value)
      return typeof unit === 'string'
        ? err({ field: read.value.village === undefined ? 'township' : 'village', message: unit })
        : ok({ row: read.value, unit, id: dutyPostId(UnitId.parse(unit.id), read.value.kind, context.digest) })
    })
    const [units, posts] = await Promise.all([
      context.store.getMany('unit', [...new Set(reads.flatMap((read) => (read.ok ? [read.value.unit.id] : [])))]),
      context.store.getMany('duty-post', [...new Set(reads.flatMap((read) => (read.ok ? [read.value.id] : [])))]),
    ])
    const rowOf = new Map<string, number>()
    return ok(
      rows.map(({ row: number, values }, at): RowPlan<Step> => {
        const cells = new Map(values)
        const called = String(cells.get('village') ?? cells.get('township') ?? '')
        const refuse = (message: string, field?: string): RowPlan<Step> => ({
          effect: 'refused',
          title: called,
          faults: [{ ...(field === undefined ? {} : { field }), message }],
        })
        const read = reads[at]
        if (read === undefined || !read.ok) return refuse(read?.error.message ?? '', read?.error.field)
        const { row, id } = read.value
        const unit = units.get(read.value.unit.id)?.state
        if (unit === undefined) return refuse('没有找到这个单位', 'village')
        const twin = rowOf.get(id)
        if (twin !== undefined) return refuse(`与第 ${twin} 行是同一个岗位；请只留一行`)
        rowOf.set(id, number)
        const post = posts.get(id)
        const planned = sheetStep(row, unit, post, defaults, beijingDate(context.now))
        if (planned === undefined) return { effect: 'same', title: called }
        if ('message' in planned) return refuse(planned.message, planned.field)
        const decided = decidedStep(planned, post?.state, {
          id,
          unit,
          isPiloted: isPiloted(coverage),
          today: beijingDate(context.now),
          now: context.now,
        })
        if (!decided.ok) return refuse(decided.error.detail, sheetFault(decided.error))
        return {
          effect: planned.act === 'set-up' ? 'new' : 'changed',
          title: dutyPostTitle(decided.value.next),
          verb: SHEET_VERBS[planned.act],
          changes: [...sheetChanges(post?.state, decided.value.next)],
          stage: planned.act === 'set-up' ? 0 : 1,
          step: planned,
        }
      }),
    )
  },

  apply: async (context, steps, { idempotencyKey }) => {
    const settingUp = steps.filter((step): step is SettingUp => step.act === 'set-up')
    if (settingUp.length === 0)
      return Promise.all(steps.map((step) => carryOut(context, step as Exclude<Step, SettingUp>, idempotencyKey)))
    const together = await setUp(context, settingUp, idempotencyKey)
    if (together.ok) return setUpOutcomes(context, settingUp)
    // One that no longer fits holds the others up: each by itself, so that it alone stays out.
    const outcomes: Result<CommandOutcome, Problem>[] = []
    for (const [at, step] of settingUp.entries()) {
      const alone = await setUp(context, [step], `${idempotencyKey}.${at}`)
      outcomes.push(alone.ok ? ((await setUpOutcomes(context, [step]))[0] ?? alone) : alone)
    }
    return outcomes
  },

  putBack: (context, _step, { id, version }, { idempotencyKey, reason }) =>
    context.carryOut(
      'takeBackDutyPostStep',
      { params: { postId: DutyPostId.parse(id) }, query: {}, body: { reason: reason.slice(0, 200) } },
      { idempotencyKey, ifMatch: version },
    ),
})

const setUp = ({ carryOut: call }: CommandContext, steps: readonly SettingUp[], idempotencyKey: string) =>
  call('setUpDutyPosts', { params: {}, query: {}, body: { posts: steps.map(({ post }) => post) } }, { idempotencyKey })

/** Posts that were set up in one call, as they stand: a repeat of it says the same. */
async function setUpOutcomes(
  { store, digest }: CommandContext,
  steps: readonly SettingUp[],
): Promise<readonly Result<CommandOutcome, Problem>[]> {
  const ids = steps.map(({ post }) => dutyPostId(post.unitId, post.kind, digest))
  const found = await store.getMany('duty-post', ids)
  return ids.map((id) => {
    const post = found.get(id)
    return post === undefined
      ? err(notFound('duty-post'))
      : ok({ id, version: post.version, status: post.state.status })
  })
}

function carryOut(
  { carryOut: call }: CommandContext,
  step: Exclude<Step, SettingUp>,
  idempotencyKey: string,
): Promise<Result<CommandOutcome, Problem>> {
  const mark = { idempotencyKey, ifMatch: step.version }
  const of = { params: { postId: step.postId }, query: {} } as const
  switch (step.act) {
    case 'fill': {
      const { holder, reason } = step
      return call('fillDutyPost', { ...of, body: { holder, ...(reason === undefined ? {} : { reason }) } }, mark)
    }
    case 'amend':
      return call('amendHolding', { ...of, body: { holder: step.holder } }, mark)
    case 'vacate':
      return call('vacateDutyPost', { ...of, body: { on: step.on, reason: step.reason } }, mark)
    case 'end':
      return call('endDutyPost', { ...of, body: { on: step.on, reason: step.reason } }, mark)
  }
}

function valuesOf({ fields }: OutputOf<typeof operation>['rows'][number]): StagedRow['values'] {
  const { townshipName, unitName, postKind, cadres, holder, from } = fields
  const isTownships = fields.unitId === fields.townshipId
  return [
    ['township', townshipName],
    ...(isTownships ? [] : [['village', unitName] as [string, string]]),
    ['kind', postKind],
    ...(cadres === undefined ? [] : [['cadres', String(cadres)] as [string, string]]),
    ['from', holder?.from ?? from],
    ...(holder === undefined ? [] : holderValues(holder)),
  ]
}

function holderValues({ name, deputy, cadre, besides }: Omit<HolderContent, 'membershipId'>): StagedRow['values'] {
  return [
    ['name', name],
    ...(deputy === undefined ? [] : [['deputy', deputy] as [string, boolean]]),
    ...(cadre === undefined ? [] : [['cadre', cadre] as [string, string]]),
    ...(besides.length === 0
      ? []
      : [['besides', besides.map((duty) => SIDE_DUTY_NAMES[duty]).join('、')] as [string, string]]),
  ]
}
