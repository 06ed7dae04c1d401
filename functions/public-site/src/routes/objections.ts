import { BatchId } from '@anjie/contracts/vocabulary/ids'
import type { PublicNotice } from '@anjie/contracts/vocabulary/publicRecords'
import { readReceipt } from '@anjie/domain/objections/receipt'
import { beijingDay, printableText } from '@anjie/kernel'
import type { Context, Hono } from 'hono'
import { noticePhase } from '../noticeTiming.ts'
import { newTicket } from '../objections/newTicket.ts'
import { fieldsOf, readObjection } from '../objections/readObjection.ts'
import { sendObjection, statusKeyOf } from '../objections/sendObjection.ts'
import {
  objectionClosedPage,
  objectionFormPage,
  objectionReceiptPage,
  objectionStatusPage,
} from '../pages/objection.ts'
import type { SiteEnvironment } from '../siteOptions.ts'
import type { Answers } from './answers.ts'

type SiteContext = Context<SiteEnvironment>

/** 异议: the form, the receipt, and the status for whoever has number and code. None of these answers is kept by any cache. */
export function objectionRoutes(
  site: Hono<SiteEnvironment>,
  { data, showOnce, missing, calendar, sender, now }: Answers,
): void {
  const noticeOf = async (c: SiteContext) => {
    const batchId = BatchId.safeParse(c.req.param('batchId'))
    return batchId.success ? (await data.findNotice(batchId.data))?.notice : undefined
  }
  const reckonedBy = async (notice: PublicNotice) => calendar ?? (await data.calendarOf(notice.province))
  /** By the second of now: an answer that waited somewhere does not lengthen the notice. */
  const whyNot = (notice: PublicNotice): 'early' | 'over' | undefined => {
    const phase = noticePhase(notice, beijingDay(now()))
    return phase === 'open' ? undefined : phase === 'before' ? 'early' : 'over'
  }

  site.get('/notices/:batchId/object', async (c) => {
    const notice = await noticeOf(c)
    if (notice === undefined || sender === undefined) return missing(c)
    const closed = whyNot(notice)
    if (closed !== undefined) return showOnce(c, (frame) => objectionClosedPage(frame, notice, closed))
    const unit = c.req.query('unit') ?? ''
    const reckoned = await reckonedBy(notice)
    return showOnce(c, (frame) =>
      objectionFormPage(frame, notice, reckoned, {
        ticket: newTicket(now()),
        unit: notice.entries[Number(unit) - 1] === undefined ? '' : unit,
        who: 'named',
        name: '',
        contact: '',
        text: '',
      }),
    )
  })

  site.post('/notices/:batchId/objections', async (c) => {
    const notice = await noticeOf(c)
    if (notice === undefined || sender === undefined) return missing(c)
    const closed = whyNot(notice)
    if (closed !== undefined) return showOnce(c, (frame) => objectionClosedPage(frame, notice, closed), 409)
    const form = await formOf(c)
    const read = await readObjection(form, notice)
    if (!read.ok) {
      const reckoned = await reckonedBy(notice)
      return showOnce(c, (frame) => objectionFormPage(frame, notice, reckoned, fieldsOf(form), read.faults), 400)
    }
    const { objection } = read
    const sent = await sendObjection(sender, notice, objection, c.env?.requestContext?.address ?? '', now())
    if (sent === undefined) return showOnce(c, (frame) => objectionClosedPage(frame, notice, 'enough'), 429)
    const unitName = objection.at === undefined ? undefined : notice.entries[objection.at]?.unitName
    return showOnce(c, (frame) => objectionReceiptPage(frame, notice, sent, unitName, objection.anonymous))
  })

  site.get('/objections', (c) => showOnce(c, (frame) => objectionStatusPage(frame, undefined, undefined)))

  site.post('/objections', async (c) => {
    const form = await formOf(c)
    const [number, code] = [String(form.get('number') ?? ''), String(form.get('code') ?? '')]
    const receipt = readReceipt(number, code)
    const found =
      receipt === undefined ? undefined : await data.findObjection(statusKeyOf(receipt.number, receipt.code))
    const asked = { number: printableText(number.slice(0, 40)), code: '' }
    return showOnce(c, (frame) => objectionStatusPage(frame, asked, found), found === undefined ? 404 : 200)
  })
}

/** What is no form is an empty one, and is asked for again. */
async function formOf(c: SiteContext): Promise<FormData> {
  try {
    return await c.req.formData()
  } catch {
    return new FormData()
  }
}
