import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { applicationOwner } from './applicationTransitions.ts'

/** A post of the same level, as it is asked to take over a case or to say something on it. */
export type Colleague = Pick<
  MembershipRecord,
  | 'personId'
  | 'personName'
  | 'post'
  | 'holder'
  | 'jurisdiction'
  | 'roles'
  | 'honours'
  | 'units'
  | 'status'
  | 'validUntil'
>

/** Why somebody cannot be asked on this case at all; `null`: they can. */
export function whyNotAsked(
  application: Application,
  colleague: Colleague,
  member: Membership,
  today: PlainDate,
): string | null {
  const { personId, personName, post, jurisdiction, roles } = colleague
  const who = `${post}${personName}`
  if (jurisdiction.code !== member.jurisdiction.code) return `${who}不是本级岗位，只能找同级的岗位`
  if (colleague.status !== 'in-office' || colleague.validUntil < today || personId === undefined)
    return `${who}没有有效的任职`
  if (colleague.holder === 'machine') return `${who}是接口程序，不能承办或会签`
  if (personId === member.personId) return '不能请您自己会签或转给您自己'
  if (personId === application.transferred?.personId) return `该申报正由${who}办理`
  const role = applicationOwner(application)?.role
  if (role === undefined || colleague.units !== undefined || !roles.includes(role)) return `${who}没有审核岗位`
  return application.enteredBy.includes(personId) ? `${who}参与了该申报的填写，应当回避` : null
}

/** Why a case cannot be passed on to somebody who could be asked about it. */
export function whyNotTaken(
  application: Application,
  colleague: Colleague,
  member: Membership,
  today: PlainDate,
): string | null {
  const refused = whyNotAsked(application, colleague, member, today)
  if (refused !== null) return refused
  const { honours, personId, personName, post } = colleague
  if (honours !== undefined && !honours.includes(application.honour))
    return `${post}${personName}不分管该荣誉，可以会签，不能承办`
  const elsewhere = application.opinions.find(
    (each) => each.personId === personId && each.jurisdiction !== member.jurisdiction.code,
  )
  return elsewhere === undefined ? null : `${post}${personName}曾代表${elsewhere.jurisdictionName}提出意见，应当回避`
}
