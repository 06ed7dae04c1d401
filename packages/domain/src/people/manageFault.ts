import type { Jurisdiction, Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'

/**
 * Why this person may not manage that post: a county's administrator manages the county's own, the province's all of the province;
 * nobody their own, and nobody one above their level.
 */
export function manageFault(
  manager: Membership,
  target: { readonly jurisdiction: Jurisdiction; readonly personId?: string | undefined },
): Problem | undefined {
  if (target.personId === manager.personId)
    return { code: 'conflict-of-interest', detail: '本人的任职由其他管理员办理，不能自己登记、变更或解除' }
  const { level, code } = manager.jurisdiction
  const ofProvince = manager.roles.includes('province-admin') && level === 'province'
  const ofCounty = manager.roles.includes('county-admin') && level === 'county'
  if (ofProvince && target.jurisdiction.code.startsWith(code)) return undefined
  if (ofCounty && target.jurisdiction.level === 'county' && target.jurisdiction.code === code) return undefined
  return {
    code: 'not-permitted',
    detail: ofCounty ? '县级管理员只管理本县的任职，上级的任职由省级管理员办理' : '任职由省级或县级管理员办理',
  }
}
