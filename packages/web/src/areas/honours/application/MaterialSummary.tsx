import type { CriterionAnswer } from '@anjie/contracts/vocabulary/honours/application'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { applicationWords as words } from '../../../locales/zh-CN/honours.ts'
import { Summary } from '../../../ui/Summary.tsx'
import type { ApplicationCase } from './applicationCase.ts'

/** What goes out with an application, said once before it is submitted. */
export function MaterialSummary({ found }: { found: ApplicationCase }) {
  const { state, criteria, eligibility } = found
  const answerTo = (code: string): CriterionAnswer['answer'] =>
    state.answers.find(({ criterion }) => criterion === code)?.answer ?? 'unknown'
  const named = (answer: CriterionAnswer['answer']) =>
    criteria.filter(({ code }) => answerTo(code) === answer).map(({ name }) => name)
  return (
    <Summary
      label={words.submitTitle}
      none={commonWords.none}
      lines={[
        {
          label: words.summary.answered,
          tone: 'work',
          entries: [words.summary.met(named('met').length, criteria.length)],
        },
        { label: words.answers['not-met'], tone: 'stop', entries: named('not-met') },
        { label: words.answers.unknown, tone: 'due', entries: named('unknown') },
        {
          label: words.evidence,
          tone: 'work',
          entries: (state.evidence ?? []).filter(({ status }) => status === 'attached').map(({ fileName }) => fileName),
        },
        {
          label: words.summary.unmet,
          tone: 'stop',
          entries: eligibility.filter(({ met }) => !met).map(({ name, reason }) => `${name}：${reason}`),
        },
        {
          label: words.statement,
          tone: state.statement === '' ? 'due' : 'work',
          entries: [state.statement === '' ? words.statementEmpty : words.summary.statement(state.statement.length)],
        },
      ]}
    />
  )
}
