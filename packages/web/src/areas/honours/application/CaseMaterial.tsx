import type { ApplicationSection, CriterionAnswer } from '@anjie/contracts/vocabulary/honours/application'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { applicationWords as words } from '../../../locales/zh-CN/honours.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import type { ApplicationCase } from './applicationCase.ts'
import './CaseMaterial.css'
import { CriterionFiles } from './CriterionFiles.tsx'
import { FormSection } from './FormSection.tsx'
import { SectionStates, sectionAnchor } from './SectionStates.tsx'
import '../../../ui/form/criterion.css'
import { RadioField } from '../../../ui/form/RadioField.tsx'

interface CaseMaterialProps {
  readonly found: ApplicationCase
  readonly editable: boolean
  readonly answers: readonly CriterionAnswer[]
  readonly statement: string
  readonly onAnswers: (answers: CriterionAnswer[]) => void
  readonly onStatement: (statement: string) => void
  readonly seen: readonly ApplicationSection[]
  /** Somebody who fills it in has come to this section. */
  readonly onSeen: (section: ApplicationSection) => void
}

const ANSWERS = ['met', 'not-met', 'unknown'] as const
const TONES = { met: 'good', 'not-met': 'stop', unknown: 'off' } as const

/** What the unit says of itself, criterion by criterion, and what the rules make of it. */
export function CaseMaterial(props: CaseMaterialProps) {
  const { found, editable, answers, statement, onAnswers, onStatement, seen, onSeen } = props
  const answerTo = (code: string): CriterionAnswer =>
    answers.find((answer) => answer.criterion === code) ?? { criterion: code, answer: 'unknown' }
  const put = (changed: CriterionAnswer) =>
    onAnswers(
      found.criteria.map((criterion) => (criterion.code === changed.criterion ? changed : answerTo(criterion.code))),
    )
  const hasFiles = editable || (found.state.evidence ?? []).length > 0
  return (
    <div>
      {editable && (
        <section className="panel">
          <SectionStates
            material={{ answers: [...answers], statement, evidence: found.state.evidence, seen: [...seen] }}
            criteria={found.criteria}
          />
        </section>
      )}
      <FormSection id={sectionAnchor('criteria')} onSeen={() => onSeen('criteria')}>
        <h2>{words.criteria}</h2>
        {found.criteria.map((criterion) => {
          const answer = answerTo(criterion.code)
          return (
            <fieldset className="criterion" key={criterion.code}>
              <legend>{criterion.name}</legend>
              <p className="quiet small prose">{criterion.clause}</p>
              {editable ? (
                <>
                  <RadioField
                    value={answer.answer}
                    choices={ANSWERS.map((value) => ({ value, label: words.answers[value] }))}
                    onChange={(value) => put({ ...answer, answer: value })}
                  />
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
      </FormSection>
      {hasFiles && (
        <FormSection id={sectionAnchor('evidence')} onSeen={() => onSeen('evidence')}>
          <h2>{words.evidence}</h2>
          <p className="quiet small">{words.photosHint}</p>
          {found.criteria.map((criterion) => (
            <fieldset className="criterion" key={criterion.code}>
              <legend>{criterion.name}</legend>
              <CriterionFiles found={found} criterion={criterion} editable={editable} />
            </fieldset>
          ))}
        </FormSection>
      )}
      <FormSection id={sectionAnchor('statement')} onSeen={() => onSeen('statement')}>
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
      </FormSection>
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
