import { FACTS, type FactType } from '@anjie/contracts/facts/facts'
import type { PublicTitle, PublicTitleEvent } from '@anjie/contracts/vocabulary/publicRecords'
import { beijingDay } from '@anjie/kernel'
import type { Projection } from '../projection.ts'
import { type PublicKey, publicKeys } from '../publicKeys.ts'
import { orderOfVersion, type Write } from '../write.ts'
import { publicTitle } from './publicTitle.ts'

/** Facts by which nothing changes that the public reads: no step of a title's public history and no line of the log. */
export const SILENT_TITLE_FACTS: ReadonlySet<FactType> = new Set<FactType>([
  'TitleExpiryTold',
  'TitleRecheckClosed',
  'TitleEntryWithdrawn',
])

/** 称号公开: the line in the province's list, the title's own page, its place on the page of its unit, and one line of its history for each fact. */
export const publicTitles: Projection = (fact) => {
  // 只公开数量: who holds it is nobody's to look up.
  if (fact.kind !== 'title' || fact.after.publicAs === 'counts') return []
  const title = publicTitle(fact.recordId, fact.after)
  const order = orderOfVersion(fact.version)
  const row = {
    table: 'public',
    order,
    // Entered by mistake: it never stood.
    content: fact.after.entryWithdrawn === undefined ? { body: title } : null,
  } as const
  const event = {
    version: fact.version,
    on: fact.type === 'TitleConferred' ? (title.namedOn ?? beijingDay(fact.at)) : beijingDay(fact.at),
    name: FACTS[fact.type].name,
    status: title.status,
    ...documentOf(fact.type, title),
  } satisfies Record<keyof Omit<PublicTitleEvent, 'documentNumber'>, unknown>
  const ofUnit = publicKeys.titleOfUnit(title, title.titleId)
  const before = fact.before === null ? undefined : publicTitle(fact.recordId, fact.before)
  return [
    { ...row, ...publicKeys.titleRow(title.county, title.titleId) },
    { ...row, ...publicKeys.title(title.titleId) },
    { ...row, ...ofUnit },
    ...leftPlaces(before, title, ofUnit).map((key) => ({ ...row, ...key, content: null })),
    ...(SILENT_TITLE_FACTS.has(fact.type)
      ? []
      : [
          {
            table: 'public',
            ...publicKeys.titleEvent(title.titleId, fact.version),
            order,
            content: { body: event },
          } as const,
        ]),
  ] satisfies readonly Write[]
}

/** The paper of a step: of a revocation its own, otherwise that of the naming. */
function documentOf(
  type: FactType,
  { documentNumber, revoked }: PublicTitle,
): Pick<PublicTitleEvent, 'documentNumber'> {
  const number = type === 'TitleRevoked' ? revoked?.documentNumber : documentNumber
  return number === undefined ? {} : { documentNumber: number }
}

/** Where it stood before a correction, or before its unit moved to another county. */
function leftPlaces(before: PublicTitle | undefined, title: PublicTitle, ofUnit: PublicKey): readonly PublicKey[] {
  if (before === undefined) return []
  const ofUnitBefore = publicKeys.titleOfUnit(before, before.titleId)
  return [
    ...(before.county === title.county ? [] : [publicKeys.titleRow(before.county, before.titleId)]),
    ...(ofUnitBefore.pk === ofUnit.pk ? [] : [ofUnitBefore]),
  ]
}
