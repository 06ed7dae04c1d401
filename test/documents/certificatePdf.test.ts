import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { CertificatePayload } from '@anjie/contracts/vocabulary/honours/certificate'
import { certificatePdf, checkAddress } from '@anjie/documents/certificate/certificatePdf'
import { signedPayloadIn } from '@anjie/documents/certificate/signedPayloadIn'
import { beyondFont } from '@anjie/documents/paper/beyondFont'
import { beyondCertificateFont } from '@anjie/domain/honours/certificateFont'
import { expect, test } from 'vitest'

const FONT = new URL(import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'))
const font = new Uint8Array(readFileSync(FONT))
const signed = 'aaa.bbb-_.ccc'

const payload = CertificatePayload.parse({
  serial: '平安99-WL-2026-0001-7K3M',
  honour: '六无平安村（社区）',
  level: 'province',
  year: 2026,
  unit: '柳湾㙟村',
  province: '安和省',
  city: '岚岭市',
  county: '砚洲区',
  township: '柳湾镇',
  issuer: '平安安和建设领导小组',
  documentNumber: '平安办〔2026〕12号',
  namedOn: '2026-03-10',
  validUntil: '2029-03-09',
  copy: 1,
  replaces: null,
  issuedOn: '2026-03-10',
  site: 'https://public.invalid',
})

const made = async (more: Partial<CertificatePayload> = {}): Promise<Uint8Array> => {
  const pdf = await certificatePdf({ payload: { ...payload, ...more }, signed }, font)
  if (!pdf.ok) throw new Error(pdf.error.join())
  return pdf.value
}
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('a certificate is one sheet of A4 with its font inside, and the same bytes every time', async () => {
  const [one, other] = [await made(), await made()]
  expect(hash(other)).toBe(hash(one))
  const text = new TextDecoder('latin1').decode(one)
  expect(text).toMatch(/\/Count 1\b/)
  expect(text).toContain('/MediaBox [0 0 595.28 841.89]')
  expect(text).toContain('NotoSerifSC')
  expect(one.length).toBeLessThan(120_000)
  expect(hash(await made({ unit: '柳湾村' }))).not.toBe(hash(one))
})

test('a very long name stays on the one sheet', async () => {
  const pdf = await made({ unit: '柳湾'.repeat(40), issuer: '平安安和建设领导小组办公室'.repeat(4) })
  expect(new TextDecoder('latin1').decode(pdf)).toMatch(/\/Count 1\b/)
})

test('the signed payload is found in the certificate and in a file of its own, and nowhere else', async () => {
  expect(signedPayloadIn(await made())).toBe(signed)
  expect(signedPayloadIn(new TextEncoder().encode(`${signed}\n`))).toBe(signed)
  expect(signedPayloadIn(new TextEncoder().encode('%PDF-1.7 nothing'))).toBeUndefined()
  expect(signedPayloadIn(new TextEncoder().encode('not signed'))).toBeUndefined()
})

test('the code opens the check of this very number', () => {
  expect(new URL(checkAddress(payload)).searchParams.get('serial')).toBe(payload.serial)
})

test('a character that the font does not have is refused by name, and the domain knows the same ones before', async () => {
  expect(await certificatePdf({ payload: { ...payload, unit: '𠮷村𱁬村𠮷' }, signed }, font)).toEqual({
    ok: false,
    error: ['𠮷', '𱁬'],
  })
  expect(beyondCertificateFont('𠮷村𱁬村𠮷')).toEqual(['𠮷', '𱁬'])
  // Every Chinese character there is, and the signs of the page.
  const planes = [
    [0x20, 0x24ff],
    [0x2e80, 0x9fff],
    [0xf900, 0xfaff],
    [0xfe30, 0xffef],
    [0x20000, 0x323af],
  ] as const
  const all = planes.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
  )
  const text = all.join('')
  expect(beyondCertificateFont(text)).toEqual(await beyondFont(text, font))
})
