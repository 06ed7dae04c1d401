import { beijingDate, dayText, yearOf } from '@anjie/calendar-cn'
import { LISTED_CHANGES, type ListingRow } from '@anjie/contracts/vocabulary/honours/listingRow'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import { DocumentNumber } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { renewedTerm } from '../honours/renewal.ts'
import { TITLE_STATUS_NAMES } from '../honours/titleNames.ts'
import { reapplyDay } from './limits.ts'
import { revokeTitle } from './titleSteps.ts'

/** What a line of a list does beside naming, by the words that offices write; undefined where it names, and an error where it says anything else. */
export function listedChange({ change = '' }: ListingRow): Result<keyof typeof LISTED_CHANGES | undefined, string> {
  if (change === '' || change === '命名') return ok(undefined)
  const found = Object.entries(LISTED_CHANGES).find(([, word]) => word === change)
  return found === undefined
    ? err(`变动“${change}”不是命名、${Object.values(LISTED_CHANGES).join('、')}；注销、重新认定请在系统内办理`)
    : ok(found[0] as keyof typeof LISTED_CHANGES)
}

const nameOf = ({ unitName, honourName, year }: Title): string => `${unitName}${year}年的“${honourName}”称号`

/** Why a published decision of a day does not go with what the title says since; null where it does. */
function laterDecision(title: Title, on: PlainDate): string | null {
  if (title.openRecheck !== undefined) return `${nameOf(title)}正在复核，请在复核案件中办理`
  if (title.restored !== undefined && title.restored.on >= on)
    return `${nameOf(title)}的撤销决定已于${dayText(title.restored.on)}经申诉变更，与名单矛盾`
  if (title.deregistered !== undefined) return `${nameOf(title)}已于${dayText(title.deregistered.on)}注销，与名单矛盾`
  if (title.status === 'taken-back') return `${nameOf(title)}的命名已撤回，与名单矛盾`
  if (title.status === 'retained' && beijingDate(title.updatedAt) >= on)
    return `${nameOf(title)}已于${dayText(beijingDate(title.updatedAt))}复核保留，与名单矛盾`
  if (title.validUntil !== undefined && title.validUntil < on)
    return `${nameOf(title)}已于${dayText(title.validUntil)}到期，与名单矛盾`
  return null
}

function dayIn(text: string | undefined, name: string): Result<PlainDate, string> {
  const day = PlainDate.safeParse(text ?? '')
  return day.success ? ok(day.data) : err(`请填写${name}，如2024年5月6日`)
}

/** 撤销 by a list that was published: nothing where this very decision is there already, and refused by name where a later one says otherwise. */
export function revokeAsListed(title: Title, row: ListingRow, at: string): Result<Step<'title'> | null, string> {
  const on = dayIn(row.changedOn, '变动日期')
  if (!on.ok) return on
  const number = DocumentNumber.safeParse(row.documentNumber ?? '')
  if (!number.success) return err(`请填写撤销决定的文号，如“平安办〔${yearOf(on.value)}〕12号”`)
  const grounds = row.grounds ?? ''
  if (grounds === '') return err('请填写撤销事由')
  const { revoked } = title
  if (title.status === 'revoked' && revoked !== undefined) {
    if (revoked.documentNumber === number.data && revoked.on === on.value) return ok(null)
    return err(`${nameOf(title)}已由${revoked.documentNumber}于${dayText(revoked.on)}撤销，与名单矛盾`)
  }
  const later = laterDecision(title, on.value)
  if (later !== null) return err(later)
  if (on.value > beijingDate(at)) return err(`变动日期${dayText(on.value)}还没有到`)
  if (yearOf(on.value) < title.year) return err(`撤销日期${dayText(on.value)}早于${nameOf(title)}的命名`)
  if (!number.data.includes(`〔${yearOf(on.value)}〕`))
    return err(`文号“${number.data}”的年份与变动日期${dayText(on.value)}不一致`)
  return ok(
    revokeTitle(title, { documentNumber: number.data, on: on.value, grounds, reapplyFrom: reapplyDay(on.value) }, at),
  )
}

/** 续期 by a list that was published: a title of its own, whose term begins the day after the former one ends. */
export function renewAsListed(
  former: Title,
  renewal: Omit<Title, 'updatedAt'>,
  row: ListingRow,
): Result<Omit<Title, 'updatedAt'>, string> {
  const until = dayIn(row.validUntil, '有效期至')
  if (!until.ok) return until
  if (former.status === 'revoked' && former.revoked !== undefined)
    return err(
      `${nameOf(former)}已由${former.revoked.documentNumber}于${dayText(former.revoked.on)}撤销，不能续期，与名单矛盾`,
    )
  if (former.status === 'deregistered' || former.status === 'taken-back')
    return err(`${nameOf(former)}${TITLE_STATUS_NAMES[former.status]}，不能续期，与名单矛盾`)
  if (former.validUntil === undefined)
    return err(`${nameOf(former)}没有有效期，请先在“称号与证书”补登有效期，再导入续期`)
  const term = renewedTerm(former, null)
  if (term.validFrom === undefined || until.value < term.validFrom)
    return err(`有效期至${dayText(until.value)}，早于原有效期的次日`)
  return ok({ ...renewal, ...term, validUntil: until.value })
}
