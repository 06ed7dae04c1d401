import type { Comparable, ComparableParty } from './comparable.ts'
import { type Add, common, type Rarity } from './evidence.ts'

/** What the parties of two entries say. */
export function partyEvidence(a: Comparable, b: Comparable, rarity: Rarity, add: Add): void {
  const identities = common(a.identities, b.identities)
  const [identity] = identities
  if (identity !== undefined)
    add('identity', Math.log(0.95 / rarity(identity, 'identity')) + (identities.length > 1 ? 2 : 0))
  else if (a.identities.length > 0 && b.identities.length > 0) add('other-names', Math.log(0.15))
  if (a.parties.length === 0 || b.parties.length === 0) return
  // Names and numbers of one person are one piece of evidence.
  const part = identity === undefined ? 1 : 0.4
  const [fewer, more] = a.parties.length <= b.parties.length ? [a.parties, b.parties] : [b.parties, a.parties]
  let weight = 0
  let strongest: Likeness = 'other-names'
  for (const party of fewer.slice(0, MOST_PARTIES)) {
    const { reason, weight: own } = likest(party, more, rarity)
    weight += own
    if (LIKENESSES.indexOf(reason) < LIKENESSES.indexOf(strongest)) strongest = reason
  }
  add(weight < 0 ? 'other-names' : strongest, weight * part)
}

/** Of more parties than these no more is to be learnt. */
const MOST_PARTIES = 3
const LIKENESSES = ['same-names', 'near-name', 'masked-name', 'other-names'] as const
type Likeness = (typeof LIKENESSES)[number]

/** How often a party of the one entry is a whole other name in the other entry of the same dispute, or is left out there. */
const NAMED_OTHERWISE = Math.log(0.06)
const MASKED_OTHERWISE = Math.log(0.1)
const WRONG_SIGN = 0.05
const WRONG_FAMILY = 0.005

/** What speaks for a party being one of those others, by the likest of them. */
function likest(
  party: ComparableParty,
  others: readonly ComparableParty[],
  rarity: Rarity,
): { readonly reason: Likeness; readonly weight: number } {
  if (party.name >= 0 && others.some(({ name }) => name === party.name))
    return { reason: 'same-names', weight: Math.log(0.9 / rarity(party.name, 'name')) }
  let best: { readonly reason: Likeness; readonly weight: number } | undefined
  for (const other of others) {
    const isMasked = party.name < 0 || other.name < 0
    // The first sign left open: another family's name is rarely a slip.
    const near = party.near.flatMap((open, sign) =>
      other.near[sign] === open ? [(sign === 0 ? WRONG_FAMILY : WRONG_SIGN) / rarity(open, 'near')] : [],
    )
    const weight =
      isMasked && party.masked === other.masked
        ? Math.log(0.9 / rarity(party.masked, 'masked'))
        : near.length > 0
          ? Math.log(Math.max(...near))
          : undefined
    if (weight !== undefined && (best === undefined || weight > best.weight))
      best = { reason: isMasked ? 'masked-name' : 'near-name', weight }
  }
  if (best !== undefined) return best
  const isMasked = party.name < 0 || others.some(({ name }) => name < 0)
  return { reason: 'other-names', weight: isMasked ? MASKED_OTHERWISE : NAMED_OTHERWISE }
}

/** What their places say. */
export function placeEvidence(a: Comparable, b: Comparable, rarity: Rarity, add: Add): void {
  if (a.village >= 0 && a.village === b.village) add('village', Math.log(0.92 / rarity(a.village, 'village')))
  else if (a.township >= 0 && a.township === b.township)
    if (a.village >= 0 && b.village >= 0) add('township', Math.log(0.07 / rarity(a.township, 'township')))
    else add('township', Math.log(0.95 / rarity(a.township, 'township')))
  else if (a.township >= 0 && b.township >= 0) add('other-place', Math.log(0.03))
}
