import type { CountCondition, CountedFrom, CountOperator } from '@anjie/contracts/vocabulary/counting/countedFrom'
import { CountedFrom as CountedFromSchema } from '@anjie/contracts/vocabulary/counting/countedFrom'
import {
  COUNT_FIGURE_NAMES,
  COUNT_OPERATOR_NAMES,
  COUNT_PERIOD_NAMES,
} from '@anjie/contracts/vocabulary/counting/countWords'
import { COUNT_SOURCE_NAMES } from '@anjie/contracts/vocabulary/counting/sources/index'
import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { choiceLabel, fieldLabel } from '@anjie/contracts/vocabulary/schemes/ruleWords'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { UNIT_KINDS } from '@anjie/contracts/vocabulary/units/unitKind'
import { countedWords } from '@anjie/domain/counting/countedWords'
import { isFilledBySubject, ledgerKey } from '@anjie/domain/cycles/countedFindings'
import { DISPUTE_LEDGER } from '@anjie/domain/disputes/disputeLedger'
import { DUTY_EVENTS_LEDGER, DUTY_ROUTINE_LEDGER } from '@anjie/domain/posts/duty-lists/dutyLedgers'
import { DUTY_POST_LEDGER } from '@anjie/domain/posts/dutyPostLedger'
import { RECTIFICATION_LEDGER } from '@anjie/domain/supervision/rectificationLedger'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { registerWords } from '../../../locales/zh-CN/registers.ts'
import { schemeWords, countedWords as words } from '../../../locales/zh-CN/schemes.ts'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PickerField } from '../../../ui/picker/PickerField.tsx'
import { narrowed } from '../fields/narrowed.ts'
import '../fields/FieldInput.css'
import {
  columnsOf,
  conditionOn,
  EMPTY_COUNT,
  type OfferedColumn,
  operatorsFor,
  valuesOf,
  withFigure,
  withOperator,
  withPeriod,
  withSource,
  withValue,
} from './countedDraft.ts'

/** Ledgers of which there is one in every county. */
const SINGLE = {
  rectifications: {
    source: { kind: 'rectifications', name: RECTIFICATION_LEDGER.name },
    ledger: RECTIFICATION_LEDGER,
    rowsOf: UNIT_KINDS,
  },
  'duty-posts': {
    source: { kind: 'duty-posts', name: DUTY_POST_LEDGER.name },
    ledger: DUTY_POST_LEDGER,
    rowsOf: UNIT_KINDS,
  },
  disputes: { source: { kind: 'disputes', name: DISPUTE_LEDGER.name }, ledger: DISPUTE_LEDGER, rowsOf: 'county' },
  'duty-routine': {
    source: { kind: 'duty-routine', name: DUTY_ROUTINE_LEDGER.name },
    ledger: DUTY_ROUTINE_LEDGER,
    rowsOf: 'posts',
  },
  'duty-events': {
    source: { kind: 'duty-events', name: DUTY_EVENTS_LEDGER.name },
    ledger: DUTY_EVENTS_LEDGER,
    rowsOf: 'posts',
  },
} as const

interface CountedFieldsProps {
  readonly from: CountedFrom | undefined
  /** A figure need not be counted; what is checked against a ledger must be. */
  readonly isOptional: boolean
  readonly subjectKind: Scheme['subjectKind']
  readonly editable: boolean
  readonly onChange: (from: CountedFrom | undefined) => void
}

/** 台账取数: register, rows and figure chosen by their names out of the register's own definition. */
export default function CountedFields({ from, isOptional, subjectKind, editable, onChange }: CountedFieldsProps) {
  if (from === undefined && !editable) return null
  return (
    <div className="rule-list">
      {isOptional && (
        <CheckField
          checked={from !== undefined}
          disabled={!editable}
          onChange={(wanted) => onChange(wanted ? EMPTY_COUNT : undefined)}
        >
          {words.counts}
        </CheckField>
      )}
      {from !== undefined && <Chosen from={from} subjectKind={subjectKind} editable={editable} onChange={onChange} />}
    </div>
  )
}

interface ChosenProps {
  readonly from: CountedFrom
  readonly subjectKind: Scheme['subjectKind']
  readonly editable: boolean
  readonly onChange: (from: CountedFrom) => void
}

function Chosen({ from, subjectKind, editable, onChange }: ChosenProps) {
  const province = provinceCodeOf(useMe().jurisdiction.code)
  const registers = useRead(OPERATIONS.listRegisters, { query: {} }, { enabled: editable }).data?.registers ?? []
  const { source } = from
  const { name } = source
  const code = source.kind === 'register' ? source.register : ''
  const isChosen = source.kind !== 'register' || code !== ''
  const definition = useRead(
    OPERATIONS.getRegister,
    { params: { registerId: `${province}.${code}` } },
    { enabled: code !== '', keepsShown: false },
  )
  const columns: readonly OfferedColumn[] =
    source.kind === 'register' ? (definition.data?.state.columns ?? []) : SINGLE[source.kind].ledger.columns
  const dated = columnsOf(columns, ['date'])
  const figures = columnsOf(columns, ['integer', 'decimal'])
  const { period, figure } = from
  return (
    <>
      <PickerField
        label={words.register}
        value={isChosen ? ledgerKey(source) : ''}
        chosenLabel={name}
        disabled={!editable}
        options={[
          ...registers
            .filter(({ register: { status } }) => status === 'open')
            .map(({ register: { title, fields } }) => ({
              value: ledgerKey({ kind: 'register', register: fields.code, name: title }),
              label: title,
              detail: registerWords.terms[fields.term],
              // What nobody who is assessed fills can never be counted for them.
              disabled: !isFilledBySubject(
                { subjectKind },
                { rowsOf: fields.rowsOf === 'county' ? 'county' : (fields.unitKinds ?? []) },
              ),
            })),
          ...Object.values(SINGLE).map(({ source: single, rowsOf }) => ({
            value: ledgerKey(single),
            label: single.name,
            detail: COUNT_SOURCE_NAMES[single.kind],
            disabled: !isFilledBySubject({ subjectKind }, { rowsOf }),
          })),
        ]}
        hint={definition.isError ? words.unknownRegister(name) : (definition.data?.state.about ?? words.registerHint)}
        onChange={(chosen) => {
          const known = registers
            .map(({ register: { title, fields } }) => ({
              kind: 'register' as const,
              register: fields.code,
              name: title,
            }))
            .find((each) => ledgerKey(each) === chosen)
          const single = Object.values(SINGLE).find((each) => ledgerKey(each.source) === chosen)?.source
          onChange(withSource(from, known ?? single ?? from.source))
        }}
      />
      {isChosen && columns.length > 0 && (
        <>
          <div className="row">
            <ChoiceField
              label={words.period}
              value={period.kind}
              disabled={!editable}
              choices={[
                { value: 'as-it-stands', label: COUNT_PERIOD_NAMES['as-it-stands'] },
                { value: 'dated', label: COUNT_PERIOD_NAMES.dated, disabled: dated.length === 0 },
              ]}
              onChange={(kind) => onChange(withPeriod(from, kind, columns))}
            />
            {period.kind === 'dated' && (
              <ColumnField
                label={words.dayColumn}
                columns={dated}
                of={period}
                editable={editable}
                onChange={(column) =>
                  onChange({ ...from, period: { kind: 'dated', column: column.code, name: column.name } })
                }
              />
            )}
          </div>
          <Conditions
            label={fieldLabel('where', 'countedFrom')}
            field="where"
            conditions={from.where}
            columns={columns}
            editable={editable}
            least={0}
            onChange={(where) => onChange({ ...from, where })}
          />
          <div className="row" data-field="figure">
            <ChoiceField
              label={words.figure}
              value={figure.kind}
              disabled={!editable}
              choices={[
                { value: 'count', label: COUNT_FIGURE_NAMES.count },
                { value: 'share', label: COUNT_FIGURE_NAMES.share },
                { value: 'sum', label: COUNT_FIGURE_NAMES.sum, disabled: figures.length === 0 },
              ]}
              onChange={(kind) => onChange(withFigure(from, kind, columns))}
            />
            {figure.kind === 'sum' && (
              <>
                <ColumnField
                  label={words.sumColumn}
                  columns={figures}
                  of={figure}
                  editable={editable}
                  onChange={(column) =>
                    onChange({ ...from, figure: { ...figure, column: column.code, name: column.name } })
                  }
                />
                <ChoiceField
                  label={fieldLabel('whenBlank', 'figure')}
                  value={figure.whenBlank}
                  disabled={!editable}
                  choices={(['missing', 'left-out'] as const).map((value) => ({
                    value,
                    label: choiceLabel('whenBlank', value),
                  }))}
                  onChange={(value) =>
                    onChange({
                      ...from,
                      figure: { ...figure, whenBlank: value === 'left-out' ? 'left-out' : 'missing' },
                    })
                  }
                />
              </>
            )}
            {figure.kind === 'share' && (
              <ChoiceField
                label={fieldLabel('whenNone', 'figure')}
                value={figure.whenNone}
                disabled={!editable}
                choices={(['not-applicable', 'missing'] as const).map((value) => ({
                  value,
                  label: choiceLabel('whenNone', value),
                }))}
                onChange={(value) =>
                  onChange({
                    ...from,
                    figure: { ...figure, whenNone: value === 'missing' ? 'missing' : 'not-applicable' },
                  })
                }
              />
            )}
          </div>
          {figure.kind === 'share' && (
            <Conditions
              label={words.shareOf}
              field="of"
              conditions={figure.of}
              columns={columns}
              editable={editable}
              least={1}
              onChange={(of) => onChange({ ...from, figure: { ...figure, of: [...of] } })}
            />
          )}
        </>
      )}
      {CountedFromSchema.safeParse(from).success && <p className="quiet small">{countedWords(from)}</p>}
    </>
  )
}

interface ColumnFieldProps {
  readonly label: string
  readonly columns: readonly OfferedColumn[]
  readonly of: { readonly column: string; readonly name: string }
  readonly editable: boolean
  readonly onChange: (column: OfferedColumn) => void
}

function ColumnField({ label, columns, of, editable, onChange }: ColumnFieldProps) {
  return (
    <PickerField
      label={label}
      value={of.column}
      chosenLabel={of.name}
      disabled={!editable}
      options={columns.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code) => {
        const column = columns.find((each) => each.code === code)
        if (column !== undefined) onChange(column)
      }}
    />
  )
}

interface ConditionsProps {
  readonly label: string
  readonly field: string
  readonly conditions: readonly CountCondition[]
  readonly columns: readonly OfferedColumn[]
  readonly editable: boolean
  readonly least: number
  readonly onChange: (conditions: CountCondition[]) => void
}

const MOST_CONDITIONS = 8

function Conditions({ label, field, conditions, columns, editable, least, onChange }: ConditionsProps) {
  const [first] = columns
  return (
    <fieldset className="rule-list" data-field={field}>
      <legend>{label}</legend>
      {conditions.map((condition, at) => (
        <div className="entry" key={at} data-entry={at}>
          <ConditionFields
            condition={condition}
            columns={columns}
            editable={editable}
            onChange={(next) => onChange(conditions.with(at, next))}
          />
          <button
            type="button"
            className="plain"
            aria-label={words.removeCondition(label, at + 1)}
            disabled={!editable || conditions.length <= least}
            onClick={() => onChange(conditions.toSpliced(at, 1))}
          >
            {schemeWords.remove}
          </button>
        </div>
      ))}
      {editable && first !== undefined && conditions.length < MOST_CONDITIONS && (
        <div>
          <button type="button" className="plain" onClick={() => onChange([...conditions, conditionOn(first)])}>
            {words.addCondition}
          </button>
        </div>
      )}
    </fieldset>
  )
}

interface ConditionFieldsProps {
  readonly condition: CountCondition
  readonly columns: readonly OfferedColumn[]
  readonly editable: boolean
  readonly onChange: (condition: CountCondition) => void
}

function ConditionFields({ condition, columns, editable, onChange }: ConditionFieldsProps) {
  const column = columns.find(({ code }) => code === condition.column)
  const offered = operatorsFor(column?.type)
  // One that was set elsewhere stays to be seen until another is chosen.
  const operators = offered.includes(condition.op) ? offered : [...offered, condition.op]
  return (
    <div className="row">
      <ColumnField
        label={words.column}
        columns={columns.filter(({ ended }) => ended === undefined)}
        of={condition}
        editable={editable}
        onChange={(chosen) => onChange(chosen.code === condition.column ? condition : conditionOn(chosen))}
      />
      <ChoiceField
        label={words.comparison}
        value={condition.op}
        disabled={!editable}
        choices={operators.map((op) => ({ value: op, label: COUNT_OPERATOR_NAMES[op] }))}
        onChange={(op) => onChange(withOperator(condition, op as CountOperator, column))}
      />
      {condition.op !== 'filled' && condition.op !== 'blank' && (
        <ValueField condition={condition} column={column} editable={editable} onChange={onChange} />
      )}
    </div>
  )
}

function ValueField({
  condition,
  column,
  editable,
  onChange,
}: Omit<ConditionFieldsProps, 'columns'> & { readonly column: OfferedColumn | undefined }) {
  const values = valuesOf(column)
  const { value = '' } = condition
  const put = (next: string) => onChange(withValue(condition, next, column))
  if (values !== undefined)
    return (
      <PickerField
        label={words.value}
        value={value}
        {...(condition.words === undefined ? {} : { chosenLabel: condition.words })}
        disabled={!editable}
        options={values}
        onChange={put}
      />
    )
  if (column?.type === 'date')
    return <DateField label={words.value} value={value} disabled={!editable} onChange={put} />
  return (
    <TextField
      label={words.value}
      value={value}
      disabled={!editable}
      onChange={(typed) => put(column?.type === 'text' ? typed : narrowed(typed))}
    />
  )
}
