import { beijingDate } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import {
  type Campaign,
  type CampaignContent,
  type CampaignStatus,
  type ListedTitle,
  MAX_CAMPAIGN,
} from '@anjie/contracts/vocabulary/aftercare/campaign'
import type { RecheckCause } from '@anjie/contracts/vocabulary/aftercare/recheck'
import type { CampaignId, TitleId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { idsDrawn, idsText, type TextHash } from '../honours/draw.ts'
import { isOver } from './limits.ts'

export const CAMPAIGN_STATUS_NAMES = {
  frozen: '名单已锁定',
  opening: '正在开展',
  running: '复核中',
} as const satisfies Record<CampaignStatus, string>

export interface NewCampaign extends CampaignContent {
  readonly id: CampaignId
  readonly honourName: string
  readonly titles: readonly ListedTitle[]
}

/** 锁定复核名单: the titles of an honour that are held today, in the order of their ids. Nobody joins or leaves it. */
export function freezeCampaign(
  { titles, ...content }: NewCampaign,
  member: Membership,
  hash: TextHash,
  at: string,
): Result<Step<'campaign'>, Problem> {
  if (isOver(content.selfCheckBy, at))
    return err({ code: 'invalid-input', detail: '自查截止日不能早于今天', pointer: '/selfCheckBy' })
  if (titles.length === 0)
    return err({ code: 'transition-not-allowed', detail: '没有由本级授予、现在有效且不在复核中的这类称号' })
  if (titles.length > MAX_CAMPAIGN)
    return err({
      code: 'transition-not-allowed',
      detail: `共${titles.length}项称号，一批最多${MAX_CAMPAIGN}项，请按命名年度分批复核`,
      pointer: '/year',
    })
  const list = titles.toSorted((one, other) => (one.titleId < other.titleId ? -1 : 1))
  const listHash = hash(idsText(list.map(({ titleId }) => titleId)))
  return ok({
    next: {
      ...content,
      level: member.jurisdiction.level,
      jurisdictionName: member.jurisdictionName,
      status: 'frozen',
      list,
      listHash,
      skipped: [],
      opened: 0,
      createdBy: member.personName,
      updatedAt: at,
    },
    fact: { type: 'CampaignFrozen', details: { titles: String(list.length), listHash } },
  })
}

/** 抽取 from the frozen list, once, with a seed that came about only now. */
export function drawCampaign(
  state: Campaign,
  count: number,
  seed: string,
  member: Membership,
  hash: TextHash,
  at: string,
): Result<Step<'campaign'>, Problem> {
  if (state.status !== 'frozen' || state.mode !== 'draw')
    return err({ code: 'transition-not-allowed', detail: '这一批不是抽查，或者已经开展' })
  if (state.draw !== undefined) return err({ code: 'transition-not-allowed', detail: '已经抽取过，结果不能更改' })
  if (count > state.list.length)
    return err({
      code: 'invalid-input',
      detail: `名单共${state.list.length}项称号，抽取数不能超过它`,
      pointer: '/count',
    })
  const drawn = idsDrawn(
    state.list.map(({ titleId }) => titleId),
    seed,
    count,
    hash,
  )
  const names = drawn.map((id) => state.list.find(({ titleId }) => titleId === id)?.unitName ?? id)
  return ok({
    next: { ...state, draw: { seed, count, drawn, at, by: member.personName }, updatedAt: at },
    fact: { type: 'CampaignDrawn', details: { seed, drawn: names.join('、') } },
  })
}

/** Is what was drawn what follows from list and seed, and the list the one that was frozen? */
export const isCampaignDrawRight = ({ list, listHash, draw }: Campaign, hash: TextHash): boolean => {
  const ids = list.map(({ titleId }) => titleId)
  return (
    hash(idsText(ids)) === listHash &&
    (draw === undefined || idsDrawn(ids, draw.seed, draw.count, hash).join('\n') === draw.drawn.join('\n'))
  )
}

/** The titles that are re-checked: all of the list, or those that were drawn. */
export const campaignTitles = ({ list, mode, draw }: Campaign): readonly TitleId[] =>
  mode === 'draw' ? (draw?.drawn ?? []) : list.map(({ titleId }) => titleId)

/** 部署复核: from here on a case is opened for each of them, group by group. */
export function startCampaign(state: Campaign, at: string): Result<Step<'campaign'>, Problem> {
  if (state.status !== 'frozen') return err({ code: 'transition-not-allowed', detail: '这一批复核已经开展' })
  if (state.mode === 'draw' && state.draw === undefined)
    return err({ code: 'transition-not-allowed', detail: '请先从锁定的名单中抽取' })
  if (isOver(state.selfCheckBy, at))
    return err({ code: 'transition-not-allowed', detail: '自查截止日已过，请重新锁定一批' })
  return ok({
    next: { ...state, status: 'opening', updatedAt: at },
    fact: { type: 'CampaignStarted', details: { titles: String(campaignTitles(state).length) } },
  })
}

/** 全部开展: which titles had ended or were being looked at already when their turn came. */
export function campaignOpened(state: Campaign, skipped: Campaign['skipped'], at: string): Step<'campaign'> {
  const opened = campaignTitles(state).length - skipped.length
  return {
    next: { ...state, status: 'running', skipped: [...skipped], opened, updatedAt: at },
    fact: { type: 'CampaignOpened', details: { opened: String(opened), skipped: String(skipped.length) } },
  }
}

export const causeOfCampaign = ({ name, basis }: Pick<Campaign, 'name' | 'basis'>, at: string): RecheckCause => ({
  kind: 'campaign',
  text: name,
  source: basis,
  on: beijingDate(at),
})
