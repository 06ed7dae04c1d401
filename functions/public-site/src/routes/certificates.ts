import { printableText } from '@anjie/kernel'
import type { Hono } from 'hono'
import { MAX_TYPED, readSerial } from '../certificateSerial.ts'
import { certificatePage, certificatesPage } from '../pages/certificates.ts'
import type { CertificateToday } from '../publicData.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'
import { MISSING_MAX_AGE } from './maxAge.ts'

/** 证书查验. */
export function certificateRoutes(site: Hono<SiteEnvironment>, { data, reader, show, missing }: Answers): void {
  const behind = async (serial: string, title: CertificateToday) => {
    const [history, signed] = await Promise.all([
      data.findTitle(title.titleId),
      data.signedUnder(serial, title.titleId),
    ])
    return { title, events: history?.events ?? [], signed }
  }

  site.get('/certificates', (c) => show(c, certificatesPage))

  site.get('/certificates/check', async (c) => {
    const pasted = (c.req.query('serial') ?? '').trim().slice(0, MAX_TYPED)
    const typed = printableText(pasted)
    if (typed === '') return show(c, certificatesPage)
    const serial = readSerial(pasted)
    const title = serial === undefined ? undefined : await data.findCertificate(serial)
    const found = title === undefined || serial === undefined ? undefined : await behind(serial, title)
    const answer = await show(c, (frame) => certificatePage(frame, { typed, serial }, found))
    if (title === undefined) answer.headers.set('cache-control', `public, max-age=${MISSING_MAX_AGE}`)
    return answer
  })

  // 签名文件 by itself, for whoever checks with tools of their own.
  site.get('/certificates/payload', async (c) => {
    const serial = readSerial(c.req.query('serial') ?? '')
    const certificate = serial === undefined ? undefined : await reader.findSigned(serial)
    if (certificate === undefined) return missing(c)
    return c.body(certificate.signed, 200, {
      'content-type': 'application/jose',
      'content-disposition': `attachment; filename="certificate.jws"; filename*=UTF-8''${encodeURIComponent(certificate.serial)}.jws`,
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    })
  })
}
