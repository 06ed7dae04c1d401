import type { RegisterDefinition } from '@anjie/contracts/vocabulary/registers/register'

type Column = RegisterDefinition['columns'][number]

/** A column as it is edited: every field a text, so that a half-typed one is not lost. */
export interface EditedColumn {
  readonly code: string
  readonly name: string
  readonly type: Column['type']
  readonly required: boolean
  readonly measure: string
  readonly choices: string
  readonly least: string
  readonly most: string
  readonly seenBy: Column['seenBy']
  readonly help: string
  readonly ended: boolean
  /** The column as it is stored: what is not edited here stays, the codes of its choices among it. */
  readonly stored?: Column
}

export interface EditedDefinition extends Pick<RegisterDefinition, 'name' | 'about' | 'rowsOf' | 'term'> {
  readonly source: string
  readonly unitKinds: readonly string[]
  readonly dueDays: string
  readonly key: readonly string[]
  readonly title: string
  readonly columns: readonly EditedColumn[]
}

export const newColumn = (columns: readonly EditedColumn[]): EditedColumn => {
  const taken = new Set(columns.map(({ code }) => code))
  let number = columns.length + 1
  while (taken.has(`c${number}`)) number += 1
  return {
    code: `c${number}`,
    name: '',
    type: 'text',
    required: false,
    measure: '',
    choices: '',
    least: '',
    most: '',
    seenBy: 'everybody',
    help: '',
    ended: false,
  }
}

export const blankDefinition: EditedDefinition = {
  name: '',
  about: '',
  source: '',
  rowsOf: 'county',
  unitKinds: [],
  term: 'standing',
  dueDays: '',
  key: [],
  title: 'c1',
  columns: [newColumn([])],
}

const CHOICES_BY = '、'

export const editedOf = (definition: RegisterDefinition): EditedDefinition => ({
  name: definition.name,
  about: definition.about,
  rowsOf: definition.rowsOf,
  term: definition.term,
  source: definition.source ?? '',
  unitKinds: definition.unitKinds ?? [],
  dueDays: definition.dueDays === undefined ? '' : String(definition.dueDays),
  key: definition.key,
  title: definition.title,
  columns: definition.columns.map((stored) => ({
    code: stored.code,
    name: stored.name,
    type: stored.type,
    required: stored.required,
    measure: stored.measure ?? '',
    choices: (stored.choices ?? [])
      .filter(({ ended }) => ended === undefined)
      .map(({ name }) => name)
      .join(CHOICES_BY),
    least: stored.least ?? '',
    most: stored.most ?? '',
    seenBy: stored.seenBy,
    help: stored.help ?? '',
    ended: stored.ended === true,
    stored,
  })),
})

/** A kept one again, where it has the shape of one. */
export function readKeptDefinition(kept: unknown): EditedDefinition | undefined {
  const isOne =
    typeof kept === 'object' && kept !== null && 'columns' in kept && Array.isArray(kept.columns) && 'name' in kept
  // Written down by this very page from a definition.
  return isOne ? ({ ...blankDefinition, ...kept } as EditedDefinition) : undefined
}

/** The definition as it is sent; the contract's schema and the server say what is wrong with it. */
export const definitionOf = (edited: EditedDefinition): object => ({
  name: edited.name,
  about: edited.about,
  rowsOf: edited.rowsOf,
  term: edited.term,
  ...(edited.source === '' ? {} : { source: edited.source }),
  ...(edited.rowsOf === 'unit' ? { unitKinds: edited.unitKinds } : {}),
  ...(edited.dueDays === '' ? {} : { dueDays: Number(edited.dueDays) }),
  key: edited.key,
  title: edited.title,
  columns: edited.columns.map(columnOf),
})

function columnOf({ code, name, type, required, seenBy, ended, stored, ...texts }: EditedColumn): object {
  const isFigure = type === 'integer' || type === 'decimal'
  const { digits, longest, unitKinds } = stored ?? {}
  return {
    code,
    name,
    type,
    required,
    seenBy,
    ...(digits === undefined ? {} : { digits }),
    ...(longest === undefined ? {} : { longest }),
    ...(unitKinds === undefined ? {} : { unitKinds }),
    ...(texts.help === '' ? {} : { help: texts.help }),
    ...(isFigure && texts.measure !== '' ? { measure: texts.measure } : {}),
    ...(isFigure && texts.least !== '' ? { least: texts.least } : {}),
    ...(isFigure && texts.most !== '' ? { most: texts.most } : {}),
    ...(type === 'choice' ? { choices: choicesOf(texts.choices, stored) } : {}),
    ...(ended ? { ended: true } : {}),
  }
}

/** Choices keep their codes by their names; one that is no longer written is no longer offered and stays for rows that have it. */
function choicesOf(text: string, stored: Column | undefined): object[] {
  const before = stored?.choices ?? []
  const names = text
    .split(/[、,，;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const codes = new Set(before.map(({ code }) => String(code)))
  const current = names.map((name) => {
    const known = before.find((each) => each.name === name)
    if (known !== undefined) return { code: known.code, name }
    let number = codes.size + 1
    while (codes.has(`v${number}`)) number += 1
    codes.add(`v${number}`)
    return { code: `v${number}`, name }
  })
  const ended = before
    .filter(({ name }) => !names.includes(name))
    .map(({ code, name }) => ({ code, name, ended: true as const }))
  return [...current, ...ended]
}
