import { FACTS, type FactType } from '@anjie/contracts/facts/facts'
import type { PublicTitle, PublicTitleEvent } from '@anjie/contracts/vocabulary/publicRecords'
import { beijingDay } from '@anjie/kernel'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion, type Write } from '../write.ts'
import { publicTitle } from './publicTitle.ts'

/** 称号公开: the line in the province's list, the title's own page, and one line of its history for each fact. */
/** Facts by which nothing changes that the public reads: no step of a title's public history and no line of the log. */
export const SILENT_TITLE_FACTS: ReadonlySet<FactType> = new Set<FactType>(['TitleExpiryTold', 'TitleRecheckClosed'])

export const publicTitles: Projection = (fact) => {
  // 只公开数量: who holds it is nobody's to look up.
  if (fact.kind !== 'title' || fact.after.publicAs === 'counts') return []
  const title = publicTitle(fact.recordId, fact.after)
  const order = orderOfVersion(fact.version)
  const row = { table: 'public', order, content: { body: title } } as const
  const event = {
    version: fact.version,
    on: fact.type === 'TitleConferred' ? (title.namedOn ?? beijingDay(fact.at)) : beijingDay(fact.at),
    name: FACTS[fact.type].name,
    status: title.status,
    ...documentOf(fact.type, title),
  } satisfies Record<keyof Omit<PublicTitleEvent, 'documentNumber'>, unknown>
  return [
    { ...row, ...publicKeys.titleRow(title.county, title.titleId) },
    { ...row, ...publicKeys.title(title.titleId) },
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
