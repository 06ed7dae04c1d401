import { beijingDate, dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Recheck } from '@anjie/contracts/vocabulary/aftercare/recheck'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import { CertificateSerial } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { certificateContent } from '../honours/certificateContent.ts'
import { beyondCertificateFont } from '../honours/certificateFont.ts'
import { hasEnded } from '../units/unitChange.ts'
import { concluded, type RecheckDecision, stepTo } from './recheckSteps.ts'

export interface ConfirmingAnew {
  readonly successor: Unit
  /** What the successor holds on this rung already, if anything. */
  readonly held: Title | null
  readonly reason: string
  readonly checkCode: string
  readonly digest: (content: unknown) => string
  readonly at: string
}

/**
 * 重新认定: the body was reorganised, and the title goes on with whoever stands in its place, under another certificate. Where the successor
 * holds this title already there is nothing to give it twice: then it is deregistered.
 */
export function confirmAnew(
  state: Recheck,
  title: Title,
  { successor, held, reason, checkCode, digest, at }: ConfirmingAnew,
  member: Membership,
): Result<RecheckDecision & { readonly title: Step<'title'> }, Problem> {
  const step = stepTo(state, 'confirm-anew', member, at)
  if (!step.ok) return step
  const today = beijingDate(at)
  const fault = (detail: string): Problem => ({ code: 'invalid-input', detail, pointer: '/unitId' })
  if (successor.county !== title.county) return err(fault('承继单位不在同一个县（市、区）'))
  if (successor.moved !== undefined)
    return err(fault(`${successor.name}已划入${successor.moved.countyName}，请选择现行单位`))
  if (hasEnded(successor, today))
    return err(fault(`${successor.name}已于${dayText(successor.validTo ?? today)}撤并，请选择现行单位`))
  if (held !== null && held.id !== title.id)
    return err({
      code: 'already-titled',
      detail: `${successor.name}已持有“${title.honourName}”称号，不能重复认定，请注销原称号`,
      pointer: '/unitId',
    })
  if (title.status === 'expired' || (title.validUntil !== undefined && title.validUntil < today))
    return err({ code: 'transition-not-allowed', detail: '称号已到期，由承继单位重新申报' })
  const lacking = beyondCertificateFont(`${successor.parentName ?? ''}${successor.name}`)
  if (title.serial !== undefined && lacking.length > 0)
    return err({ code: 'unprintable-name', detail: `证书字库没有“${lacking.join('”“')}”，印不出来，请核对` })
  const { openRecheck: _case, mendBy: _mend, townshipName: _place, ...rest } = title
  const former = title.serial
  const serial = former === undefined ? undefined : CertificateSerial.parse(`${former.slice(0, -4)}${checkCode}`)
  const next: Title = {
    ...rest,
    status: 'retained',
    unitId: successor.id,
    unitName: successor.name,
    unitKind: successor.kind,
    ...(successor.parentName === undefined ? {} : { townshipName: successor.parentName }),
    ...(serial === undefined || former === undefined
      ? {}
      : { serial, corrections: [...(title.corrections ?? []), { serial: former, on: today, reason }] }),
    updatedAt: at,
  }
  const closed = concluded(state, 'confirmed-anew', reason, at)
  return ok({
    recheck: { ...closed, next: { ...closed.next, successors: [successor.name] } },
    title: {
      next: serial === undefined ? next : { ...next, certificateHash: digest(certificateContent(next)) },
      fact: {
        type: 'TitleConfirmedAnew',
        details: {
          from: `${title.townshipName ?? ''}${title.unitName}`,
          to: `${successor.parentName ?? ''}${successor.name}`,
          ...(serial === undefined || former === undefined ? {} : { serial, former }),
          reason,
        },
      },
    },
  })
}
