import { COLUMN_TYPES, COLUMN_VIEWERS, REGISTER_TERMS } from '@anjie/contracts/vocabulary/registers/register'
import { UNIT_KINDS } from '@anjie/contracts/vocabulary/units/unitKind'
import { unitKindWords } from '../../../locales/zh-CN/common.ts'
import { registerWords as words } from '../../../locales/zh-CN/registers.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { SeveralField } from '../../../ui/picker/SeveralField.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { CellReading, TableColumn } from '../../../ui/table/tableColumn.ts'
import { type EditedColumn, type EditedDefinition, newColumn } from './editedDefinition.ts'

interface DefinitionFieldsProps {
  readonly edited: EditedDefinition
  readonly onChange: (edited: EditedDefinition) => void
  /** Once it is set up, whose the rows are, its term and its key stay. */
  readonly isNew: boolean
  readonly mayEdit: boolean
}

const KINDS = UNIT_KINDS.filter((kind) => kind !== 'county')

export function DefinitionFields({ edited, onChange, isNew, mayEdit }: DefinitionFieldsProps) {
  const set = (change: Partial<EditedDefinition>) => onChange({ ...edited, ...change })
  const named = edited.columns
    .filter(({ ended, name }) => !ended && name !== '')
    .map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <TextField
        label={words.name}
        name="definition/name"
        value={edited.name}
        most={40}
        disabled={!mayEdit}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={words.about}
        name="definition/about"
        value={edited.about}
        rows={2}
        most={600}
        disabled={!mayEdit}
        onChange={(about) => set({ about })}
      />
      <TextField
        label={words.source}
        name="definition/source"
        value={edited.source}
        most={200}
        disabled={!mayEdit}
        onChange={(source) => set({ source })}
      />
      <div className="row">
        <ChoiceField
          label={words.rowsOf}
          name="definition/rowsOf"
          value={edited.rowsOf}
          disabled={!isNew}
          choices={[
            { value: 'county', label: words.byCounty },
            { value: 'unit', label: words.byUnits },
          ]}
          onChange={(rowsOf) => set({ rowsOf: rowsOf === 'unit' ? 'unit' : 'county' })}
        />
        <ChoiceField
          label={words.term}
          name="definition/term"
          value={edited.term}
          disabled={!isNew}
          choices={REGISTER_TERMS.map((term) => ({ value: term, label: words.terms[term] }))}
          onChange={(value) => set({ term: REGISTER_TERMS.find((term) => term === value) ?? 'standing' })}
        />
        {edited.term !== 'standing' && (
          <TextField
            label={words.dueDays}
            name="definition/dueDays"
            value={edited.dueDays}
            disabled={!mayEdit}
            onChange={(dueDays) => set({ dueDays: dueDays.replace(/\D/g, '') })}
          />
        )}
        <ChoiceField
          label={words.titleColumn}
          name="definition/title"
          value={edited.title}
          disabled={!mayEdit}
          choices={named}
          onChange={(title) => set({ title })}
        />
      </div>
      {edited.rowsOf === 'unit' && (
        <SeveralField
          label={words.unitKinds}
          name="definition/unitKinds"
          values={edited.unitKinds}
          disabled={!mayEdit}
          choices={KINDS.map((kind) => ({ value: kind, label: unitKindWords[kind] }))}
          onChange={(unitKinds) => set({ unitKinds })}
        />
      )}
      <SeveralField
        label={words.key}
        name="definition/key"
        values={edited.key}
        disabled={!isNew}
        choices={named}
        hint={words.keyHint}
        onChange={(key) => set({ key })}
      />
      <DataTable<EditedColumn>
        caption={words.columns}
        rows={edited.columns}
        rowKey={({ code }) => code}
        isUnsorted
        isWhole
        isPlain
        columns={columnsOf(mayEdit)}
        {...(mayEdit
          ? {
              onEdit: (changes) =>
                set({
                  columns: edited.columns.map((column) =>
                    changes
                      .filter(({ row }) => row.code === column.code)
                      .reduce<EditedColumn>((now, { column: key, text }) => withField(now, key, text), column),
                  ),
                }),
            }
          : {})}
      />
      {mayEdit && (
        <div className="row">
          <Button onClick={() => set({ columns: [...edited.columns, newColumn(edited.columns)] })}>
            {words.addColumn}
          </Button>
        </div>
      )}
    </>
  )
}

const yesNo = (value: boolean): string => (value ? words.yes : words.no)
const typeNames = COLUMN_TYPES.map((type) => words.types[type])
const viewerNames = COLUMN_VIEWERS.map((viewer) => words.viewers[viewer])

type Field = 'name' | 'measure' | 'choices' | 'least' | 'most' | 'help'
const TEXTS: readonly Field[] = ['name', 'measure', 'choices', 'least', 'most', 'help']

function withField(column: EditedColumn, key: string, text: string): EditedColumn {
  const field = TEXTS.find((each) => each === key)
  if (field !== undefined) return { ...column, [field]: text }
  switch (key) {
    case 'type':
      return { ...column, type: COLUMN_TYPES.find((type) => words.types[type] === text) ?? column.type }
    case 'seenBy':
      return { ...column, seenBy: COLUMN_VIEWERS.find((viewer) => words.viewers[viewer] === text) ?? column.seenBy }
    case 'required':
      return { ...column, required: text === words.yes }
    case 'ended':
      return { ...column, ended: text === words.yes }
    default:
      return column
  }
}

const asTyped = (_: EditedColumn, typed: string): CellReading => ({ ok: true, text: typed.trim() })

function columnsOf(mayEdit: boolean): readonly TableColumn<EditedColumn>[] {
  const typed = (key: Field, name: string, width: number): TableColumn<EditedColumn> => ({
    key,
    name,
    width,
    wraps: true,
    text: (column) => column[key],
    ...(mayEdit ? { editing: { read: asTyped } } : {}),
  })
  const chosen = (
    key: string,
    name: string,
    choices: readonly string[],
    text: (column: EditedColumn) => string,
    lockedBecause?: (column: EditedColumn) => string | undefined,
  ): TableColumn<EditedColumn> => ({
    key,
    name,
    text,
    ...(mayEdit
      ? {
          editing: {
            choices,
            read: (_row, given) =>
              choices.includes(given.trim())
                ? { ok: true, text: given.trim() }
                : { ok: false, reason: choices.join('、') },
            ...(lockedBecause === undefined ? {} : { lockedBecause }),
          },
        }
      : {}),
  })
  return [
    { ...typed('name', words.columnName, 9), isRowHead: true },
    chosen(
      'type',
      words.type,
      typeNames,
      ({ type }) => words.types[type],
      ({ stored }) => (stored === undefined ? undefined : words.typeStays),
    ),
    chosen('required', words.mustFill, [words.yes, words.no], ({ required }) => yesNo(required)),
    typed('measure', words.measure, 5),
    typed('choices', words.choices, 16),
    typed('least', words.least, 5),
    typed('most', words.most, 5),
    chosen('seenBy', words.seenBy, viewerNames, ({ seenBy }) => words.viewers[seenBy]),
    typed('help', words.help, 14),
    chosen('ended', words.ended, [words.yes, words.no], ({ ended }) => yesNo(ended)),
  ]
}
