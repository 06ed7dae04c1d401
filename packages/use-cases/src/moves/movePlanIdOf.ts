import { MovePlanId } from '@anjie/contracts/vocabulary/ids'
import { naturalId } from '@anjie/domain/naturalId'
import type { CommandContext } from '../ports.ts'

/** One plan for each county or township that goes, whoever draws it up: of a county by its change and code, of a township by its number. */
export const movePlanIdOf = (owner: string, what: readonly string[], digest: CommandContext['digest']): MovePlanId =>
  MovePlanId.parse(`${owner}.${naturalId(digest(['move', ...what]))}`)
