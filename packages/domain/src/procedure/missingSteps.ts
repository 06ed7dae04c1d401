import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Procedure } from '@anjie/contracts/vocabulary/procedure/procedure'
import { PAPER_STEPS, type ProcedurePaper } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import type { AskedPaper } from './askPapers.ts'
import { isPaperOver } from './paperTransitions.ts'
import { PAPER_WORDS, PROCEDURE_STEP_NAMES } from './procedureNames.ts'
import { stepOn } from './procedureTransitions.ts'
import { bestGraded } from './reviewSteps.ts'

const MOST_NAMES = 5

const named = (names: readonly string[]): string =>
  names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join('、')}等${names.length}个` : names.join('、')

/** What every subject, department and team still owes: which step, and of whom. */
export function missingPapers(
  { steps }: Pick<CycleHead, 'steps'>,
  asked: readonly AskedPaper[],
  there: ReadonlyMap<string, { readonly state: ProcedurePaper }>,
): string[] {
  return PAPER_STEPS.flatMap((step) => {
    if (stepOn({ steps }, step) === undefined) return []
    const own = asked.filter((each) => each.step === step)
    if (own.length === 0)
      return [step === 'field-visits' ? '还没有组建考评组' : `“${PROCEDURE_STEP_NAMES[step]}”没有安排对象`]
    const lacking = own.filter(({ id }) => {
      const paper = there.get(id)?.state
      return paper === undefined || !isPaperOver(paper)
    })
    return lacking.length === 0 ? [] : [`${named(lacking.map(({ unitName }) => unitName))}${PAPER_WORDS[step].lacks}`]
  })
}

/** What the veto review lacks for this run: nobody gets the best grade who was not cleared. */
export function missingReview(
  { steps }: Pick<CycleHead, 'steps'>,
  { review }: Pick<Procedure, 'review'>,
  run: Pick<ScoreRunRecord, 'rows'>,
  best: string,
): string[] {
  if (stepOn({ steps }, 'veto-review') === undefined) return []
  if (review === undefined) return ['还没有列出一票否决审查对象']
  const reviewed = new Map(review.candidates.map((each) => [each.subject, each]))
  const rows = bestGraded(run, best)
  const open = rows.filter(({ subject }) => reviewed.get(subject)?.confirmed === undefined)
  const struck = rows.filter(({ subject }) => {
    const candidate = reviewed.get(subject)
    return candidate?.confirmed !== undefined && candidate.finding?.outcome === 'struck'
  })
  return [
    ...(open.length === 0 ? [] : [`${named(open.map(({ name }) => name))}的一票否决审查没有确认`]),
    ...(struck.length === 0
      ? []
      : [
          `${named(struck.map(({ name }) => name))}在一票否决审查中取消了“${best}”资格，计分结果仍为“${best}”，请录入否决数据后重新计分`,
        ]),
  ]
}

/** What the leading group's decision lacks: that there is one, and that it was on this very result. */
export function missingDeliberation(
  { steps }: Pick<CycleHead, 'steps'>,
  { deliberation }: Pick<Procedure, 'deliberation'>,
  { resultHash }: Pick<ScoreRunRecord, 'resultHash'>,
): string[] {
  if (stepOn({ steps }, 'deliberation') === undefined) return []
  if (deliberation?.record?.outcome !== 'approved') return ['领导小组还没有审定']
  return deliberation.resultHash === resultHash ? [] : ['领导小组审定之后结果有变，请重新提请审定']
}
