import { addDays } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import {
  Delivery,
  EmailAddress,
  GatewayAccount,
  type Letter,
  MAX_EMERGENCIES,
  MAX_KEPT_LETTERS,
} from '@anjie/contracts/vocabulary/messages/digest'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { rolesOfPost, scopeOfPost } from '@anjie/domain/access/index'
import { digestLines } from '@anjie/domain/messages/digestLines'
import { mailboxOwner } from '@anjie/domain/messages/mailboxId'
import { isSendingTime } from '@anjie/domain/messages/sendingTime'
import { beijingDay, inParallel } from '@anjie/kernel'
import type { RecordStore, Scope } from '../ports.ts'
import { workingCalendarOf } from '../workingCalendarOf.ts'
import { reminderRows } from './reminderRows.ts'
import type { Sender } from './sender.ts'
import { timedRows } from './timedRows.ts'

export interface DeliveryContext {
  /** The province's own store. */
  readonly store: RecordStore
  /** A store that reaches what this post reaches and nothing else: what is sent is read as its holder would read it. */
  readonly storeOf: (scope: Scope) => RecordStore
  readonly province: Extract<Scope, { level: 'province' }>
  readonly sender: Sender
  readonly now: string
}

export interface DeliveryReport {
  readonly sent: number
  readonly failed: readonly { readonly id: string; readonly reason: string }[]
}

const AT_ONCE = 8
/** Lists follow the records by about a second; what is younger goes out with the next letter. */
const LAG_MS = 2 * 60_000
const MAX_LINES = 100
const EMERGENCY_DAYS = 1

type Row = ListRowOf<'mailbox'>

/**
 * 汇总: once a working day from 08:30, to every post that wants it, what is new to it since the last time and what is due. Outside of
 * working hours nothing but emergencies. Three steps, each of which may be the last: the letter is kept, sent under its number, and
 * noted as sent. A later run goes on where an earlier one stopped, and two at once keep one letter and send it under one number.
 */
export async function deliverDigests(context: DeliveryContext, mayContinue: () => boolean): Promise<DeliveryReport> {
  const { store, province, now } = context
  const today = PlainDate.parse(beijingDay(now))
  const [calendar, emergencies] = await Promise.all([
    workingCalendarOf({ store, scope: province }),
    store.homeRows('own', {
      from: `emergency#province#${addDays(today, -EMERGENCY_DAYS)}`,
      to: 'emergency#province#~',
      limit: MAX_EMERGENCIES,
    }),
  ])
  const isOpen = isSendingTime(now, calendar)
  const urged = new Set(emergencies.map(({ queue }) => queue?.code ?? ''))
  if (!isOpen && urged.size === 0) return { sent: 0, failed: [] }
  const mailboxes = (await store.listProvincial('mailbox')).filter(
    ({ fields }) => isOpen || urged.has(fields.jurisdiction),
  )
  let sent = 0
  const failed: { id: string; reason: string }[] = []
  await inParallel(mailboxes, AT_ONCE, async (row) => {
    if (!mayContinue()) return
    try {
      if (await deliverTo(context, row, { isOpen, today })) sent += 1
    } catch (error) {
      // The words of a gateway may hold an address; its name is enough for whoever mends it.
      failed.push({ id: row.id, reason: error instanceof Error ? error.name : 'unknown' })
    }
  })
  return { sent, failed }
}

async function deliverTo(
  context: DeliveryContext,
  row: Row,
  moment: { readonly isOpen: boolean; readonly today: PlainDate },
): Promise<boolean> {
  const { store, sender, now } = context
  const member = await holderOf(store, row.id, moment.today)
  if (member === undefined) return false
  const kept = await store.sideItem('mailbox', row.id, 'delivery')
  let version = kept?.version ?? 0
  let delivery: Delivery =
    kept === undefined
      ? { through: row.updatedAt, preparedOn: null, pending: null, sent: [], emergencies: [] }
      : Delivery.parse(kept.content)
  const keep = async (next: Delivery): Promise<boolean> => {
    if (!(await store.keepSideItem('mailbox', row.id, 'delivery', next, version))) return false
    version += 1
    delivery = next
    return true
  }

  if (delivery.pending === null) {
    const next = await prepared(context, member, delivery, moment)
    if (next === null || !(await keep(next))) return false
  }
  const letter = delivery.pending
  // A letter that waited until the evening waits for the morning, unless it is an emergency.
  if (letter === null || !(moment.isOpen || letter.emergency)) return false
  const contact = await store.sideItem('mailbox', row.id, 'contact')
  const channel = row.status
  const address = addressOf(channel, contact?.content)
  if (channel !== 'none' && address !== undefined)
    await sender.send({
      key: `${row.id}/${letter.number}`,
      channel,
      address,
      subject: `安阶消息${letter.emergency ? '（急件）' : `：${letter.lines.length}项`}`,
      lines: letter.lines,
      at: letter.at,
    })
  return keep({
    ...delivery,
    pending: null,
    sent: [{ ...letter, at: now }, ...delivery.sent].slice(0, MAX_KEPT_LETTERS),
  })
}

/** The next letter of a post, kept before it is sent; null where there is nothing to keep. */
async function prepared(
  { storeOf, now }: DeliveryContext,
  member: Membership,
  delivery: Delivery,
  { isOpen, today }: { readonly isOpen: boolean; readonly today: PlainDate },
): Promise<Delivery | null> {
  const isDue = isOpen && (delivery.preparedOn === null || delivery.preparedOn < today)
  const scope = scopeOfPost(member)
  const reading = { store: storeOf(scope), scope, member, now }
  const through = new Date(Date.parse(now) - LAG_MS).toISOString()
  const { rows, full } = await timedRows(reading, { since: delivery.through, limit: MAX_LINES })
  const come = rows.filter(({ key, row: { updatedAt } }) => updatedAt <= through && !delivery.emergencies.includes(key))
  const letterOf = (lines: readonly string[], emergency: boolean): Letter => ({
    number: (delivery.sent[0]?.number ?? 0) + 1,
    at: now,
    emergency,
    lines: [...lines],
  })
  const emergencies = come.filter(({ row }) => row.emergency === true)
  if (!isDue) {
    if (emergencies.length === 0) return null
    const keys = [...delivery.emergencies, ...emergencies.map(({ key }) => key)].slice(-MAX_EMERGENCIES)
    return { ...delivery, emergencies: keys, pending: letterOf(digestLines(emergencies), true) }
  }
  const reminders = (await reminderRows(reading)).filter(
    ({ row: { updatedAt } }) => updatedAt > delivery.through && updatedAt <= through,
  )
  const lines = [...digestLines([...reminders, ...come]), ...(full ? ['还有更多消息，请登录系统查看'] : [])]
  return {
    ...delivery,
    through,
    preparedOn: today,
    emergencies: [],
    pending: lines.length === 0 ? null : letterOf(lines, false),
  }
}

/** Whoever holds the post today; nobody where it ended, was never taken, left the unit, or is a machine's. */
async function holderOf(store: RecordStore, mailboxId: string, today: PlainDate): Promise<Membership | undefined> {
  const { postId, unit } = mailboxOwner(mailboxId)
  const state = (await store.get('membership', postId))?.state
  if (state === undefined || state.status !== 'in-office' || state.holder !== 'person' || state.validUntil < today)
    return undefined
  const isThere = unit === undefined ? state.units === undefined : state.units?.some(({ id }) => id === unit) === true
  if (!isThere) return undefined
  const { personId = '', personName, post, jurisdiction, jurisdictionName, roles, honours, validUntil } = state
  const units = unit === undefined ? undefined : [unit]
  return {
    identity: '',
    personId,
    personName,
    post,
    jurisdiction,
    jurisdictionName,
    roles: [...rolesOfPost({ roles, jurisdiction, units })],
    ...(units === undefined ? {} : { units }),
    ...(honours === undefined ? {} : { honours }),
    validUntil,
    version: 1,
    id: state.id,
  }
}

function addressOf(channel: Row['status'], content: unknown): string | undefined {
  if (channel === 'none') return undefined
  return (channel === 'email' ? EmailAddress : GatewayAccount).safeParse(content).data
}
