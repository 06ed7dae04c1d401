import type { FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { Decimal } from '@anjie/kernel'
import type { Cell } from '../scoring/cell.ts'
import { askedAboveSurvey } from '../scoring/relations/index.ts'
import { NOTHING_AROUND, relationFigures } from './crossChecks.ts'
import type { Form } from './form.ts'

/** 审核疑问: something that a reviewer may want to ask about. It is a question; what it means is for people to find out. */
export interface ReviewSignal {
  readonly kind: 'round-figures' | 'same-file' | 'above-survey'
  /** Where a click leads; null where it is about the form as a whole. */
  readonly item: string | null
  readonly question: string
}

/** Below that a multiple of ten says nothing: of small counts many are. */
const LEAST_FIGURE = 100
/** Of fewer figures half are easily round by chance: of eight, five or more happen once in two thousand forms. */
const LEAST_COUNT = 8

/** 整十数偏多: by chance one figure in ten ends in nought. */
export function roundFigures(form: Form, values: readonly FormValue[]): ReviewSignal[] {
  const percent = new Set(form.cells.flatMap(({ item }) => (item.unit === '%' ? [item.code] : [])))
  const counted = values.flatMap((value) => {
    if (value.status !== 'reported' || percent.has(value.item)) return []
    const figure = new Decimal(value.value)
    return figure.abs().gte(LEAST_FIGURE) ? [figure] : []
  })
  const round = counted.filter((figure) => figure.mod(10).isZero()).length
  if (counted.length < LEAST_COUNT || round * 2 <= counted.length) return []
  return [
    {
      kind: 'round-figures',
      item: null,
      question: `不小于${LEAST_FIGURE}的${counted.length}个数中有${round}个是整十数，是按台账统计的还是估计的？`,
    },
  ]
}

/** A file of another unit in the same cycle, by what tells its content from any other. */
export interface FileElsewhere {
  readonly mark: string
  readonly unit: string
}

/** 同一文件: the very same content attached more than once, in this form or by another unit in the cycle. */
export function sameFiles(
  form: Form,
  { evidence }: Pick<Submission, 'evidence'>,
  elsewhere: readonly FileElsewhere[],
): ReviewSignal[] {
  const names = new Map(form.items.map(({ code, name }) => [code, name]))
  const attached = evidence.filter(({ status, mark }) => status === 'attached' && mark !== undefined)
  const byMark = Map.groupBy(attached, ({ mark }) => mark)
  return [...byMark.values()].flatMap((files): ReviewSignal[] => {
    const [first] = files
    if (first === undefined) return []
    const items = [...new Set(files.map(({ item }) => names.get(item) ?? item))]
    const units = [...new Set(elsewhere.filter(({ mark }) => mark === first.mark).map(({ unit }) => unit))]
    const within = items.length > 1 ? [`“${first.fileName}”同时附在${items.join('、')}之下`] : []
    const beyond = units.length > 0 ? [`“${first.fileName}”与${units.join('、')}所附的一个文件内容完全相同`] : []
    return [...within, ...beyond].map((said) => ({
      kind: 'same-file',
      item: first.item,
      question: `${said}，是共用的材料还是误传？`,
    }))
  })
}

/** 高于民调, for whoever may see the survey's figures. */
export function aboveSurvey(form: Form, values: readonly FormValue[], survey: readonly FormValue[]): ReviewSignal[] {
  const heard = relationFigures(form, survey, NOTHING_AROUND)
  const figures = relationFigures(form, values, NOTHING_AROUND, (item): Cell | undefined => heard.cell(item))
  return form.checks.flatMap((check): ReviewSignal[] => {
    const question = check.kind === 'above-survey' ? askedAboveSurvey(check, figures) : null
    return question === null || check.kind !== 'above-survey'
      ? []
      : [{ kind: 'above-survey', item: check.item, question }]
  })
}
