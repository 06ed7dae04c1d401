import { PublicNotice, type PublicNoticeStatus, PublicNoticeSummary } from '@anjie/contracts/vocabulary/publicRecords'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import { namingLevel } from '@anjie/domain/divisions/namingLevel'
import { beijingDay, hideIdentityNumbers, hidePersonalNumbers, unreachable } from '@anjie/kernel'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion } from '../write.ts'

/** 公示: a batch is public from the first day of its notice; while it is being collected nothing of it is. */
export const publicNotices: Projection = (fact) => {
  if (fact.kind !== 'batch') return []
  const notice = publicNotice(fact.recordId, fact.after)
  // What was never public leaves no marker.
  if (notice === null && (fact.before === null || publicStatus(fact.before) === null)) return []
  const order = orderOfVersion(fact.version)
  return [
    {
      table: 'public',
      ...publicKeys.noticeRow(fact.after.province, fact.recordId),
      order,
      content: notice === null ? null : { body: PublicNoticeSummary.parse(notice) },
    },
    {
      table: 'public',
      ...publicKeys.notice(fact.recordId),
      order,
      content: notice === null ? null : { body: notice },
    },
  ]
}

/** What is published of a list; `null` while it is being collected. */
export function publicNotice(batchId: string, batch: RecordState<'batch'>): PublicNotice | null {
  const status = publicStatus(batch)
  if (status === null) return null
  if (batch.notice === undefined) throw new Error(`batch ${batchId} is ${batch.status} and has no notice`)
  return PublicNotice.parse({
    batchId,
    level: namingLevel(batchId),
    by: namingPlace(batch),
    province: batch.province,
    name: hidePersonalNumbers(batch.name),
    roundName: hidePersonalNumbers(batch.roundName),
    year: batch.year,
    status,
    startsOn: batch.notice.startsOn,
    endsOn: batch.notice.endsOn,
    workingDays: batch.notice.workingDays,
    contact: hideIdentityNumbers(batch.notice.contact),
    objectionWorkingDays: batch.notice.objectionWorkingDays,
    closedOn: batch.notice.closedAt === undefined ? undefined : beijingDay(batch.notice.closedAt),
    unitCount: batch.entries.length,
    namedCount: batch.namedCount,
    documentNumber: batch.documentNumber,
    namedOn: batch.namedOn,
    issuer: batch.issuer,
    approvalReference: batch.approvalReference,
    validYears: batch.validYears,
    entries: (batch.publicAs === 'counts' ? [] : batch.entries).map((entry) => ({
      county: entry.county,
      cityName: entry.cityName,
      countyName: entry.countyName,
      townshipName: entry.townshipName === undefined ? undefined : hidePersonalNumbers(entry.townshipName),
      unitName: hidePersonalNumbers(entry.unitName),
      unitKind: entry.unitKind,
      ...outcomeOf(batch, entry),
    })),
    takenBack: batch.takenBack?.map((each) => ({ ...each, reason: hidePersonalNumbers(each.reason) })),
    complete: batch.status === 'named',
  })
}

/** 砚洲区: of a county's or city's list the place whose units stand in it. */
function namingPlace({ id, entries: [first] }: RecordState<'batch'>): string | undefined {
  switch (namingLevel(id)) {
    case 'county':
      return first === undefined ? undefined : `${first.cityName}${first.countyName}`
    case 'city':
      return first?.cityName
    case 'province':
      return undefined
  }
}

function publicStatus(batch: RecordState<'batch'>): PublicNoticeStatus | null {
  switch (batch.status) {
    case 'collecting':
      return null
    case 'on-notice':
      return 'on-notice'
    case 'notice-closed':
      return 'closed'
    case 'naming':
    case 'named':
    case 'taking-back':
      return 'named'
    default:
      return unreachable(batch.status)
  }
}

/** What the decision itself says is published: the unit held the title already, is no more, or is set aside. */
const reasonOf = ({ how, reason }: NonNullable<RecordState<'batch'>['entries'][number]['left']>) =>
  how === 'removed' ? {} : { outcomeReason: hidePersonalNumbers(reason) }

/** Why a unit was taken off is the office's own business; the public reads that it was, and when. */
function outcomeOf(
  batch: RecordState<'batch'>,
  { left, namedAs, applicationId }: RecordState<'batch'>['entries'][number],
): Pick<PublicNotice['entries'][number], 'outcome' | 'outcomeOn' | 'outcomeReason' | 'namedAs'> {
  if (left !== undefined) return { outcome: left.how, outcomeOn: left.on, ...reasonOf(left) }
  // Decisions from before entries kept their end name the units passed over beside the list.
  const passedOver = batch.passedOver?.find((each) => each.applicationId === applicationId)
  if (passedOver !== undefined) return { outcome: 'passed-over', outcomeReason: hidePersonalNumbers(passedOver.reason) }
  if (batch.status !== 'named') return { outcome: 'pending' }
  return { outcome: 'named', ...(namedAs === undefined ? {} : { namedAs: hidePersonalNumbers(namedAs) }) }
}
