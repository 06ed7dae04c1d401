import { beijingDay } from '@anjie/kernel'
import { unitKindWords } from '../../../locales/zh-CN/common.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { applicationWords as words } from '../../../locales/zh-CN/honours.ts'
import type { ApplicationCase } from './applicationCase.ts'

const STEPS = ['recommend', 'accept', 'propose'] as const

/** 审批表 in the layout of official papers: hidden on the screen, printed instead of it. */
export function ApprovalSheet({ found }: { found: ApplicationCase }) {
  const { state, criteria } = found
  return (
    <article className="paper">
      <h1>{words.paperTitle}</h1>
      <table>
        <tbody>
          <tr>
            <th scope="row">{words.paperUnit}</th>
            <td>{state.unitName}</td>
            <th scope="row">{words.kind}</th>
            <td>{unitKindWords[state.unitKind]}</td>
          </tr>
          <tr>
            <th scope="row">{words.place}</th>
            <td colSpan={3}>
              {state.cityName}
              {state.countyName}
              {state.townshipName}
            </td>
          </tr>
          <tr>
            <th scope="row">{words.paperHonour}</th>
            <td>{state.roundName}</td>
            <th scope="row">{words.year}</th>
            <td>{state.year}</td>
          </tr>
          {criteria.map((criterion) => {
            const answer = state.answers.find((each) => each.criterion === criterion.code)
            return (
              <tr key={criterion.code}>
                <th scope="row">{criterion.name}</th>
                <td colSpan={3}>
                  {words.answers[answer?.answer ?? 'unknown']}
                  {answer?.note === undefined ? '' : `。${answer.note}`}
                </td>
              </tr>
            )
          })}
          <tr>
            <th scope="row">{words.paperStatement}</th>
            <td colSpan={3} style={{ whiteSpace: 'pre-wrap' }}>
              {state.statement}
            </td>
          </tr>
          {STEPS.map((step) => {
            const opinion = state.opinions.findLast((each) => each.action === step)
            return (
              <tr key={step}>
                <th scope="row">{words.paperOpinion[step]}</th>
                <td colSpan={3} style={{ height: '22mm' }}>
                  {opinion?.text}
                  {opinion !== undefined && (
                    <div className="signature">
                      {words.paperSigned(opinion.personName, opinion.post, dayText(beijingDay(opinion.at)))}
                    </div>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </article>
  )
}
