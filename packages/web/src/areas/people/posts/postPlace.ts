import { LEVELS, type Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { CallInput } from '../../../app/api/operationTypes.ts'
import type { Me } from '../../../app/me.ts'

/** The jurisdiction whose posts the page shows. */
export interface PostPlace {
  readonly level: Level
  readonly name: string
  readonly isOwn: boolean
  /** As the operations name it; the own one is not named. */
  readonly body: Pick<CallInput<typeof OPERATIONS.inviteMember>['body'], 'place'>
}

const LEVEL_OF_LENGTH: Readonly<Record<number, Level>> = { 2: 'province', 4: 'city', 6: 'county' }

/** The place of a code out of the address; any other text is the own place, which the server would answer as well. */
export function postPlaceOf(
  me: Pick<Me, 'jurisdiction' | 'jurisdictionName'>,
  place: PostPlace['body']['place'],
  nameOf: (code: string) => string | undefined,
): PostPlace {
  const level = place === undefined ? undefined : LEVEL_OF_LENGTH[place.length]
  if (place === undefined || level === undefined || !LEVELS.includes(level))
    return { level: me.jurisdiction.level, name: me.jurisdictionName, isOwn: true, body: {} }
  return { level, name: nameOf(place) ?? place, isOwn: false, body: { place } }
}
