import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { CertificateSerial, DocumentNumber, TitleId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { TitleLevel } from './honourType.ts'

/** What the signature of a certificate covers: all that is printed, and where it can be checked. */
export const CertificatePayload = z.object({
  serial: CertificateSerial,
  honour: z.string(),
  level: TitleLevel,
  year: z.int(),
  unit: z.string(),
  province: z.string(),
  city: z.string(),
  county: z.string(),
  township: z.string().nullable(),
  issuer: z.string().nullable(),
  documentNumber: DocumentNumber.nullable(),
  namedOn: PlainDate.nullable(),
  validUntil: PlainDate.nullable(),
  /** 第几次印发: 1, and one more with every correction. */
  copy: z.int().min(1),
  /** The number of the copy that this one took the place of. */
  replaces: CertificateSerial.nullable(),
  issuedOn: PlainDate,
  /** Origin of the public site that answers for it. */
  site: z.string(),
})
export type CertificatePayload = z.infer<typeof CertificatePayload>

/** 证书: issued once and never changed; a correction issues another one beside it. */
export const Certificate = z.object({
  titleId: TitleId,
  /** Of the title when it was issued. */
  titleVersion: z.int().min(1),
  county: CountyCode,
  serial: CertificateSerial,
  copy: z.int().min(1),
  kid: z.string(),
  /** JOSE, compact, ES256. */
  signed: z.string(),
  issuedAt: Instant,
})
export type Certificate = z.infer<typeof Certificate>

/** A title that has no certificate under its number yet. */
export const UncertifiedTitle = z.object({ titleId: TitleId, serial: CertificateSerial })
export type UncertifiedTitle = z.infer<typeof UncertifiedTitle>
