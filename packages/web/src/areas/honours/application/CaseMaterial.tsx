import type { CriterionAnswer } from '@anjie/contracts/vocabulary/honours/application'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { applicationWords as words } from '../../../locales/zh-CN/honours.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import type { ApplicationCase } from './applicationCase.ts'
import './CaseMaterial.css'

interface CaseMaterialProps {
  readonly found: ApplicationCase
  readonly editable: boolean
  readonly answers: readonly CriterionAnswer[]
  readonly statement: string
  readonly onAnswers: (answers: CriterionAnswer[]) => void
  readonly onStatement: (statement: string) => void
}

const ANSWERS = ['met', 'not-met', 'unknown'] as const
const TONES = { met: 'good', 'not-met': 'stop', unknown: 'off' } as const

/** What the unit says of itself, criterion by criterion, and what the rules make of it. */
export function CaseMaterial({ found, editable, answers, statement, onAnswers, onStatement }: CaseMaterialProps) {
  const answerTo = (code: string): CriterionAnswer =>
    answers.find((answer) => answer.criterion === code) ?? { criterion: code, answer: 'unknown' }
  const put = (changed: CriterionAnswer) =>
    onAnswers(
      found.criteria.map((criterion) => (criterion.code === changed.criterion ? changed : answerTo(criterion.code))),
    )
  return (
    <div>
      <section className="panel">
        <h2>{words.criteria}</h2>
        {found.criteria.map((criterion) => {
          const answer = answerTo(criterion.code)
          return (
            <fieldset className="criterion" key={criterion.code}>
              <legend>{criterion.name}</legend>
              <p className="quiet small prose">{criterion.clause}</p>
              {editable ? (
                <>
                  <div className="row">
                    {ANSWERS.map((each) => (
                      <label key={each}>
                        <input
                          type="radio"
                          name={criterion.code}
                          checked={answer.answer === each}
                          onChange={() => put({ ...answer, answer: each })}
                        />{' '}
                        {words.answers[each]}
                      </label>
                    ))}
                  </div>
                  <TextField
                    label={`${criterion.name}${words.note}`}
                    value={answer.note ?? ''}
                    most={500}
                    onChange={(note) =>
                      put({ criterion: criterion.code, answer: answer.answer, ...(note === '' ? {} : { note }) })
                    }
                  />
                </>
              ) : (
                <p>
                  <StateMark tone={TONES[answer.answer]}>{words.answers[answer.answer]}</StateMark>
                  {answer.note !== undefined && <span className="prose"> {answer.note}</span>}
                </p>
              )}
            </fieldset>
          )
        })}
      </section>
      <section className="panel">
        {editable ? (
          <TextField
            label={words.statement}
            value={statement}
            rows={8}
            most={3000}
            hint={words.statementHint}
            onChange={onStatement}
          />
        ) : (
          <>
            <h2>{words.statement}</h2>
            <p className="prose">{statement === '' ? words.statementEmpty : statement}</p>
          </>
        )}
      </section>
      {found.eligibility.length > 0 && (
        <section className="panel">
          <h2>{words.eligibility}</h2>
          <Table
            caption={words.eligibility}
            isHeadless
            rows={found.eligibility}
            rowKey={(line) => line.name}
            columns={[
              { key: 'name', name: words.eligibility, text: (line) => line.name, isRowHead: true },
              {
                key: 'met',
                name: commonWords.status,
                text: (line) => (line.met ? words.met : words.unmet),
                show: (line) => (
                  <StateMark tone={line.met ? 'good' : 'stop'}>{line.met ? words.met : words.unmet}</StateMark>
                ),
              },
              { key: 'reason', name: commonWords.reason, wraps: true, text: (line) => line.reason },
            ]}
          />
        </section>
      )}
    </div>
  )
}
