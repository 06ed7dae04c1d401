import type { FormContent, ProgressRow } from '@anjie/contracts/vocabulary/cycles/progressRow'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { formContent, hasContent } from '@anjie/domain/submissions/formContent'
import { beijingDay } from '@anjie/kernel'
import type { Projection } from '../projection.ts'
import type { FactOf } from '../readFact.ts'
import { ownerOfCode, type ProgressOf, viewKeys } from '../viewKeys.ts'
import { orderOfVersion, type Write } from '../write.ts'

/**
 * 填报进度: a small row for each subject of a cycle, for the commission and, where it has a say, for the city. A form is
 * saved hundreds of times, so its row follows its steps, its day, the day on which it was last worked on and the tens of its figures.
 */
export const progress: Projection = (fact) =>
  fact.kind === 'submission' ? ofForm(fact) : fact.kind === 'commission-values' ? ofCommission(fact) : []

function ofForm({ version, before, after: state }: FactOf<'submission'>): readonly Write[] {
  const { status, county, subject, cycleId, finalLevel, updatedAt, dueOn, exception, submittedAt } = state
  const content = formContent(state.values)
  const subjectCode = subject?.code ?? county
  const row: ProgressRow = {
    version,
    status,
    updatedAt,
    content,
    dueOn,
    ...(exception === undefined ? {} : { exceptionReason: exception.reason }),
    ...(submittedAt === undefined ? {} : { submittedAt }),
  }
  const owners = finalLevel === 'county' ? [county] : [cycleId.slice(0, cycleId.indexOf('.')), cityCodeOf(county)]
  const marks = marksOf(state)
  const [form, files] = [
    before === null || !saysTheSame(before, state, content),
    marks.join() !== (before === null ? '' : marksOf(before).join()),
  ]
  return owners.flatMap((owner) => [
    ...(form ? [writeOf(owner, cycleId, 'form', subjectCode, row)] : []),
    ...(files ? [writeOf(owner, cycleId, 'files', subjectCode, { version, updatedAt, files: marks })] : []),
  ])
}

/** Of its files, what tells the content of each from any other: the same file twice in a cycle is found by it. */
const marksOf = ({ evidence }: FactOf<'submission'>['after']): string[] =>
  evidence.flatMap(({ status, mark }) => (status === 'attached' && mark !== undefined ? [mark] : []))

/** While somebody fills in, the row follows when there is content at last, and then by tens of figures. */
const TENS = 10

function saysTheSame(
  before: NonNullable<FactOf<'submission'>['before']>,
  after: FactOf<'submission'>['after'],
  content: FormContent,
): boolean {
  if (before.status !== after.status || before.dueOn !== after.dueOn) return false
  if (beijingDay(before.updatedAt) !== beijingDay(after.updatedAt)) return false
  if (before.values === after.values) return true
  const earlier = formContent(before.values)
  return (
    hasContent(earlier) === hasContent(content) &&
    Math.floor(earlier.reported / TENS) === Math.floor(content.reported / TENS)
  )
}

function ofCommission({ version, after }: FactOf<'commission-values'>): readonly Write[] {
  const { cycleId, subject, updatedAt } = after
  return [writeOf(cycleId.slice(0, cycleId.indexOf('.')), cycleId, 'entered', subject, { version, updatedAt })]
}

const writeOf = (owner: string, cycleId: string, what: ProgressOf, subject: string, document: ProgressRow): Write => ({
  table: 'views',
  ...viewKeys.progressRow(ownerOfCode(owner), cycleId, what, subject),
  order: orderOfVersion(document.version),
  content: { document },
})
