import { beijingDay } from '@anjie/kernel'
import { unitKindWords } from '../../../locales/zh-CN/common.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { applicationWords as words } from '../../../locales/zh-CN/honours.ts'
import { PaperTable } from '../../../ui/PaperTable.tsx'
import type { ApplicationCase } from './applicationCase.ts'

const STEPS = ['recommend', 'accept', 'propose'] as const

/** 审批表 in the layout of official papers: hidden on the screen, printed instead of it. */
export function ApprovalSheet({ found }: { found: ApplicationCase }) {
  const { state, criteria } = found
  return (
    <article className="paper">
      <h1>{words.paperTitle}</h1>
      <PaperTable
        lines={[
          {
            key: 'unit',
            cells: [
              { label: words.paperUnit, content: state.unitName },
              { label: words.kind, content: unitKindWords[state.unitKind] },
            ],
          },
          {
            key: 'place',
            cells: [{ label: words.place, content: `${state.cityName}${state.countyName}${state.townshipName ?? ''}` }],
          },
          {
            key: 'honour',
            cells: [
              { label: words.paperHonour, content: state.roundName },
              { label: words.year, content: state.year },
            ],
          },
          ...criteria.map((criterion) => {
            const answer = state.answers.find((each) => each.criterion === criterion.code)
            const note = answer?.note === undefined ? '' : `。${answer.note}`
            return {
              key: criterion.code,
              cells: [{ label: criterion.name, content: `${words.answers[answer?.answer ?? 'unknown']}${note}` }],
            }
          }),
          { key: 'statement', cells: [{ label: words.paperStatement, content: state.statement }] },
          ...STEPS.map((step) => {
            const opinion = state.opinions.findLast((each) => each.action === step)
            const signed =
              opinion === undefined
                ? undefined
                : words.paperSigned(opinion.personName, opinion.post, dayText(beijingDay(opinion.at)))
            return {
              key: step,
              isOpinion: true,
              cells: [
                {
                  label: words.paperOpinion[step],
                  content: (
                    <>
                      {opinion?.text}
                      {signed !== undefined && <div className="signature">{signed}</div>}
                    </>
                  ),
                },
              ],
            }
          }),
        ]}
      />
    </article>
  )
}
