import { countWords } from '@anjie/domain/counting/countedWords'
import { countRows } from '@anjie/domain/counting/countRows'
import { Figures } from '@anjie/domain/scoring/figures'
import type { Beside } from '@anjie/domain/scoring/relations/index'
import { besidesOf } from '@anjie/domain/submissions/besides'
import type { Form } from '@anjie/domain/submissions/form'
import { beijingDay, Decimal } from '@anjie/kernel'
import { holderOf } from '../counting/drawCounted.ts'
import { ledgerOf } from '../counting/ledgers/index.ts'
import type { QueryContext } from '../ports.ts'
import { inOtherForms } from './figuresElsewhere.ts'
import type { RuledForm } from './formOfCycle.ts'

type Asking = Pick<QueryContext, 'store' | 'scope' | 'now'>
type CheckOf<K> = Extract<Form['checks'][number], { kind: K }>

/**
 * 台账和其他表中的数 by the number of the check. While the form is in work, as they stand; once it is handed in, as they stood
 * then: whoever reads it above need not read the ledger or the other form.
 */
export async function findBesides(context: Asking, found: RuledForm): Promise<ReadonlyMap<number, Beside>> {
  const { form, record } = found
  const asked = form.checks.flatMap((check, index) =>
    check.kind === 'ledger' || check.kind === 'other-form' ? [{ check, index }] : [],
  )
  if (asked.length === 0) return new Map()
  if (record.state.status !== 'draft') return besidesOf(record.state.beside)
  const elsewhere = asked.some(({ check }) => check.kind === 'other-form') ? await inOtherForms(context, found) : []
  const besides = await Promise.all(
    asked.map(async ({ check, index }) => {
      const beside =
        check.kind === 'ledger' ? await inLedger(context, found, check) : inForms(found.form, check, elsewhere)
      return beside === undefined ? [] : [[index, beside] as const]
    }),
  )
  return new Map(besides.flat())
}

async function inLedger(
  { store, now }: Asking,
  { form, record }: RuledForm,
  { item, countedFrom }: CheckOf<'ledger'>,
): Promise<Beside | undefined> {
  const own = form.items.find(({ code }) => code === item)
  const { source } = countedFrom
  const day = beijingDay(now)
  const read = await ledgerOf(source).read(store, source, holderOf(record.state), [form.period], day)
  if (own === undefined || read === undefined) return undefined
  const { figure } = countRows({ ...own, countedFrom }, form.period, read.reading, day)
  const from = countWords(countedFrom)
  return figure.status === 'reported'
    ? { from, value: new Decimal(figure.value) }
    : { from, value: null, note: figure.note }
}

/** Of several other forms the first that has the figure; shorter periods are put together as the scoring puts them together. */
function inForms(
  { items, period }: Form,
  { item }: CheckOf<'other-form'>,
  elsewhere: Awaited<ReturnType<typeof inOtherForms>>,
): Beside | undefined {
  const subject = { code: 'other', name: '', group: '' }
  for (const [from, figures] of Map.groupBy(elsewhere, (each) => each.from)) {
    const values = figures.map(({ value }) => ({ ...value, subject: subject.code }))
    const cell = new Figures(items, [subject], values, period, new Map()).subject(subject.code)?.cell(item)
    if (cell?.status === 'reported' && !cell.assumed) return { from, value: cell.value }
  }
  return undefined
}
