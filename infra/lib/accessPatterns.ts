/**
 * Which partition keys a session may touch, as patterns of `dynamodb:LeadingKeys`. The only place where IAM knows the key
 * formats of `packages/store/src/keys.ts`; a test holds the two together.
 *
 * A session is tagged with the code of its own jurisdiction and of those above it: `county` (6 characters), `city` (4),
 * `province` (2). A city's counties share its first four characters, a province's counties the first two, and `?` is exactly
 * one character, so `T#${city}??#` reaches down one jurisdiction and never sideways.
 */
const COUNTY = '$' + '{aws:PrincipalTag/county}'
const CITY = '$' + '{aws:PrincipalTag/city}'
const PROVINCE = '$' + '{aws:PrincipalTag/province}'

export type ScopeLevel = 'county' | 'city' | 'province'

export interface ScopedAccess {
  /** Tags that a session of this level must carry. */
  readonly sessionTags: readonly ('county' | 'city' | 'province')[]
  readonly recordsRead: readonly string[]
  readonly recordsWrite: readonly string[]
  readonly viewsRead: readonly string[]
  /** Object keys in the evidence bucket. */
  readonly evidenceRead: readonly string[]
  readonly evidenceWrite: readonly string[]
}

/** Provincial records that every county and city works by; score runs and document numbers are not among them. */
const sharedProvincialKinds = ['scheme', 'cycle', 'round', 'batch'] as const
const sharedRecords = sharedProvincialKinds.map((kind) => `P#${PROVINCE}#${kind}#*`)

export const scopedAccess: Readonly<Record<ScopeLevel, ScopedAccess>> = {
  county: {
    sessionTags: ['county', 'city', 'province'],
    recordsRead: [`T#${COUNTY}#*`, ...sharedRecords],
    recordsWrite: [`T#${COUNTY}#*`],
    viewsRead: [`T#${COUNTY}#*`, `Q#${COUNTY}#*`, `P#${PROVINCE}#*`],
    evidenceRead: [`evidence/${COUNTY}/*`, `pending/${COUNTY}/*`],
    evidenceWrite: [`evidence/${COUNTY}/*`, `pending/${COUNTY}/*`],
  },
  city: {
    sessionTags: ['city', 'province'],
    recordsRead: [`T#${CITY}??#*`, `Z#${CITY}#*`, ...sharedRecords],
    // A city acts on its counties' cases at its own step; their units, titles and figures are not its to change.
    recordsWrite: [
      `Z#${CITY}#*`,
      `T#${CITY}??#application#*`,
      `T#${CITY}??#application-slot#*`,
      `T#${CITY}??#submission#*`,
    ],
    viewsRead: [`T#${CITY}??#*`, `Z#${CITY}#*`, `Q#${CITY}#*`, `P#${PROVINCE}#*`],
    evidenceRead: [`evidence/${CITY}??/*`],
    evidenceWrite: [],
  },
  province: {
    sessionTags: ['province'],
    recordsRead: [`P#${PROVINCE}#*`, `Z#${PROVINCE}??#*`, `T#${PROVINCE}????#*`],
    recordsWrite: [
      `P#${PROVINCE}#*`,
      `Z#${PROVINCE}??#quota#*`,
      `T#${PROVINCE}????#application#*`,
      `T#${PROVINCE}????#application-slot#*`,
      `T#${PROVINCE}????#submission#*`,
      `T#${PROVINCE}????#title#*`,
    ],
    viewsRead: [`P#${PROVINCE}#*`, `Z#${PROVINCE}??#*`, `T#${PROVINCE}????#*`, `Q#${PROVINCE}#*`],
    evidenceRead: [`evidence/${PROVINCE}????/*`],
    evidenceWrite: [],
  },
}
