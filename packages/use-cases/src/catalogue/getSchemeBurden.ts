import type { getSchemeBurden as operation } from '@anjie/contracts/operations/catalogue'
import type { TakenStanding } from '@anjie/contracts/vocabulary/catalogue/burden'
import type { CatalogueContent } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Finding, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import { BURDEN_RULES, raisedByRules } from '@anjie/domain/catalogue/burdenRules'
import { CATALOGUE_FIELD_NAMES } from '@anjie/domain/catalogue/catalogueFields'
import { departures } from '@anjie/domain/catalogue/takeItem'
import { SUBJECT_SOURCES } from '@anjie/domain/cycles/subjectSources'
import { isSchemeVisibleTo } from '@anjie/domain/schemes/schemeTransitions'
import {
  burdenChange,
  burdenOf,
  comparableItems,
  type Known,
  knownItems,
  type OtherScheme,
} from '@anjie/domain/submissions/burdenOf'
import { publicationFindings } from '@anjie/domain/submissions/publicationFindings'
import { err, ok } from '@anjie/kernel'
import { assessmentRows } from '../cycles/assessmentRows.ts'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext, RecordStore } from '../ports.ts'
import { burdenRates } from './burdenRates.ts'
import { editionId } from './editionId.ts'

/** Forms of one year that are looked at: a commission has a few for each kind of unit. */
const MOST_OTHERS = 12

/** 填报负担: what the scheme asks of whom, what is known already, how it was last year, and what the rules of relief bar. */
export const getSchemeBurden: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findRecord(context, 'scheme', params.schemeId)
  if (!found.ok) return found
  const { state } = found.value
  if (!isSchemeVisibleTo(context.member, state)) return err(notFound('scheme'))
  const { scheme } = state
  const [{ others, before }, { rates, version }, taken, units] = await Promise.all([
    schemesBeside(context, state),
    burdenRates(context),
    takenStanding(context.store, scheme, context.scope.province),
    unitsOf(context, state),
  ])
  const known = knownItems(scheme, others, before)
  const { sides, lines } = burdenOf(scheme, known, rates)
  const checks = new Set(BURDEN_RULES.map(({ check }) => check))
  return ok({
    sides: [...sides],
    ...(units === undefined ? {} : { units }),
    lines: [...lines],
    comparable: comparableItems(scheme, before),
    ...(before === undefined ? {} : { before: burdenChange(scheme, before, rates) }),
    findings: [
      ...publicationFindings(scheme).filter(({ check }) => checks.has(check)),
      ...raisedByRules(otherForms(scheme, known)),
    ],
    rates,
    ratesVersion: version,
    taken: [...taken],
  })
}

/** The published schemes of the year that the scheme is for, and the one of the year before. */
async function schemesBeside(
  context: QueryContext,
  { id, scheme, county, copiedFrom }: SchemeRecord,
): Promise<{ readonly others: readonly OtherScheme[]; readonly before: OtherScheme | undefined }> {
  const kinds = new Set([scheme.subjectKind, ...(SUBJECT_SOURCES[scheme.subjectKind]?.lower ?? [])])
  const rows = (await assessmentRows(context, 'scheme')).filter(
    ({ row }) =>
      row.id !== id && (row.status === 'trial' || row.status === 'in-force') && kinds.has(row.fields.subjectKind),
  )
  const ofYear = rows.filter(({ row }) => row.fields.year === scheme.year).slice(0, MOST_OTHERS)
  const isOfCommission = (each: string): boolean => each.startsWith(`${county ?? id.slice(0, 2)}.`)
  const lastYear = rows
    .map(({ row }) => row)
    .filter(
      (row) =>
        row.fields.year === scheme.year - 1 && row.fields.subjectKind === scheme.subjectKind && isOfCommission(row.id),
    )
    .toSorted(
      (a, b) => Number(b.id === copiedFrom) - Number(a.id === copiedFrom) || (a.updatedAt < b.updatedAt ? 1 : -1),
    )[0]
  const rulesOf = async (schemeId: string): Promise<OtherScheme[]> => {
    const rules = await context.store.rules(schemeId)
    return rules === undefined ? [] : [{ id: schemeId, scheme: rules }]
  }
  const [others, before] = await Promise.all([
    Promise.all(ofYear.map(({ row }) => rulesOf(row.id))),
    lastYear === undefined ? [] : rulesOf(lastYear.id),
  ])
  return { others: others.flat(), before: before[0] }
}

/** 别的表已经在要: named item by item, because mending it means to take the figure over. */
function otherForms(scheme: Scheme, known: Known): readonly Finding[] {
  return scheme.items.flatMap(({ code, name }) => {
    const found = known.get(code)
    return found?.from !== 'other-form'
      ? []
      : [
          {
            severity: 'warning' as const,
            check: 'burden-relief.other-form',
            node: code,
            message: `“${name}”在“${found.where}”中已经要了，请沿用那里的数，不再要求另报`,
          },
        ]
  })
}

async function unitsOf(
  { divisions, scope }: QueryContext,
  { scheme, county }: SchemeRecord,
): Promise<number | undefined> {
  const source = SUBJECT_SOURCES[scheme.subjectKind]
  if (source?.from !== 'divisions' || county !== undefined) return undefined
  const tree: DivisionTree = await divisions()
  const all: readonly { readonly code: string }[] = source.level === 'city' ? tree.cities : tree.counties
  return all.filter(({ code }) => code.startsWith(scope.province)).length
}

/** 与目录的关系 of each item that was taken: is there a newer edition, and does the copy say what its edition said? */
async function takenStanding(store: RecordStore, scheme: Scheme, province: string): Promise<readonly TakenStanding[]> {
  const taken = scheme.items.flatMap((item) =>
    item.fromCatalogue === undefined ? [] : [{ item, source: item.fromCatalogue }],
  )
  if (taken.length === 0) return []
  const idOf = (code: string): string => `${province}.${code}`
  const items = await store.getMany('catalogue-item', [...new Set(taken.map(({ source }) => idOf(source.code)))])
  const earlier = taken.filter(({ source }) => items.get(idOf(source.code))?.state.edition !== source.edition)
  const editions = await store.getMany('catalogue-edition', [
    ...new Set(earlier.map(({ source }) => editionId(idOf(source.code), source.edition))),
  ])
  return taken.map(({ item, source }) => {
    const entry = items.get(idOf(source.code))?.state
    const content: CatalogueContent | undefined =
      entry?.edition === source.edition
        ? entry.content
        : editions.get(editionId(idOf(source.code), source.edition))?.state.content
    return {
      item: item.code,
      code: source.code,
      edition: source.edition,
      ...(entry === undefined ? {} : { newest: entry.edition }),
      ended: entry?.status === 'ended',
      departs: content === undefined ? [] : departures(item, content).map((field) => CATALOGUE_FIELD_NAMES[field]),
    }
  })
}
