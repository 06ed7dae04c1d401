import { RECORD_KINDS, type RecordKind } from '@anjie/contracts/vocabulary/records'
import {
  codeOf,
  mayReach,
  type Owner,
  ownerLevelsOf,
  ownerOf,
  type Right,
  type Standpoint,
} from '@anjie/domain/access/index'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const OWNED: Readonly<Record<Owner['level'], RegExp>> = {
  county:
    /^(unit|membership|invitation|submission|application|application-slot|urging|mailbox|appeal|title|unit-title|scheme|cycle|commission-values|run|quota|bars|round|legal-basis|county-honour|honour-counts|batch|serial-counter|document-number|draw|certificate|incidents|recheck|measure|rectification|supervision-tally|procedure|procedure-paper|duty-post|duty-coverage|duty-lists|duty-entries|duty-event|duty-training|campaign|move-plan|register-leaf|register-key|dispute|dispute-doubt|dispute-system|import-batch|import-reading)$/,
  city: /^(quota|mailbox|membership|invitation|round|legal-basis|batch|objection|serial-counter|document-number|draw|campaign|import-batch|import-reading)$/,
  province:
    /^(divisions|calendar|mailbox|membership|invitation|scheme|catalogue-item|catalogue-edition|burden-rates|cycle|commission-values|run|round|honour-type|legal-basis|batch|objection|serial-counter|document-number|draw|campaign|log|log-page|log-head|signing-key|register|dispute-system|duty-lists|import-batch|import-reading|move-plan|procedure|procedure-paper)$/,
}

const SIGNED = /^(certificate|log|log-page|log-head|signing-key)$/

/**
 * The rules of reach said once more, another way round: as sentences about codes, without the table of the domain.
 * Own records; down one's jurisdiction; the five kinds of the province that everybody works by; writing narrower than reading.
 */
function oracle(
  from: Standpoint,
  mode: Right,
  kind: RecordKind,
  owner: string,
  namedAt: 'county' | 'city' | undefined,
  isWithin = false,
): boolean {
  // 岗位考评 of a county is nobody's above it.
  if (isWithin && (from.level === 'city' || from.level === 'province')) return false
  if (!OWNED[ownerOfCode(owner).level].test(kind)) return false
  const me = codeOf(from)
  const mine = owner === me
  const beneath = owner.length > me.length && owner.slice(0, me.length) === me
  // What is signed is written by no post: it is read by those above and by the county itself.
  const signed = SIGNED.test(kind)
  const post = kind === 'membership' || kind === 'invitation'
  if (from.level === 'platform') return owner.slice(0, 2) === me
  if (from.level === 'joining') return post && mine
  // A file is brought in by a jurisdiction itself, and a county's names people; what the importer read, no post writes.
  const looksOn = beneath && owner.length === 4
  if (kind === 'import-batch') return mine || (looksOn && mode === 'read')
  if (kind === 'import-reading') return (mine || looksOn) && mode === 'read'
  if (signed) return mode === 'read' && from.level !== 'unit' && (mine || beneath)
  // A unit reads the frame by which its county works; of what units keep these owners are none of its own.
  if (from.level === 'unit')
    return (
      // By it rows of different units are told apart, so each of them takes keys and looks at the others'.
      (owner === from.county && kind === 'register-key') ||
      (mode === 'read' &&
        ((owner === from.province &&
          /^(divisions|calendar|scheme|catalogue-item|catalogue-edition|burden-rates|cycle|round|honour-type|legal-basis|register|dispute-system|duty-lists)$/.test(
            kind,
          )) ||
          (owner === from.city && /^(round|legal-basis|quota)$/.test(kind)) ||
          (owner === from.county && /^(scheme|cycle|title|round|legal-basis|quota|duty-lists)$/.test(kind))))
    )
  // 任职 are given by the county itself and by the province; a city looks on.
  if (post) return from.level === 'city' ? mode === 'read' && (mine || beneath) : mine || beneath
  // 迁移方案: a county's is drawn up by it and confirmed by its city, and the province looks on; the province's own is nobody else's.
  if (kind === 'move-plan') return mine || (beneath && (mode === 'read' || from.level === 'city'))
  // Who holds a post, and what they did, is read in the county alone.
  if (/^(duty-post|duty-entries|duty-event|duty-training)$/.test(kind)) return mine
  const caseOfCounty =
    /^(submission|application|application-slot|urging|county-honour|bars|incidents|recheck|measure|rectification|supervision-tally)$/.test(
      kind,
    )
  // 申诉 goes from a county straight to the province; the city between them reads it.
  const conferred = kind === 'title' || kind === 'unit-title'
  const placesOfCity = kind === 'quota' && owner.length === 4
  // The province carries over what stands in the register of a county that ceased.
  const decidedByProvince =
    kind === 'unit' ||
    conferred ||
    placesOfCity ||
    kind === 'appeal' ||
    (kind === 'procedure-paper' && owner.length === 6)
  if (from.level === 'county') {
    if (mine) return mode === 'read' || !conferred || namedAt === 'county'
    if (mode === 'read' && owner === from.city) return kind === 'round' || kind === 'legal-basis' || kind === 'quota'
    return (
      mode === 'read' &&
      owner === from.province &&
      /^(divisions|calendar|scheme|catalogue-item|catalogue-edition|burden-rates|cycle|round|honour-type|legal-basis|register|dispute-system|duty-lists)$/.test(
        kind,
      )
    )
  }
  if (from.level === 'city') {
    if (mine) return true
    if (beneath) return mode === 'read' || caseOfCounty || (conferred && namedAt === 'city')
    return (
      mode === 'read' &&
      owner === from.province &&
      /^(divisions|calendar|scheme|catalogue-item|catalogue-edition|burden-rates|cycle|round|honour-type|legal-basis|register|dispute-system|duty-lists)$/.test(
        kind,
      )
    )
  }
  return mine || (beneath && (mode === 'read' || caseOfCounty || decidedByProvince))
}

const province = fc.constantFrom('99', '98')
const city = fc.tuple(province, fc.constantFrom('01', '02', '10')).map((parts) => parts.join(''))
const county = fc.tuple(city, fc.constantFrom('01', '02', 'H1', '10')).map((parts) => parts.join(''))
const standpoint: fc.Arbitrary<Standpoint> = fc.oneof(
  county.map(
    (code) => ({ level: 'county', county: code, city: code.slice(0, 4), province: code.slice(0, 2) }) as const,
  ),
  county.map(
    (code) =>
      ({
        level: 'unit',
        unit: `${code}.01J00000000000000000000000`,
        county: code,
        city: code.slice(0, 4),
        province: code.slice(0, 2),
      }) as const,
  ),
  city.map((code) => ({ level: 'city', city: code, province: code.slice(0, 2) }) as const),
  province.map((code) => ({ level: 'province', province: code }) as const),
  province.map((code) => ({ level: 'platform', province: code }) as const),
  fc.oneof(county, city, province).map((code) => ({ level: 'joining', code, province: code.slice(0, 2) }) as const),
)
const mark = fc.constantFrom(undefined, 'county' as const, 'city' as const)
const kinds = Object.keys(RECORD_KINDS) as RecordKind[]
const kind = fc.constantFrom(...kinds)
const mode = fc.constantFrom<Right>('read', 'write')
const LEVELS: Readonly<Record<number, Owner['level']>> = { 2: 'province', 4: 'city', 6: 'county' }
const ownerOfCode = (code: string): Owner => ({ level: LEVELS[code.length] ?? 'province', code })

test('who reaches what is the same by the domain and by an independent statement of the rules', () => {
  fc.assert(
    fc.property(
      standpoint,
      mode,
      kind,
      fc.oneof(county, city, province),
      mark,
      fc.boolean(),
      (from, how, what, owner, namedAt, ofPosts) => {
        const conferred = what === 'title' || what === 'unit-title'
        const isWithin = ofPosts && owner.length === 6
        const given = {
          ...ownerOfCode(owner),
          ...(conferred && namedAt !== undefined ? { namedAt } : {}),
          ...(isWithin ? { isWithin } : {}),
        }
        expect(mayReach(from, how, what, given)).toBe(oracle(from, how, what, owner, namedAt, isWithin))
      },
    ),
    { numRuns: 20_000 },
  )
})

test('whoever may write may read', () => {
  fc.assert(
    fc.property(standpoint, kind, fc.oneof(county, city, province), (from, what, owner) => {
      const given = ownerOfCode(owner)
      if (mayReach(from, 'write', what, given)) expect(mayReach(from, 'read', what, given)).toBe(true)
    }),
  )
})

test('no standpoint but the platform reaches what lies outside its own jurisdiction and is not the province’s', () => {
  fc.assert(
    fc.property(standpoint, mode, kind, county, (from, how, what, owner) => {
      const code = from.level === 'unit' ? from.county : codeOf(from)
      if (!owner.startsWith(code)) expect(mayReach(from, how, what, ownerOfCode(owner))).toBe(false)
    }),
  )
})

test('the owner of an id is the code in front of its dot, at the level of its kind, or there is none', () => {
  fc.assert(
    fc.property(kind, fc.string({ unit: 'binary', maxLength: 40 }), (what, text) => {
      const owner = ownerOf(what, text)
      if (owner === undefined) return
      expect(ownerLevelsOf(what)).toContain(owner.level)
      expect(text.startsWith(`${owner.code}.`)).toBe(true)
      expect(text).not.toMatch(/[#\s]/)
    }),
    { numRuns: 5_000 },
  )
  for (const id of [
    '990101.a#b',
    '990101.',
    '.a',
    '9901011.a',
    '99010.a',
    '990101.a\u0000',
    '990101.\u202e',
    'T#990101.a',
  ]) {
    expect(ownerOf('unit', id)).toBeUndefined()
  }
})

test('every kind of record is within somebody’s reach, to read and to write; a forgotten one is named', () => {
  const standpoints: readonly Standpoint[] = [
    { level: 'county', county: '990101', city: '9901', province: '99' },
    { level: 'city', city: '9901', province: '99' },
    { level: 'province', province: '99' },
  ]
  const owners = ['990101', '9901', '99'].map(ownerOfCode)
  const forgotten = (['read', 'write'] as const).flatMap((how) =>
    kinds
      // What is signed is written by the function that signs alone, what was read of a file by the one that reads it.
      .filter((what) => how === 'read' || !(SIGNED.test(what) || what === 'import-reading'))
      .filter(
        (what) =>
          ownerLevelsOf(what).length === 0 ||
          !ownerLevelsOf(what).every((level) =>
            standpoints.some((from) =>
              owners.some((owner) => owner.level === level && mayReach(from, how, what, owner)),
            ),
          ),
      )
      .map((what) => `${what}: nobody may ${how} it`),
  )
  expect(forgotten).toEqual([])
})
