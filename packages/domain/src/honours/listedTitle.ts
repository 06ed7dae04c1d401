import { beijingDate } from '@anjie/calendar-cn'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { TitleId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import type { ListedTitle } from './listing.ts'

/** 登记公开名单: a title as a list states it; one that was withdrawn may be entered again. */
export function enteredTitle(
  id: TitleId,
  listed: ListedTitle,
  there: Title | undefined,
  now: string,
): Result<Decision<Title, 'TitleImported'>, Problem> {
  if (there !== undefined && there.entryWithdrawn === undefined)
    return err({
      code: 'already-titled',
      detail: `${listed.unitName}的“${listed.honourName}”（${listed.year}年）已登记`,
    })
  return ok({
    next: { ...listed, id, updatedAt: now },
    fact: { type: 'TitleImported', details: { unit: listed.unitName, source: listed.source.url ?? '' } },
  })
}

/** 撤回登记: of a title of a public list alone; whether anything was done with it says its version. */
export function withdrawnTitle(
  title: Title,
  reason: string,
  now: string,
): Result<Decision<Title, 'TitleEntryWithdrawn'>, Problem> {
  if (title.source.kind !== 'public-listing')
    return err({ code: 'transition-not-allowed', detail: '本系统命名的称号不能撤回登记；命名有误的，请办理撤回命名' })
  if (title.entryWithdrawn !== undefined) return err({ code: 'transition-not-allowed', detail: '这条登记已经撤回' })
  return ok({
    next: { ...title, status: 'taken-back', entryWithdrawn: { on: beijingDate(now), reason }, updatedAt: now },
    fact: { type: 'TitleEntryWithdrawn', details: { reason } },
  })
}
