import { addDays, beijingDate } from '@anjie/calendar-cn'
import type { Recheck, RecheckCause } from '@anjie/contracts/vocabulary/aftercare/recheck'
import { MAX_CAUSES } from '@anjie/contracts/vocabulary/aftercare/recheck'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { RecheckId, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Step } from '../decision.ts'
import { isHeld } from '../honours/eligibility.ts'
import { titleKeeper } from '../honours/titleKeeper.ts'
import { TITLE_STATUS_NAMES } from '../honours/titleNames.ts'
import { SELF_CHECK_DAYS } from './limits.ts'

export interface Opening {
  readonly id: RecheckId
  readonly cause: RecheckCause
  readonly campaign?: Pick<Recheck, 'campaignId' | 'campaignName'> & { readonly selfCheckBy: PlainDate }
  /** The registered unit that holds the title, where the title itself does not know it. */
  readonly unitId?: UnitId | undefined
  readonly successors?: readonly string[]
  readonly at: string
}

/** Why a title is not looked at once more: it is not held any more, or is being looked at. */
export function whyNotRechecked(title: Title, today: PlainDate): string | null {
  if (title.openRecheck !== undefined) return '已在复核中'
  return isHeld(title, today) ? null : `称号${title.status === 'active' ? '已到期' : TITLE_STATUS_NAMES[title.status]}`
}

/**
 * 开展复核 of one title: the title says at once that it is under re-check and which, so that two causes at once open one. Where the unit is no more
 * nobody checks itself: the case lies before whoever conferred the title.
 */
export function openRecheck(
  title: Title,
  opening: Opening,
): { readonly recheck: Step<'recheck'>; readonly title: Step<'title'> } {
  const { id, cause, campaign, at } = opening
  const today = beijingDate(at)
  const why = whyNotRechecked(title, today)
  if (why !== null) throw new Error(`${title.id} is not re-checked: ${why}`)
  const unitId = title.unitId ?? opening.unitId
  const isGone = cause.kind === 'unit-ended'
  const { campaignId, campaignName } = campaign ?? {}
  return {
    recheck: {
      next: {
        id,
        titleId: title.id,
        county: title.county,
        cityName: title.cityName,
        countyName: title.countyName,
        ...(title.townshipName === undefined ? {} : { townshipName: title.townshipName }),
        honour: title.honour,
        honourName: title.honourName,
        titleLevel: title.level,
        ...(title.grade === undefined ? {} : { grade: title.grade }),
        year: title.year,
        ...(unitId === undefined ? {} : { unitId }),
        unitName: title.unitName,
        unitKind: title.unitKind,
        keeper: titleKeeper(title.id),
        causes: [cause],
        ...(campaignId === undefined ? {} : { campaignId }),
        ...(campaignName === undefined ? {} : { campaignName }),
        status: isGone ? 'decision' : 'self-check',
        openedOn: today,
        ...(isGone ? {} : { dueOn: campaign?.selfCheckBy ?? addDays(today, SELF_CHECK_DAYS) }),
        opinions: [],
        ...(opening.successors === undefined ? {} : { successors: [...opening.successors] }),
        enteredBy: [],
        updatedAt: at,
      },
      fact: { type: 'RecheckOpened', details: { cause: cause.text, source: cause.source } },
    },
    title: {
      next: { ...title, status: 'under-recheck', openRecheck: id, updatedAt: at },
      fact: { type: 'TitleRecheckOpened', details: { cause: cause.text, recheck: id } },
    },
  }
}

/** 并入 of another cause into a case that is open; null when it is over, or has taken this very one up. */
export function addCause(state: Recheck, cause: RecheckCause, at: string): Step<'recheck'> | null {
  const isThere = state.causes.some(({ incident, kind }) => kind === cause.kind && incident === cause.incident)
  if (state.status === 'closed' || isThere || state.causes.length >= MAX_CAUSES) return null
  return {
    next: { ...state, causes: [...state.causes, cause], updatedAt: at },
    fact: { type: 'RecheckCauseAdded', details: { cause: cause.text, source: cause.source } },
  }
}
