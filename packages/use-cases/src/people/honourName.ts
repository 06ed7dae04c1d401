import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import { HONOUR_TYPES, honourNameOf } from '@anjie/domain/honours/types/index'
import type { HonourName } from '@anjie/domain/people/postDetails'
import { textKey } from '@anjie/kernel'

/** How facts about posts call an honour. */
export const honourName: HonourName = honourNameOf

/** Honours by the name that a line of a list uses. */
export const honoursByName: ReadonlyMap<string, HonourCode> = new Map(
  Object.values(HONOUR_TYPES).map(({ code, name }) => [textKey(name), code]),
)
