import { paperWords as words } from '../../../locales/zh-CN/procedure.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { PaperCase } from './paperCase.ts'

/** 征求意见: what is asked and what was answered. */
export function Answer({ found }: { readonly found: PaperCase }) {
  const { consultation } = found.state
  if (consultation === undefined) return null
  const { question, answer } = consultation
  return (
    <section className="panel stack">
      <h2>{words.question}</h2>
      <p className="prose">{question}</p>
      <h2>{words.answer}</h2>
      {answer === undefined ? (
        <p className="quiet">{words.noAnswer}</p>
      ) : (
        <>
          <p>
            <StateMark tone={answer.objects ? 'due' : 'good'}>
              {answer.objects ? words.objects : words.agrees}
            </StateMark>
          </p>
          {answer.text !== '' && <p className="prose">{answer.text}</p>}
        </>
      )}
    </section>
  )
}
