import { printableText } from '@anjie/kernel'
import type { Hono } from 'hono'
import { MAX_TYPED, readSerial } from '../certificateSerial.ts'
import { certificatePage, certificatesPage } from '../pages/certificates.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'
import { MISSING_MAX_AGE } from './maxAge.ts'

/** 证书查验. */
export function certificateRoutes(site: Hono<SiteEnvironment>, { data, show }: Answers): void {
  site.get('/certificates', (c) => show(c, certificatesPage))

  site.get('/certificates/check', async (c) => {
    const pasted = (c.req.query('serial') ?? '').trim().slice(0, MAX_TYPED)
    const typed = printableText(pasted)
    if (typed === '') return show(c, certificatesPage)
    const serial = readSerial(pasted)
    const title = serial === undefined ? undefined : await data.findCertificate(serial)
    const history = title === undefined ? undefined : await data.findTitle(title.titleId)
    const answer = await show(c, (frame) =>
      certificatePage(
        frame,
        { typed, serial },
        title === undefined ? undefined : { title, events: history?.events ?? [] },
      ),
    )
    if (title === undefined) answer.headers.set('cache-control', `public, max-age=${MISSING_MAX_AGE}`)
    return answer
  })
}
