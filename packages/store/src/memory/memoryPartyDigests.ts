import { createHmac } from 'node:crypto'
import type { PartyDigesting } from '@anjie/use-cases/ports'
import { keyedDigest } from '../partyDigests.ts'

/** The same digests by a key that is none: for tests and for reckoning without a network. */
export const memoryPartyDigests = (): PartyDigesting => ({
  of: async (county) => keyedDigest(createHmac('sha256', 'in memory').update(county).digest()),
})
