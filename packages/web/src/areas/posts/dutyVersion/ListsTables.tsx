import {
  type DutyListsContent,
  EVENT_POINTS,
  FREQUENCIES,
  MAX_TIMES,
} from '@anjie/contracts/vocabulary/posts/dutyLists'
import { effectText, FREQUENCY_NAMES, frequencyText, proofText } from '@anjie/domain/posts/duty-lists/dutyNames'
import { DUTY_LIST_NAMES, DUTY_LISTS, type DutyList } from '@anjie/domain/posts/duty-lists/listsFault'
import { useState } from 'react'
import { dutyListsWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { Button } from '../../../ui/Button.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { CellReading, TableColumn } from '../../../ui/table/tableColumn.ts'
import { effectCell, effectOf, type ProofChoice, withNewLine, withRoutineCell } from './editedLists.ts'

type Line = DutyListsContent[DutyList][number]

interface ListsTablesProps {
  readonly content: DutyListsContent
  /** What may prove a line; without it nothing can be changed. */
  readonly proofs?: readonly ProofChoice[]
  readonly onChange?: (content: DutyListsContent) => void
}

const TABS = DUTY_LISTS.map((key) => ({ key, label: DUTY_LIST_NAMES[key] }))
const HINTS: Partial<Record<DutyList, string>> = { routine: words.proofHint, negative: words.effectHint }

/** The four lists, one at a time: read, or filled in like a sheet. */
export function ListsTables({ content, proofs = [], onChange }: ListsTablesProps) {
  const [chosen, setChosen] = useState<DutyList>('powers')
  const lines: readonly Line[] = content[chosen]
  const changed = (line: Line, column: string, text: string): Line => {
    if ('frequency' in line) return withRoutineCell(line, column, text, proofs)
    if ('effect' in line && column === 'effect') return { ...line, effect: effectOf(text) }
    return column === 'text' ? { ...line, text } : line
  }
  return (
    <section className="stack">
      <Tabs
        label={words.lists}
        tabs={TABS.map(({ key, label }) => ({ key, label: `${label}（${content[key].length}）` }))}
        chosen={chosen}
        onChoose={(key) => setChosen(DUTY_LISTS.find((each) => each === key) ?? chosen)}
      />
      {onChange !== undefined && HINTS[chosen] !== undefined && <p className="quiet">{HINTS[chosen]}</p>}
      <DataTable<Line>
        key={chosen}
        caption={DUTY_LIST_NAMES[chosen]}
        name={chosen}
        isPlain
        isUnsorted
        isWhole
        rows={lines}
        rowKey={({ code }) => code}
        columns={[
          ...columnsOf(chosen, onChange === undefined ? undefined : proofs),
          ...(onChange === undefined
            ? []
            : [
                {
                  key: 'remove',
                  name: words.remove,
                  isControl: true,
                  text: () => '',
                  show: ({ code }: Line) => (
                    <Button
                      isSmall
                      aria-label={words.removeLine(code)}
                      onClick={() => onChange({ ...content, [chosen]: lines.filter((line) => line.code !== code) })}
                    >
                      {words.remove}
                    </Button>
                  ),
                },
              ]),
        ]}
        {...(onChange === undefined
          ? {}
          : {
              onEdit: (changes) =>
                onChange({
                  ...content,
                  [chosen]: lines.map((line) =>
                    changes
                      .filter(({ row }) => row.code === line.code)
                      .reduce<Line>((now, { column, text }) => changed(now, column, text), line),
                  ),
                }),
            })}
      />
      {onChange !== undefined && (
        <span className="row">
          <Button onClick={() => onChange(withNewLine(content, chosen))}>{words.addLine}</Button>
        </span>
      )}
    </section>
  )
}

const read =
  (isRight: (text: string) => boolean, reason: (text: string) => string) =>
  (_: Line, typed: string): CellReading => {
    const text = typed.trim()
    return isRight(text) ? { ok: true, text } : { ok: false, reason: reason(text) }
  }
const oneOf = (choices: readonly string[]) => ({
  choices,
  read: read((text) => choices.includes(text), words.noneOf),
})

/** Undefined `proofs`: only to be read. */
function columnsOf(list: DutyList, proofs: readonly ProofChoice[] | undefined): readonly TableColumn<Line>[] {
  const edited = (editing: NonNullable<TableColumn<Line>['editing']>) => (proofs === undefined ? {} : { editing })
  const routine = (text: (line: DutyListsContent['routine'][number]) => string) => (line: Line) =>
    'frequency' in line ? text(line) : ''
  const common: readonly TableColumn<Line>[] = [
    { key: 'code', name: words.code, text: ({ code }) => code, show: ({ code }) => <code>{code}</code> },
    {
      key: 'text',
      name: words.text,
      text: ({ text }) => text,
      width: 30,
      wraps: true,
      isRowHead: true,
      ...edited({ read: (_, typed) => ({ ok: true, text: typed.trim() }) }),
    },
  ]
  switch (list) {
    case 'powers':
    case 'duties':
      return common
    case 'routine':
      return [
        ...common,
        {
          key: 'frequency',
          name: words.frequency,
          text: routine((line) => (proofs === undefined ? frequencyText(line) : FREQUENCY_NAMES[line.frequency])),
          ...edited(oneOf(FREQUENCIES.map((each) => FREQUENCY_NAMES[each]))),
        },
        ...(proofs === undefined
          ? []
          : [
              {
                key: 'times',
                name: words.times,
                kind: 'figure' as const,
                text: routine(({ times }) => String(times)),
                ...edited({
                  read: read(
                    (text) => /^[1-9]\d?$/.test(text) && Number(text) <= MAX_TIMES,
                    () => words.wholeTimes,
                  ),
                }),
              },
            ]),
        {
          key: 'proof',
          name: words.proof,
          text: routine(({ proof }) => proofText(proof)),
          wraps: true,
          ...edited(oneOf((proofs ?? []).map(({ label }) => label))),
        },
      ]
    case 'negative':
      return [
        ...common,
        {
          key: 'effect',
          name: words.effect,
          text: (line) =>
            'effect' in line ? (proofs === undefined ? effectText(line.effect) : effectCell(line.effect)) : '',
          ...edited({
            read: read(
              (text) => text === words.veto || EVENT_POINTS.test(text),
              () => words.wrongEffect,
            ),
          }),
        },
      ]
  }
}
