import type { CountedFrom } from '@anjie/contracts/vocabulary/counting/countedFrom'
import { emptyOf, type FieldSpec, switched } from '@anjie/contracts/vocabulary/schemes/fieldSpec'
import { choiceLabel, fieldLabel } from '@anjie/contracts/vocabulary/schemes/ruleWords'
import { useId } from 'react'
import { whenShown } from '../../../app/whenShown.tsx'
import { schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
import { Choice } from '../../../ui/form/Choice.tsx'
import { Picker } from '../../../ui/picker/Picker.tsx'
import { PickMany } from '../../../ui/picker/PickMany.tsx'
import { FormulaField } from './FormulaField.tsx'
import { MethodChoice } from './MethodChoice.tsx'
import { narrowed } from './narrowed.ts'
import type { SchemeNames } from './schemeNames.ts'
import './FieldInput.css'
import '../../../ui/form/fields.css'

const CountedFields = whenShown(() => import('../counted/CountedFields.tsx'))

export interface FieldInputProps {
  readonly spec: FieldSpec
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  /** Field name, and the list or object that it stands in. */
  readonly name: string
  readonly inside?: string
  readonly names: SchemeNames
  readonly disabled: boolean
  readonly hidden?: readonly string[]
  /** The field may be left out: a choice then has an empty entry. */
  readonly clearable?: boolean
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : String(value)
const entriesOf = (value: unknown): Map<string, unknown> =>
  new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [])

/** The form of any part of a scheme, made from its schema: fields, lists, choices and variants, each with its Chinese name. */
export function FieldInput(props: FieldInputProps) {
  const { spec } = props
  switch (spec.kind) {
    case 'object':
      return <ObjectInput {...props} spec={spec} />
    case 'variants':
      return <VariantsInput {...props} spec={spec} />
    case 'list':
      return spec.of.kind === 'code' || spec.of.kind === 'text' ? (
        <WordsInput {...props} />
      ) : (
        <ListInput {...props} spec={spec} />
      )
    case 'map':
      return <MapInput {...props} spec={spec} />
    case 'constant':
      return null
    default:
      return <PlainInput {...props} />
  }
}

function Label({ htmlFor, props }: { htmlFor?: string; props: Pick<FieldInputProps, 'name' | 'inside'> }) {
  const text = fieldLabel(props.name, props.inside)
  return htmlFor === undefined ? <span className="label">{text}</span> : <label htmlFor={htmlFor}>{text}</label>
}

function PlainInput({ spec, value, onChange, name, inside, names, disabled, clearable = false }: FieldInputProps) {
  const id = useId()
  const label = <Label htmlFor={id} props={{ name, ...(inside === undefined ? {} : { inside }) }} />
  switch (spec.kind) {
    case 'choice':
      return (
        <div className="rule-field">
          {label}
          <Choice
            id={id}
            value={textOf(value)}
            disabled={disabled}
            choices={spec.values.map((each) => ({ value: each, label: choiceLabel(name, each) }))}
            onChange={onChange}
            {...(clearable || !spec.values.includes(textOf(value)) ? { none: clearable ? words.asScheme : '' } : {})}
          />
        </div>
      )
    case 'flag':
      return (
        <div className="rule-field at-end">
          <label htmlFor={id} className="inline">
            <input
              id={id}
              type="checkbox"
              checked={value === true}
              disabled={disabled}
              onChange={(event) => onChange(event.target.checked)}
            />{' '}
            {fieldLabel(name, inside)}
          </label>
        </div>
      )
    case 'code': {
      const options = names.optionsFor(name)
      if (options === undefined) break
      return (
        <div className="rule-field">
          {label}
          <Picker
            id={id}
            label={fieldLabel(name, inside)}
            value={textOf(value)}
            placeholder={words.choose}
            disabled={disabled}
            options={options}
            onChange={onChange}
          />
        </div>
      )
    }
    case 'integer':
      return (
        <div className="rule-field">
          {label}
          <input
            type="text"
            className="control"
            id={id}
            inputMode="numeric"
            value={textOf(value)}
            disabled={disabled}
            onChange={(event) => {
              const typed = narrowed(event.target.value)
              onChange(/^\d{1,9}$/.test(typed) ? Number(typed) : typed)
            }}
          />
        </div>
      )
    case 'decimal':
      return (
        <div className="rule-field">
          {label}
          <input
            type="text"
            className="control"
            id={id}
            inputMode="decimal"
            value={textOf(value)}
            disabled={disabled}
            onChange={(event) => onChange(narrowed(event.target.value))}
          />
        </div>
      )
    default:
      break
  }
  const long = LONG_TEXTS.includes(name)
  return (
    <div className={`rule-field ${long ? 'wide' : ''}`}>
      {label}
      {long ? (
        <textarea
          className="control growing"
          id={id}
          rows={1}
          value={textOf(value)}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          type="text"
          className="control"
          id={id}
          value={textOf(value)}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  )
}

/** Texts of some length, which get a line of their own. */
const LONG_TEXTS = ['text', 'definition', 'formula', 'note']

/** A text in the language of formulas: that of the rule 公式, and that of a calculated data item. */
const isFormula = (name: string, siblings: ReadonlyMap<string, unknown>): boolean =>
  name === 'formula' || (name === 'text' && siblings.get('method') === 'formula')

const isWide = (spec: FieldSpec): boolean =>
  spec.kind === 'list' || spec.kind === 'object' || spec.kind === 'variants' || spec.kind === 'map'

function ObjectInput(props: FieldInputProps & { spec: Extract<FieldSpec, { kind: 'object' }> }) {
  const { spec, value, onChange, names, disabled, hidden = [] } = props
  const entries = entriesOf(value)
  const put = (name: string, next: unknown) => {
    const changed = new Map(entries)
    if (next === undefined) changed.delete(name)
    else changed.set(name, next)
    onChange(Object.fromEntries(changed))
  }
  return (
    <div className="rule-form">
      {spec.fields
        .filter((field) => field.spec.kind !== 'constant' && !hidden.includes(field.name))
        .map((field) => {
          const wide = isWide(field.spec)
          const given = entries.get(field.name)
          const simple = !wide && field.spec.kind !== 'flag'
          return (
            <div
              key={field.name}
              data-field={field.name}
              className={wide || LONG_TEXTS.includes(field.name) ? 'wide' : ''}
            >
              {field.name === 'countedFrom' ? (
                <CountedFields
                  from={given as CountedFrom | undefined}
                  isOptional={field.optional}
                  subjectKind={names.subjectKind}
                  editable={!disabled}
                  onChange={(next) => put(field.name, next)}
                />
              ) : field.optional && !simple ? (
                <Optional
                  label={fieldLabel(field.name, props.name)}
                  given={given !== undefined}
                  disabled={disabled}
                  onToggle={(wanted) => put(field.name, wanted ? emptyOf(field.spec) : undefined)}
                >
                  <FieldInput
                    spec={field.spec}
                    value={given}
                    name={field.name}
                    inside={props.name}
                    names={names}
                    disabled={disabled}
                    onChange={(next) => put(field.name, next)}
                  />
                </Optional>
              ) : isFormula(field.name, entries) ? (
                <FormulaField
                  label={fieldLabel(field.name, props.name)}
                  value={textOf(given)}
                  items={names.formulaItems}
                  missing={entries.get('missing')}
                  disabled={disabled}
                  onChange={(next) => put(field.name, field.optional && next === '' ? undefined : next)}
                />
              ) : (
                <FieldInput
                  spec={field.spec}
                  value={given}
                  name={field.name}
                  inside={props.name}
                  names={names}
                  disabled={disabled}
                  clearable={field.optional}
                  // An optional field that was cleared is left out, not kept as an empty text.
                  onChange={(next) => put(field.name, field.optional && next === '' ? undefined : next)}
                />
              )}
            </div>
          )
        })}
    </div>
  )
}

function Optional(props: {
  label: string
  given: boolean
  disabled: boolean
  onToggle: (wanted: boolean) => void
  children: React.ReactNode
}) {
  const id = useId()
  return (
    <div className="rule-field">
      <label htmlFor={id} className="inline">
        <input
          id={id}
          type="checkbox"
          checked={props.given}
          disabled={props.disabled}
          onChange={(event) => props.onToggle(event.target.checked)}
        />{' '}
        {words.uses(props.label)}
      </label>
      {props.given && <div className="rule-list">{props.children}</div>}
    </div>
  )
}

function VariantsInput(props: FieldInputProps & { spec: Extract<FieldSpec, { kind: 'variants' }> }) {
  const { spec, value, onChange, name, inside, names, disabled, hidden = [] } = props
  const id = useId()
  const tag = textOf(entriesOf(value).get(spec.tag))
  const variant = spec.variants.find((each) => each.tag === tag)
  const hasFields = variant?.spec.fields.some((field) => field.name !== spec.tag) === true
  return (
    <div className="rule-field">
      {spec.tag === 'method' ? (
        <MethodChoice
          value={tag}
          offered={spec.variants.map((each) => each.tag)}
          names={names}
          disabled={disabled}
          onChange={(method) => onChange(switched(spec, value, method))}
        />
      ) : (
        <>
          <label htmlFor={id}>{fieldLabel(name, inside)}</label>
          <Choice
            id={id}
            value={tag}
            disabled={disabled}
            choices={spec.variants.map((each) => ({ value: each.tag, label: choiceLabel(name, each.tag) }))}
            onChange={(chosen) => onChange(switched(spec, value, chosen))}
            {...(variant === undefined ? { none: '' } : {})}
          />
        </>
      )}
      {variant !== undefined && hasFields && (
        <div className="below">
          <ObjectInput
            spec={variant.spec}
            value={value}
            name={name}
            names={names}
            disabled={disabled}
            onChange={onChange}
            hidden={[spec.tag, ...hidden]}
          />
        </div>
      )}
    </div>
  )
}

function ListInput(props: FieldInputProps & { spec: Extract<FieldSpec, { kind: 'list' }> }) {
  const { spec, value, onChange, name, inside, names, disabled } = props
  const entries: readonly unknown[] = Array.isArray(value) ? value : []
  const label = fieldLabel(name, inside)
  return (
    <fieldset className="rule-list">
      <legend>{label}</legend>
      {entries.map((entry, index) => (
        <div className="entry" key={index} data-entry={index}>
          <FieldInput
            spec={spec.of}
            value={entry}
            name={name}
            names={names}
            disabled={disabled}
            onChange={(next) => onChange(entries.with(index, next))}
          />
          <button
            type="button"
            className="plain"
            aria-label={words.removeEntry(label, index + 1)}
            disabled={disabled || entries.length <= spec.least}
            onClick={() => onChange(entries.toSpliced(index, 1))}
          >
            {words.remove}
          </button>
        </div>
      ))}
      {!disabled && entries.length < spec.most && (
        <div>
          <button type="button" className="plain" onClick={() => onChange([...entries, emptyOf(spec.of)])}>
            {words.addEntry(label)}
          </button>
        </div>
      )}
    </fieldset>
  )
}

function WordsInput({ spec, value, onChange, name, inside, names, disabled }: FieldInputProps) {
  const id = useId()
  const options = spec.kind === 'list' && spec.of.kind === 'code' ? names.optionsFor(name) : undefined
  return (
    <div className="rule-field">
      <label htmlFor={id}>{fieldLabel(name, inside)}</label>
      <PickMany
        id={id}
        label={fieldLabel(name, inside)}
        values={Array.isArray(value) ? value.map(String) : []}
        options={options}
        disabled={disabled}
        onChange={onChange}
      />
    </div>
  )
}

function MapInput({
  spec,
  value,
  onChange,
  name,
  inside,
  names,
  disabled,
}: FieldInputProps & { spec: Extract<FieldSpec, { kind: 'map' }> }) {
  const entries = entriesOf(value)
  const known = names.groups.map((group) => group.value)
  const keys = [...known, ...[...entries.keys()].filter((key) => !known.includes(key))]
  return (
    <fieldset className="rule-list">
      <legend>{fieldLabel(name, inside)}</legend>
      <div className="rule-form">
        {keys.map((key) => (
          <KeyedInput
            key={key}
            label={names.groups.find((group) => group.value === key)?.label ?? key}
            value={textOf(entries.get(key))}
            disabled={disabled || spec.of.kind !== 'decimal'}
            onChange={(text) => {
              const next = new Map(entries)
              if (text === '') next.delete(key)
              else next.set(key, text)
              onChange(Object.fromEntries(next))
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}

function KeyedInput(props: { label: string; value: string; disabled: boolean; onChange: (text: string) => void }) {
  const id = useId()
  return (
    <div className="rule-field">
      <label htmlFor={id}>{props.label}</label>
      <input
        type="text"
        className="control"
        id={id}
        value={props.value}
        disabled={props.disabled}
        onChange={(event) => props.onChange(narrowed(event.target.value))}
      />
    </div>
  )
}
