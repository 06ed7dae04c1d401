import { beijingDate } from '@anjie/calendar-cn'
import type {
  drawCampaign as drawOperation,
  freezeCampaign as freezeOperation,
  getCampaign as getOperation,
  listCampaigns as listOperation,
  startCampaign as startOperation,
} from '@anjie/contracts/operations/aftercare'
import type { Campaign } from '@anjie/contracts/vocabulary/aftercare/campaign'
import { CampaignId, TitleId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { codeOf, levelOf } from '@anjie/domain/access/index'
import {
  drawCampaign as draw,
  freezeCampaign as freeze,
  isCampaignDrawRight,
  startCampaign as start,
} from '@anjie/domain/aftercare/campaigns'
import { RECHECK_OUTCOME_NAMES, RECHECK_STATUS_NAMES } from '@anjie/domain/aftercare/recheckTransitions'
import type { Step } from '@anjie/domain/decision'
import { isHeld } from '@anjie/domain/honours/eligibility'
import { titleKeeper } from '@anjie/domain/honours/titleKeeper'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import { foundRows } from '../foundRows.ts'
import { typeOf } from '../honours/honourTypes.ts'
import { textHash } from '../honours/textHash.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Command, CommandContext, CommandOutcome, Query } from '../ports.ts'
import { continueCampaign } from './openings.ts'

const INLINE_MILLISECONDS = 15_000

/** 复核批次 of this jurisdiction. */
export const listCampaigns: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async ({ store }) =>
  ok({ rows: [...(await store.listOwn('campaign'))].toSorted((one, other) => (one.id < other.id ? 1 : -1)) })

/** 复核批次 with its cases, which are at most as many as its list. */
export const getCampaign: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  context,
  { params },
) => {
  const found = await findRecord(context, 'campaign', params.campaignId)
  if (!found.ok) return found
  const { state, version } = found.value
  const cases =
    state.status === 'frozen'
      ? []
      : (
          await Promise.all(
            (['open', 'closed'] as const).map((stage) =>
              foundRows(context.store, 'recheck', { stage, group: state.id }),
            ),
          )
        ).flat()
  const tallies = new Map<string, OutputOf<typeof getOperation>['progress'][number]>()
  for (const { status, fields } of cases) {
    const { outcome } = fields
    const key = `${status} ${outcome ?? ''}`
    const known = tallies.get(key)
    if (known !== undefined) known.count += 1
    else
      tallies.set(key, {
        status,
        ...(outcome === undefined ? {} : { outcome }),
        name: outcome === undefined ? RECHECK_STATUS_NAMES[status] : RECHECK_OUTCOME_NAMES[outcome],
        count: 1,
      })
  }
  return ok({
    state,
    version,
    drawIsRight: isCampaignDrawRight(state, textHash),
    mayAct: state.id.startsWith(`${codeOf(context.scope)}.`) && context.member.roles.some((role) => role !== 'auditor'),
    progress: [...tallies.values()],
    cases,
  })
}

/** 锁定复核名单 of the titles that this level conferred and that are held today. */
export const freezeCampaign: Command<InputOf<typeof freezeOperation>> = async (context, { body }) => {
  const { store, scope, member, now } = context
  const type = await typeOf(context, body.honour)
  if (type === undefined) return err({ code: 'not-found', detail: '没有这类荣誉', pointer: '/honour' })
  const level = levelOf(scope)
  const rows = await foundRows(store, 'title', { stage: 'open', group: body.honour, year: body.year })
  const today = beijingDate(now)
  const titles = rows
    .filter(
      ({ id, status, fields }) =>
        titleKeeper(id) === level &&
        fields.openRecheck === undefined &&
        isHeld({ status, validUntil: fields.validUntil }, today),
    )
    .map(({ id, title, fields: { county, countyName } }) => ({
      titleId: TitleId.parse(id),
      unitName: title,
      county,
      countyName,
    }))
  const id = CampaignId.parse(`${codeOf(scope)}.${context.newId()}`)
  const step = freeze({ ...body, id, honourName: type.name, titles }, member, textHash, now)
  if (!step.ok) return step
  const outcome = { id, version: 1, status: step.value.next.status }
  const written = await store.commit([{ kind: 'campaign', id, expectedVersion: 0, ...step.value }], outcome)
  return written.ok ? ok(outcome) : written
}

async function changeCampaign(
  context: CommandContext,
  campaignId: CampaignId,
  decide: (state: Campaign) => Result<Step<'campaign'>, Problem>,
): Promise<Result<CommandOutcome, Problem>> {
  const found = await findRecord(context, 'campaign', campaignId)
  if (!found.ok) return found
  const { state, version } = found.value
  if (!state.id.startsWith(`${codeOf(context.scope)}.`))
    return err({ code: 'not-permitted', detail: `这一批复核由${state.jurisdictionName}部署` })
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const step = decide(state)
  if (!step.ok) return step
  const outcome = { id: state.id, version: version + 1, status: step.value.next.status }
  const written = await context.store.commit(
    [{ kind: 'campaign', id: state.id, expectedVersion: version, ...step.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}

/** 抽取, with a seed drawn by the system at this moment. */
export const drawCampaign: Command<InputOf<typeof drawOperation>> = (context, { params, body }) =>
  changeCampaign(context, params.campaignId, (state) =>
    draw(state, body.count, context.newId(), context.member, textHash, context.now),
  )

/** 部署复核: the cases follow, here or by the clock. */
export const startCampaign: Command<InputOf<typeof startOperation>> = async (context, { params }) => {
  const outcome = await changeCampaign(context, params.campaignId, (state) => start(state, context.now))
  if (!outcome.ok) return outcome
  const begun = performance.now()
  try {
    await continueCampaign(context, params.campaignId, () => performance.now() - begun < INLINE_MILLISECONDS)
  } catch {
    // What was set on foot stands, and the clock function carries it on.
  }
  return outcome
}
