import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'

/**
 * Whether a level sees an application: the county always, the city once the county has recommended it, the province once
 * the city has accepted it. A rejected one stays visible to the level that rejected it and to those below.
 */
export function isApplicationVisibleTo(level: Level, application: Pick<Application, 'status' | 'siteVisit'>): boolean {
  if (level === 'county') return true
  switch (application.status) {
    case 'draft':
    case 'submitted':
      return false
    case 'recommended':
      return level === 'city'
    case 'accepted':
    case 'proposed':
    case 'named':
      return true
    case 'rejected':
      // The site visit is recorded on acceptance and struck out when the acceptance falls.
      return level === 'city' || application.siteVisit !== undefined
  }
}
