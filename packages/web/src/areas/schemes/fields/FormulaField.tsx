import { periodPhrases } from '@anjie/domain/scoring/formula/clause'
import { formulaFunctions } from '@anjie/domain/scoring/formula/index'
import { plainText } from '@anjie/kernel'
import { useId, useMemo, useRef, useState } from 'react'
import { formulaWords as words } from '../../../locales/zh-CN/schemes.ts'
import { Choice } from '../../../ui/form/Choice.tsx'
import { shortFigure } from '../../../ui/shortFigure.ts'
import { Table } from '../../../ui/table/Table.tsx'
import { type FormulaItem, type FormulaTrial, insertAt, segmentsOf, tryFormula } from './tryFormula.ts'
import './FormulaField.css'

interface FormulaFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly items: readonly FormulaItem[]
  /** How the rule treats figures that are not there. */
  readonly missing: unknown
  readonly disabled: boolean
}

const EMPTY: ReadonlyMap<string, string> = new Map()
const PERIODS = Object.values(periodPhrases).filter((phrase) => phrase !== '')

/** A formula with help while it is typed: names and functions to put in, what is wrong and where, and what it gives. */
export function FormulaField({ label, value, onChange, items, missing, disabled }: FormulaFieldProps) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState(EMPTY)
  const trial = useMemo(
    () => (value.trim() === '' ? undefined : tryFormula(value, items, typed, missing)),
    [value, items, typed, missing],
  )
  const faulty = trial !== undefined && (trial.problems.length > 0 || trial.unknown.length > 0)

  const insert = (piece: string, caretBack = 0) => {
    const field = area.current
    const start = field?.selectionStart ?? value.length
    const end = field?.selectionEnd ?? value.length
    const next = insertAt(value, start, end, piece, caretBack)
    onChange(next.text)
    // The caret goes where the author writes on, once the new text stands in the field.
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(next.caret, next.caret)
    })
  }

  return (
    <div className="rule-field wide formula-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={area}
        id={id}
        className="plain-input"
        rows={Math.min(6, 2 + Math.floor(value.length / 60))}
        value={value}
        disabled={disabled}
        spellCheck={false}
        aria-invalid={faulty}
        aria-describedby={`${id}-said`}
        data-testid="formula-text"
        onChange={(event) => onChange(event.target.value)}
      />
      {!disabled && (
        <div className="row">
          <Choice
            isInline
            aria-label={words.insertItem}
            data-testid="formula-insert-item"
            value=""
            none={words.insertItem}
            choices={items.map((item) => ({
              value: item.name,
              label: `${item.name}${item.unit === '' ? '' : `（${item.unit}）`}`,
            }))}
            onChange={(chosen) => insert(`[${chosen}]`)}
          />
          <Choice
            isInline
            aria-label={words.insertFunction}
            data-testid="formula-insert-function"
            value=""
            none={words.insertFunction}
            choices={[
              ...[...formulaFunctions.values()].map(({ names, usage }) => ({ value: names[0] ?? '', label: usage })),
              ...PERIODS.map((period) => ({ value: period, label: period, group: words.periods })),
            ]}
            onChange={(chosen) => {
              // A period is written around an item, and the item stands in brackets of its own.
              if (PERIODS.includes(chosen)) insert(`${chosen}([])`, 2)
              else insert(`${chosen}()`, 1)
            }}
          />
        </div>
      )}
      <div id={`${id}-said`}>
        {trial === undefined ? (
          <p className="quiet small">{words.empty}</p>
        ) : (
          <Said text={value} trial={trial} onType={(key, text) => setTyped(new Map(typed).set(key, text))} />
        )}
      </div>
    </div>
  )
}

interface SaidProps {
  readonly text: string
  readonly trial: FormulaTrial
  readonly onType: (key: string, text: string) => void
}

function Said({ text, trial, onType }: SaidProps) {
  const { problems, unknown, examples, value } = trial
  if (problems.length > 0)
    return (
      <div role="status" data-testid="formula-problems">
        <p className="formula-marked">
          <span className="visually-hidden">{words.where}：</span>
          {segmentsOf(text, problems).map((segment) =>
            segment.wrong ? <mark key={segment.at}>{segment.text}</mark> : segment.text,
          )}
        </p>
        <ul className="error-text small">
          {problems.map((problem) => (
            <li key={`${problem.at} ${problem.message}`}>{problem.message}</li>
          ))}
        </ul>
      </div>
    )
  return (
    <div>
      {unknown.length > 0 && (
        <ul className="error-text small" role="status" data-testid="formula-problems">
          {unknown.map((name) => (
            <li key={name}>{words.unknownItem(name)}</li>
          ))}
        </ul>
      )}
      {examples.length > 0 && (
        <Table
          caption={words.examples}
          withCaption
          isHeadless
          rows={examples}
          rowKey={(example) => example.key}
          columns={[
            {
              key: 'item',
              name: words.insertItem,
              text: (example) => `${periodPhrases[example.shift]}${example.name}`,
              show: (example) => (
                <>
                  {periodPhrases[example.shift]}
                  {example.name} <span className="quiet small">{example.unit}</span>
                </>
              ),
              isRowHead: true,
            },
            {
              key: 'value',
              name: words.value,
              text: (example) => example.text,
              show: (example) => (
                <input
                  className="plain-input"
                  aria-label={words.exampleOf(`${periodPhrases[example.shift]}${example.name}`)}
                  inputMode="decimal"
                  value={example.text}
                  onChange={(event) => onType(example.key, event.target.value)}
                />
              ),
            },
          ]}
        />
      )}
      {value !== undefined && (
        <p role="status" data-testid="formula-value">
          {words.value} <Outcome value={value} />
        </p>
      )}
    </div>
  )
}

function Outcome({ value }: { value: NonNullable<FormulaTrial['value']> }) {
  switch (value.kind) {
    case 'number':
      return <strong>{shortFigure(plainText(value.value))}</strong>
    case 'boolean':
      return <strong>{value.value ? words.yes : words.no}</strong>
    default:
      return (
        <span>
          {words.reasons[value.kind]}：{value.reason}
        </span>
      )
  }
}
