import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import type { HonourName } from '@anjie/domain/people/postDetails'

/** How facts about posts call an honour. */
export const honourName: HonourName = (code) => HONOUR_TYPES[code].name
