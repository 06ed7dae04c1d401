import { FACTS, type FactType } from '@anjie/contracts/facts/facts'
import { shownDetails } from '@anjie/contracts/facts/readFact'
import type { HandledRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { honourOf } from '@anjie/domain/access/index'
import { askedOf } from '@anjie/domain/honours/desk'
import { listRowsOf } from '../lists/index.ts'
import type { Projection } from '../projection.ts'
import type { AnyFact } from '../readFact.ts'
import { ownerOfCode, viewKeys } from '../viewKeys.ts'
import { orderOfVersion } from '../write.ts'

/** Steps by which a post passes a case on. Entering and attaching is work on it, and stays in 待办. */
const STEPS: ReadonlySet<FactType> = new Set<FactType>([
  'SubmissionSubmitted',
  'SubmissionWithdrawn',
  'SubmissionVerified',
  'SubmissionAccepted',
  'SubmissionReturned',
  'ApplicationSubmitted',
  'ApplicationWithdrawn',
  'ApplicationRecommended',
  'RecommendationWithdrawn',
  'ApplicationAccepted',
  'AcceptanceWithdrawn',
  'ApplicationReturned',
  'ApplicationRejected',
  'ApplicationHeld',
  'ApplicationReleased',
  'ApplicationTransferred',
  'OpinionGiven',
  'ApplicationProposed',
  'AppealFiled',
  'AppealAnswered',
  'AppealCorrected',
  'RecheckReported',
  'RecheckChecked',
  'RecheckReturned',
  'RecheckTakenUp',
  'RecheckConcluded',
  'YellowCardIssued',
  'MendingReported',
  'RevocationProposed',
  'RevocationAnswered',
  'RevocationDecided',
  'RevocationAppealed',
  'RevocationAppealDecided',
  'MeasureIssued',
  'MeasureAcknowledged',
  'MeasureContested',
  'ContestAnswered',
  'ListingPublished',
  'ListingLifted',
  'VetoDecided',
  'MeasureWithdrawn',
  'RectificationReported',
  'RectificationReturned',
  'RectificationClosed',
  'MoreTimeAsked',
  'MoreTimeAnswered',
  'DutyPostFilled',
  'DutyPostVacated',
  'DutyPostEnded',
  'DutyPostTakenOver',
  'DutyListsPublished',
  'DutyEntered',
  'DutyEntryConfirmed',
  'DutyEntryRefused',
  'DutyEventRecorded',
  'DutyWordGiven',
  'DutyHolderLeft',
  'DutyEventDecided',
  'PaperFiled',
  'ReportAccepted',
  'ScoresSigned',
  'ConsultationAnswered',
  'PaperReturned',
  'PaperWaived',
  'GradesProposed',
  'GradesDecided',
  'ObjectionAccepted',
  'ObjectionAnswered',
  'ObjectionPublished',
  'RunPreviewed',
  'RunPublished',
  'NoticeOpened',
  'NamingDecided',
  'SchemePublished',
  'SchemeClosed',
])

/** 已办: what a jurisdiction did last with each case, kept where it was done, also when the case goes out of its sight by it. */
export const handled: Projection = (fact) => {
  if (!STEPS.has(fact.type) || fact.actor.level === 'system') return []
  const row = handledRowOf(fact)
  if (row === null) return []
  return [
    {
      table: 'views',
      ...viewKeys.handledRow(ownerOfCode(fact.actor.unit ?? fact.actor.jurisdiction), fact.kind, fact.recordId),
      order: orderOfVersion(fact.version),
      content: { open: { key: `${fact.at}#`, row } },
    },
  ]
}

function handledRowOf(fact: AnyFact): HandledRow | null {
  // Somebody sees every case; how it is called is the same in all lists.
  const listed = listRowsOf(fact.kind, fact.recordId, fact.version, fact.after).find(({ row }) => row !== null)?.row
  if (listed === undefined || listed === null) return null
  const honour = honourOf(fact.kind, fact.recordId, fact.after)
  return {
    kind: fact.kind,
    id: fact.recordId,
    title: listed.title,
    place: listed.place,
    act: FACTS[fact.type].name,
    statusName: listed.statusName,
    at: fact.at,
    personName: fact.actor.personName,
    post: fact.actor.post,
    ...(typeof honour === 'string' ? { honour } : {}),
    ...('unitId' in fact.after && fact.kind === 'application'
      ? { unit: fact.after.unitId, ...askedOf(fact.after) }
      : {}),
    details: [...shownDetails(fact.type, fact.details)],
  }
}
