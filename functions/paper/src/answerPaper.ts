import { Certificate, CertificatePayload } from '@anjie/contracts/vocabulary/honours/certificate'
import { CertificateSerial } from '@anjie/contracts/vocabulary/ids'
import { certificatePdf } from '@anjie/documents/certificate/certificatePdf'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

export interface PaperSources {
  readonly font: () => Promise<Uint8Array>
  /** The published certificate under a number. */
  readonly find: (serial: string) => Promise<unknown>
}

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'",
  'access-control-allow-origin': '*',
} as const

/** 证书 as PDF under its number; the same number is the same bytes for good. */
export async function answerPaper(
  typed: string,
  { font, find }: PaperSources,
): Promise<APIGatewayProxyStructuredResultV2> {
  const serial = CertificateSerial.safeParse(typed)
  const found = serial.success ? Certificate.safeParse(await find(serial.data)) : undefined
  if (serial.data === undefined || found?.data === undefined)
    return said(404, '没有这个编号的证书；刚刚命名的，请过一两分钟再试')
  const { signed } = found.data
  const pdf = await certificatePdf({ payload: payloadOf(signed), signed }, await font())
  if (!pdf.ok) return said(422, `证书上有字库没有的字：${pdf.error.join('、')}，请联系命名机关`)
  return {
    statusCode: 200,
    headers: {
      ...HEADERS,
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="certificate.pdf"; filename*=UTF-8''${encodeURIComponent(`${serial.data}.pdf`)}`,
      'cache-control': 'public, max-age=31536000, immutable',
    },
    body: Buffer.from(pdf.value).toString('base64'),
    isBase64Encoded: true,
  }
}

const payloadOf = (signed: string): CertificatePayload =>
  CertificatePayload.parse(JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString('utf8')))

const said = (statusCode: number, text: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=5' },
  body: text,
})
