import { z } from 'zod'
import { PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { DisputeKind } from './disputeKind.ts'

/**
 * What became of a dispute. Four different things, each with its day: a petition's 已办结 is closed and not agreed, and an
 * agreement may never be performed.
 */
export const outcomeNames = {
  agreed: '达成协议',
  performed: '履行',
  closed: '办结',
  settled: '以其他方式了结',
} as const
export type Outcome = keyof typeof outcomeNames
export const outcomes = ['agreed', 'performed', 'closed', 'settled'] as const satisfies readonly Outcome[]

/** What an export's word for its state says: of the four outcomes those that it states, possibly none. */
const OutcomeWords = z.record(line({ min: 1, max: 60 }), z.array(z.enum(outcomes)))

const Heading = line({ min: 1, max: 60, tooShort: '列名不能是空的' })
const Headings = z.union([Heading.transform((one) => [one]), z.array(Heading).min(1).max(8)])

/** Which column of the export holds what. One heading, or several where the export has several columns of the kind. */
const Columns = z.strictObject({
  caseNumber: Heading,
  /** Numbers that other systems gave to the same dispute. */
  otherNumbers: Headings.optional(),
  receivedOn: Heading.optional(),
  township: Heading.optional(),
  village: Heading.optional(),
  /** One text of place, township and village are read from it. */
  address: Heading.optional(),
  kind: Heading.optional(),
  summary: Heading.optional(),
  organisation: Heading.optional(),
  amount: Heading.optional(),
  outcome: Heading.optional(),
  agreedOn: Heading.optional(),
  performedOn: Heading.optional(),
  closedOn: Heading.optional(),
  settledOn: Heading.optional(),
  /** Names; several in a cell are parted by 、 ， ； or a space. They are turned into digests and never kept. */
  parties: Headings.optional(),
  identityNumbers: Headings.optional(),
  phones: Headings.optional(),
})
export type DisputeColumns = z.output<typeof Columns>

export const SystemCode = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, '系统代号用小写字母、数字和连字符')

export const SystemMapping = z.strictObject({
  /** Short and stable: it stands in every pair. */
  system: SystemCode,
  name: line({ min: 1, max: 60 }),
  columns: Columns,
  /** The system's words or codes of kinds. What is not listed here is looked up by its name in the common list. */
  kinds: z.record(line({ min: 1, max: 60 }), DisputeKind).default({}),
  outcomes: OutcomeWords.default({}),
  /** Other spellings or the system's own codes of townships and villages. */
  places: z.record(line({ min: 1, max: 60 }), line({ max: 60 })).default({}),
  /** What this system itself counts as resolved: any of these outcomes. Its own definition, not ours. */
  resolved: z.array(z.enum(outcomes)).min(1).default(['agreed']),
})
export type SystemMapping = z.output<typeof SystemMapping>

/** How the exports of several systems are read: one entry a system. */
export const DisputeMapping = z
  .strictObject({
    version: z.literal(1),
    /** Days of receipt that are counted; both ends included. Everything is matched. */
    period: z.strictObject({ from: PlainDate, to: PlainDate }).optional(),
    systems: z.array(SystemMapping).min(1, '至少要有一个系统').max(8),
  })
  .superRefine(({ systems, period }, context) => {
    const codes = systems.map(({ system }) => system)
    for (const [index, code] of codes.entries())
      if (codes.indexOf(code) !== index)
        context.addIssue({ code: 'custom', path: ['systems', index, 'system'], message: `系统代号“${code}”出现了两次` })
    if (period !== undefined && period.from > period.to)
      context.addIssue({ code: 'custom', path: ['period'], message: '统计期的起始日在截止日之后' })
  })
export type DisputeMapping = z.output<typeof DisputeMapping>
