import type {
  BurdenChange,
  BurdenLine,
  BurdenSide,
  CellKind,
  KnownFrom,
  RateContent,
} from '@anjie/contracts/vocabulary/catalogue/burden'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DataItem, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import { Decimal, plainText } from '@anjie/kernel'
import { isTyped } from '../catalogue/isTyped.ts'
import { itemNameKey } from '../catalogue/itemNameKey.ts'
import { SUBJECT_SOURCES } from '../cycles/subjectSources.ts'
import { formOf } from './form.ts'
import { wantedEvidence } from './missingEvidence.ts'

/** 填报用时标准 as the system comes with: an assumption of ours that the province replaces by what it measured. */
export const DEFAULT_RATES: RateContent = { typed: '3', confirmed: '1', drawn: '0.5', evidence: '10' }

export const CELL_KIND_NAMES = {
  typed: '手工填报',
  confirmed: '已有数据、只需确认',
  drawn: '从台账取数',
  evidence: '佐证材料',
} as const satisfies Record<CellKind, string>

export const KNOWN_FROM_NAMES = {
  register: '台账',
  'other-form': '其他填报表',
  'last-year': '上年数据',
} as const satisfies Record<KnownFrom, string>

/** Where an item's figure is known already, by the item's code. */
export type Known = ReadonlyMap<string, { readonly from: KnownFrom; readonly where: string }>

/** Another form that is filled in anyway, or the one of the year before. */
export interface OtherScheme {
  readonly id: string
  readonly scheme: Scheme
}

/** Does one item ask what the other asks? By their entry of the catalogue, or without one by name, unit and period. */
export function asksTheSame(one: DataItem, other: DataItem): boolean {
  if (one.fromCatalogue !== undefined && other.fromCatalogue !== undefined)
    return one.fromCatalogue.code === other.fromCatalogue.code
  return itemNameKey(one.name) === itemNameKey(other.name) && one.unit === other.unit
}

const isAsked = (item: DataItem): boolean => item.filledBy === 'subject' && isTyped(item)

/** Are the figures of the other scheme there when this one's are asked: of the same units, or of those below that add up to them? */
const reaches = ({ subjectKind }: Scheme, other: Scheme): boolean =>
  other.subjectKind === subjectKind ||
  SUBJECT_SOURCES[subjectKind]?.lower.some((kind) => kind === other.subjectKind) === true

/**
 * 已有数据: which items of the subject's form need not be typed. Best a register, then another form of the same year that asks the same
 * period, and of stocks (取最近一期) last year's figure, which a clerk confirms. Last year's count of events says nothing of this year's.
 */
export function knownItems(scheme: Scheme, others: readonly OtherScheme[], before: OtherScheme | undefined): Known {
  const known = new Map<string, { from: KnownFrom; where: string }>()
  for (const item of scheme.items.filter(isAsked)) {
    const register = item.countedFrom?.source.name
    if (register !== undefined) {
      known.set(item.code, { from: 'register', where: register })
      continue
    }
    const other = others.find(
      ({ scheme: each }) =>
        reaches(scheme, each) &&
        (each.subjectKind === scheme.subjectKind || item.rollUp !== 'none') &&
        each.items.some((one) => isAsked(one) && one.period === item.period && asksTheSame(one, item)),
    )
    if (other !== undefined) known.set(item.code, { from: 'other-form', where: other.scheme.name })
    else if (
      (item.overTime === 'latest' || takesPast(item)) &&
      before?.scheme.items.some((one) => asksTheSame(one, item)) === true
    )
      known.set(item.code, { from: 'last-year', where: before.scheme.name })
  }
  return known
}

/** Is last year's figure taken over into the form by the scheme's own setting? */
const takesPast = ({ prefill }: DataItem): boolean => prefill === 'past' || prefill === 'form-or-past'

/** 填报负担 of one cycle for one unit, and for the offices that supply figures of each unit. */
export function burdenOf(
  scheme: Scheme,
  known: Known,
  rates: RateContent,
): { readonly sides: readonly BurdenSide[]; readonly lines: readonly BurdenLine[] } {
  const cycle = { year: scheme.year, dataFrom: `${scheme.year}-01-01` as PlainDate }
  const own = formOf(scheme, cycle, 'subject')
  const entered = formOf(scheme, cycle, 'commission')
  const kindOf = (item: string): Exclude<CellKind, 'evidence'> => {
    const from = known.get(item)?.from
    return from === undefined ? 'typed' : from === 'register' ? 'drawn' : 'confirmed'
  }
  const beside = new Set(own.cells.filter(({ item }) => item.evidence !== undefined).map(({ item }) => item.code))
  const evidence = wantedEvidence(scheme, own).reduce((sum, { wanted }) => sum + wanted.length, beside.size)
  const subject = sideOf(
    'subject',
    SUBJECT_KIND_NAMES[scheme.subjectKind],
    own.cells.map(({ item }) => kindOf(item.code)),
    evidence,
    rates,
  )
  const offices = Map.groupBy(entered.cells, ({ item }) => item.supplier ?? '考评办公室')
  const lines = new Map<string, BurdenLine>()
  for (const [filledBy, { cells }] of [
    ['subject', own],
    ['commission', entered],
  ] as const)
    for (const { item } of cells) {
      const before = lines.get(item.code)
      const found = filledBy === 'subject' ? known.get(item.code) : undefined
      lines.set(item.code, {
        item: item.code,
        name: item.name,
        filledBy,
        cells: (before?.cells ?? 0) + 1,
        known: found?.from ?? null,
        ...(found === undefined ? {} : { where: found.where }),
      })
    }
  return {
    sides: [
      subject,
      ...[...offices].map(([office, cells]) =>
        sideOf(
          'commission',
          office,
          cells.map(() => 'typed'),
          0,
          rates,
        ),
      ),
    ],
    lines: [...lines.values()],
  }
}

function sideOf(
  filledBy: BurdenSide['filledBy'],
  name: string,
  cells: readonly Exclude<CellKind, 'evidence'>[],
  evidence: number,
  rates: RateContent,
): BurdenSide {
  const count = (kind: CellKind): number => cells.filter((each) => each === kind).length
  const counts = { typed: count('typed'), confirmed: count('confirmed'), drawn: count('drawn'), evidence }
  return { filledBy, name, ...counts, minutes: minutesOf(counts, rates) }
}

/** Exact: a sum of products of two-place numbers, never rounded. */
const minutesOf = (counts: Readonly<Record<CellKind, number>>, rates: RateContent): string =>
  plainText(
    (['typed', 'confirmed', 'drawn', 'evidence'] as const).reduce(
      (sum, kind) => sum.plus(new Decimal(rates[kind]).times(counts[kind])),
      new Decimal(0),
    ),
  )

const cellsOf = ({ typed, confirmed, drawn }: BurdenSide): number => typed + confirmed + drawn

/**
 * 与上年方案相比, of the unit's own form. Both as if all of it were typed: what was known a year ago, nobody can tell today.
 */
export function burdenChange(scheme: Scheme, before: OtherScheme, rates: RateContent): BurdenChange {
  const nothing: Known = new Map()
  const [was] = burdenOf(before.scheme, nothing, rates).sides
  const [is] = burdenOf(scheme, nothing, rates).sides
  if (was === undefined || is === undefined) throw new Error('the subject always has a side')
  const asked = scheme.items.filter(isAsked)
  const askedBefore = before.scheme.items.filter(isAsked)
  return {
    schemeId: before.id as BurdenChange['schemeId'],
    name: before.scheme.name,
    cells: cellsOf(is) - cellsOf(was),
    cellsBefore: cellsOf(was),
    evidence: is.evidence - was.evidence,
    minutes: plainText(new Decimal(is.minutes).minus(was.minutes)),
    added: asked.filter((item) => !askedBefore.some((one) => asksTheSame(one, item))).map(({ name }) => name),
    removed: askedBefore.filter((item) => !asked.some((one) => asksTheSame(one, item))).map(({ name }) => name),
  }
}

/** How many items of the unit's form have last year's figure beside them. */
export const comparableItems = (scheme: Scheme, before: OtherScheme | undefined): number =>
  scheme.items.filter((item) => isAsked(item) && before?.scheme.items.some((one) => asksTheSame(one, item)) === true)
    .length
