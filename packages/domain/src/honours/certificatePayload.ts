import type { CertificatePayload } from '@anjie/contracts/vocabulary/honours/certificate'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { certificateContent } from './certificateContent.ts'

/** 证书内容 as it is signed: all that is printed. Only a title that was named here has a number, and by that a certificate. */
export function certificatePayload(
  title: Title,
  { site, issuedOn }: { readonly site: string; readonly issuedOn: PlainDate },
): CertificatePayload {
  if (title.serial === undefined) throw new Error(`${title.id} has no certificate number`)
  const former = title.corrections ?? []
  return {
    ...certificateContent(title),
    serial: title.serial,
    documentNumber: title.documentNumber ?? null,
    namedOn: title.namedOn ?? null,
    validUntil: title.validUntil ?? null,
    copy: former.length + 1,
    replaces: former.at(-1)?.serial ?? null,
    issuedOn,
    site,
  }
}
