import type { CatalogueDouble } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import {
  ABSENT_NAMES,
  FILLED_BY_NAMES,
  OVER_TIME_NAMES,
  PERIOD_NAMES,
  ROLL_UP_NAMES,
} from '@anjie/contracts/vocabulary/schemes/schemeWords'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { catalogueWords as words } from '../../../locales/zh-CN/catalogue.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import type { ItemDraft } from './itemDraft.ts'
import { useSettled } from './useSettled.ts'

interface ItemFieldsProps {
  readonly draft: ItemDraft
  readonly onChange: (draft: ItemDraft) => void
  readonly apartBecause: string
  readonly onApart: (reason: string) => void
  /** The item that is being revised. */
  readonly except?: string
  /** Those that it stands beside already, and was answered for. */
  readonly answered?: readonly string[]
}

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** The fields of an item, and while they are written, which items of the catalogue seem to ask the same. */
export function ItemFields({ draft, onChange, apartBecause, onApart, except, answered = [] }: ItemFieldsProps) {
  const set = (field: keyof ItemDraft) => (value: string) => onChange({ ...draft, [field]: value })
  const text = (field: keyof ItemDraft, label: string, hint?: string) => (
    <TextField
      label={label}
      name={`content/${field}`}
      value={draft[field]}
      onChange={set(field)}
      {...(hint === undefined ? {} : { hint })}
    />
  )
  const choice = (field: keyof ItemDraft, label: string, names: Readonly<Record<string, string>>) => (
    <ChoiceField
      label={label}
      name={`content/${field}`}
      value={draft[field]}
      choices={choicesOf(names)}
      onChange={set(field)}
    />
  )
  return (
    <>
      <div className="rule-form">
        {text('name', words.name)}
        {text('unit', words.unit)}
        <div className="wide">
          <TextField
            label={words.definition}
            name="content/definition"
            value={draft.definition}
            rows={3}
            most={500}
            hint={words.definitionHint}
            onChange={set('definition')}
          />
        </div>
      </div>
      <Doubles
        draft={draft}
        apartBecause={apartBecause}
        onApart={onApart}
        {...(except === undefined ? {} : { except })}
        answered={answered}
      />
      <div className="rule-form">
        {text('owner', words.owner, words.ownerHint)}
        {choice('period', words.period, PERIOD_NAMES)}
        {choice('filledBy', words.filledBy, FILLED_BY_NAMES)}
        {text('supplier', words.supplier, words.supplierHint)}
        {text('sourceSystem', words.sourceSystem, words.sourceHint)}
        {choice('rollUp', words.rollUp, ROLL_UP_NAMES)}
        {choice('overTime', words.overTime, OVER_TIME_NAMES)}
        {choice('absentMeans', words.absentMeans, ABSENT_NAMES)}
        {text('min', words.min)}
        {text('max', words.max)}
        {text('digits', words.digits)}
      </div>
    </>
  )
}

interface DoublesProps extends Pick<ItemFieldsProps, 'draft' | 'apartBecause' | 'onApart' | 'except'> {
  readonly answered: readonly string[]
}

function Doubles({ draft, apartBecause, onApart, except, answered }: DoublesProps) {
  const name = useSettled(draft.name.trim())
  const unit = useSettled(draft.unit.trim())
  const definition = useSettled(draft.definition.trim())
  const { data } = useRead(
    OPERATIONS.findCatalogueDoubles,
    { query: { name, unit, definition, ...(except === undefined ? {} : { except: except as never }) } },
    { enabled: name.length >= 2, keepsShown: true },
  )
  const found = name.length < 2 ? [] : (data?.doubles ?? []).filter(({ code }) => !answered.includes(code))
  if (found.length === 0) return null
  return (
    <Callout tone="due" title={words.doublesFound(found.length)}>
      <DoubleLines doubles={found} />
      <p>{words.doublesAdvice}</p>
      <TextField
        label={words.apartBecause}
        name="apartBecause"
        value={apartBecause}
        hint={words.apartHint}
        onChange={onApart}
      />
    </Callout>
  )
}

export const DoubleLines = ({ doubles }: { doubles: readonly CatalogueDouble[] }) => (
  <ul>
    {doubles.map(({ code, name, why, definition }) => (
      <li key={code}>
        <code>{code}</code> {words.doubleLine(name, words.why[why])}
        <div className="quiet small">{definition}</div>
      </li>
    ))}
  </ul>
)
