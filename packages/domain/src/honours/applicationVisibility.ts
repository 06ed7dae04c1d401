import { LEVELS, type Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import { namingLevel } from '../divisions/namingLevel.ts'

/**
 * Whether a level sees an application: the county always, the city once the county has recommended it, the province once
 * the city has accepted it. Above the level that names nobody sees it: what comes of it is a public title. A rejected one stays
 * visible to the level that rejected it and to those below.
 */
export function isApplicationVisibleTo(
  level: Level,
  application: Pick<Application, 'status' | 'siteVisit' | 'roundId' | 'opinions'>,
): boolean {
  if (level === 'county') return true
  if (LEVELS.indexOf(level) > LEVELS.indexOf(namingLevel(application.roundId))) return false
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
      return level === 'city' ? !isCountysOwnRejection(application) : application.siteVisit !== undefined
  }
}

const COUNTY_CODE_LENGTH = 6

function isCountysOwnRejection({ opinions }: Pick<Application, 'opinions'>): boolean {
  const last = opinions.at(-1)
  return last?.action === 'reject' && last.jurisdiction.length === COUNTY_CODE_LENGTH
}
