import { beijingDate } from '@anjie/calendar-cn'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import { CertificateSerial } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../../decision.ts'
import { certificateContent } from '../certificateContent.ts'
import { beyondCertificateFont } from '../certificateFont.ts'
import { isHeld } from '../eligibility.ts'

/** What was printed wrongly, and why it is put right. */
export interface Correction {
  readonly unitName: string
  readonly townshipName?: string | undefined
  readonly reason: string
}

/**
 * 更正称号: the name is put right, and another certificate is issued. It keeps its running number, which is the title's, and gets other
 * characters at the end, so that the paper of before is told from the new one; the earlier number stays and says that it was corrected.
 */
export function correctTitle(
  title: Title,
  { unitName, townshipName, reason }: Correction,
  {
    checkCode,
    digest,
    at,
  }: { readonly checkCode: string; readonly digest: (content: unknown) => string; readonly at: string },
): Result<Step<'title'>, Problem> {
  const former = title.serial
  if (former === undefined)
    return err({
      code: 'transition-not-allowed',
      detail: '这项称号取自公开名单，没有本系统的证书，请向发文机关申请更正',
    })
  const today = beijingDate(at)
  if (!isHeld(title, today))
    return err({ code: 'transition-not-allowed', detail: '称号已经撤销、注销或到期，不再更正' })
  const corrections = title.corrections ?? []
  const serial = CertificateSerial.parse(`${former.slice(0, -4)}${checkCode}`)
  if ([...corrections.map((each) => each.serial), former].includes(serial))
    throw new Error('a certificate number was drawn twice')
  const lacking = beyondCertificateFont(`${townshipName ?? ''}${unitName}`)
  if (lacking.length > 0)
    return err({
      code: 'unprintable-name',
      detail: `证书字库没有“${lacking.join('”“')}”，印不出来，请核对`,
      pointer: '/unitName',
    })
  const { townshipName: _before, ...rest } = title
  const corrected: Title = {
    ...rest,
    unitName,
    ...(townshipName === undefined ? {} : { townshipName }),
    serial,
    corrections: [...corrections, { serial: former, on: today, reason }],
    updatedAt: at,
  }
  if (title.unitName === unitName && title.townshipName === townshipName)
    return err({ code: 'invalid-input', detail: '内容与原证书相同，没有要更正的', pointer: '/unitName' })
  return ok({
    next: { ...corrected, certificateHash: digest(certificateContent(corrected)) },
    fact: {
      type: 'TitleCorrected',
      details: {
        from: `${title.townshipName ?? ''}${title.unitName}`,
        to: `${townshipName ?? ''}${unitName}`,
        serial,
        former,
        reason,
      },
    },
  })
}
