import { Membership, ROLES, type Role } from '@anjie/contracts/vocabulary/access/people'
import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import { ROLE_LEVELS } from '@anjie/domain/access/index'

/** Where the invented people of a test hold their posts; the second of each is the neighbour. */
export const PLACES = {
  county: { code: '990101', name: '云溪县' },
  neighbourCounty: { code: '990102', name: '石塘县' },
  farCounty: { code: '990201', name: '柳泉区' },
  foreignCounty: { code: '980101', name: '外省甲县' },
  city: { code: '9901', name: '安和市' },
  neighbourCity: { code: '9902', name: '宁川市' },
  foreignCity: { code: '9801', name: '外省甲市' },
  province: { code: '99', name: '安和省' },
  foreignProvince: { code: '98', name: '外省' },
} as const

export interface PersonGiven {
  readonly roles: readonly Role[]
  /** Division code; by default the first jurisdiction of the first role's level. */
  readonly jurisdiction?: string
  readonly personId?: string
  readonly personName?: string
  readonly issuer?: string
  readonly validUntil?: string
  /** Of a post below the county; a unit reporter's by default one invented unit of the county. */
  readonly unit?: string
  /** 分管荣誉; without them all. */
  readonly honours?: readonly HonourCode[]
}

const LEVEL_OF_LENGTH: Readonly<Record<number, string>> = { 6: 'county', 4: 'city', 2: 'province' }

/** A membership record. The person's id is their role and place unless something else is given. */
export function member({
  roles,
  jurisdiction = PLACES[ROLE_LEVELS[roles[0] ?? 'auditor']].code,
  personId = `${roles.join('+')}@${jurisdiction}`,
  personName = '林一',
  issuer = 'https://issuer.invalid',
  validUntil = '2099-12-31',
  unit = roles.includes('unit-reporter') && jurisdiction.length === 6
    ? `${jurisdiction}.01J00000000000000000000000`
    : undefined,
  honours,
}: PersonGiven): Membership {
  return Membership.parse({
    identity: `${issuer}#${personId}`,
    personId,
    personName,
    post: roles.join('、'),
    jurisdiction: { level: LEVEL_OF_LENGTH[jurisdiction.length], code: jurisdiction },
    jurisdictionName: Object.values(PLACES).find(({ code }) => code === jurisdiction)?.name ?? jurisdiction,
    roles,
    ...(unit === undefined ? {} : { units: [unit] }),
    ...(honours === undefined ? {} : { honours }),
    validUntil,
    version: 1,
  })
}

/** One person for every role, all in the same county, its city and its province. */
export const everyRole = (): readonly Membership[] => ROLES.map((role) => member({ roles: [role] }))
