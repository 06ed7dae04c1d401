import { addDays, dayText, lastDayOfYears } from '@anjie/calendar-cn'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { heldSince } from './ladder.ts'
import { TITLE_STATUS_NAMES } from './titleNames.ts'

/** 续期 is open so many days before the end; from the same day on the unit is told, and its planner says so. */
export const RENEWAL_DAYS = 180

/** The first day on which a unit may apply again for the rung that it holds. */
export const renewalOpensOn = (validUntil: PlainDate): PlainDate => addDays(validUntil, -RENEWAL_DAYS)

/** The term of a renewal: it begins the day after the former one ends, whenever it is named, so that there is no gap and no overlap. */
export function renewedTerm(
  renewed: Pick<Title, 'id' | 'validUntil' | 'namedOn' | 'year' | 'continuesSince'>,
  validYears: number | null,
): Pick<Title, 'renews' | 'validFrom' | 'validUntil' | 'continuesSince'> {
  if (renewed.validUntil === undefined) throw new Error(`${renewed.id} has no end`)
  const validFrom = addDays(renewed.validUntil, 1)
  return {
    renews: renewed.id,
    validFrom,
    ...(validYears === null ? {} : { validUntil: lastDayOfYears(validFrom, validYears) }),
    continuesSince: heldSince(renewed),
  }
}

/** Why a renewal is not named: the title that it follows was taken away meanwhile. That its term has run out is no reason. */
export function whyNotRenewed(
  { renews }: Pick<Application, 'renews'>,
  renewed: Title | null | undefined,
): string | null {
  if (renews === undefined) return null
  if (renewed === null || renewed === undefined) return '所续期的称号已查不到'
  const { status, honourName, unitName } = renewed
  return status === 'revoked' || status === 'taken-back' || status === 'deregistered'
    ? `${unitName}所续期的“${honourName}”称号${TITLE_STATUS_NAMES[status]}，不能续期`
    : null
}

export const renewalText = (validUntil: PlainDate): string =>
  `现有称号${dayText(validUntil)}到期，可以申报续期，新的有效期自${dayText(addDays(validUntil, 1))}起`
