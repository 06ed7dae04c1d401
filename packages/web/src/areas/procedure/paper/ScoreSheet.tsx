import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { useEffect, useMemo, useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useKeptDraft } from '../../../app/drafts/useKeptDraft.tsx'
import { periodText } from '../../../locales/zh-CN/format.ts'
import { paperWords as words } from '../../../locales/zh-CN/procedure.ts'
import { Button } from '../../../ui/Button.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { tellDone } from '../../../ui/told.ts'
import { mayFill, type PaperProps } from './paperCase.ts'

interface ScoreSheetProps extends PaperProps {
  readonly onUnsaved: (isUnsaved: boolean) => void
}

/** Typed figures by subject and column. */
type Typed = ReadonlyMap<string, string>

interface SheetRow {
  readonly code: string
  readonly name: string
}

const readTyped = (kept: unknown): Typed | undefined =>
  Array.isArray(kept) &&
  kept.length > 0 &&
  kept.every((pair) => Array.isArray(pair) && pair.every((each) => typeof each === 'string'))
    ? new Map(kept as [string, string][])
    : undefined

/** 部门评分表: one row a subject, one column an item of this department; typed or pasted, saved together. */
export function ScoreSheet({ found, loadNewest, onUnsaved }: ScoreSheetProps) {
  const [typed, setTyped] = useState<Typed>(new Map())
  const save = useCommand(OPERATIONS.enterScores)
  const { sheet, state } = found
  const editable = mayFill(found)
  const { offer, settle } = useKeptDraft<Typed>({
    form: `procedure-paper/${state.id}`,
    unsaved: typed.size > 0,
    content: [...typed],
    read: readTyped,
    restore: setTyped,
  })
  useEffect(() => onUnsaved(typed.size > 0), [typed.size, onUnsaved])
  const saved = useMemo(
    () => new Map(state.sheet?.scores.map(({ subject, values }) => [subject as string, values])),
    [state.sheet],
  )
  if (sheet === undefined) return null
  const items = new Map(sheet.items.map((item) => [item.code as string, item]))
  const figureOf = (subject: string, column: number): string => {
    const cell = sheet.cells[column]
    const own = saved.get(subject)?.find(({ item, period }) => item === cell?.item && period === cell?.period)
    return typed.get(`${subject} ${column}`) ?? (own?.status === 'reported' ? own.value : '')
  }
  const columns: readonly TableColumn<SheetRow>[] = [
    { key: 'name', name: words.subject, text: ({ name }) => name, isRowHead: true },
    ...sheet.cells.map(({ item, period }, at): TableColumn<SheetRow> => {
      const known = items.get(item)
      return {
        key: String(at),
        name: period.length > 4 ? `${known?.name ?? item} ${periodText(period)}` : (known?.name ?? item),
        unit: known?.unit ?? '',
        kind: 'figure',
        wraps: true,
        width: 8,
        text: ({ code }) => figureOf(code, at),
        ...(editable
          ? { editing: { read: (_row: SheetRow, text: string) => ({ ok: true as const, text: text.trim() }) } }
          : {}),
      }
    }),
  ]
  /** Every figure of the subjects that were typed at, as it now stands. */
  const scores = () =>
    [...new Set([...typed.keys()].map((key) => key.split(' ', 1)[0] ?? ''))].map((subject) => ({
      subject,
      values: sheet.cells.flatMap(({ item, period }, at): FormValue[] => {
        const value = figureOf(subject, at)
        return value === '' ? [] : [{ item, period, status: 'reported', value } as FormValue]
      }),
    }))
  return (
    <section className="stack" aria-label={words.sheet}>
      {offer}
      <div className="list-tools">
        <h2>{words.sheet}</h2>
        {editable && (
          <Button
            isMain
            disabled={typed.size === 0}
            waiting={save.waiting}
            onClick={() => {
              void save
                .run({ params: { paperId: state.id }, ifMatch: found.version, body: { scores: scores() } } as never)
                .then((reply) => {
                  if (reply === undefined) return
                  settle()
                  tellDone(words.saved)
                })
            }}
          >
            {words.verbs.save}
          </Button>
        )}
      </div>
      {save.problem !== undefined && (
        <ProblemNotice
          problem={save.problem}
          onLoadNewest={() => {
            save.clear()
            loadNewest()
          }}
        />
      )}
      {!editable && saved.size === 0 ? (
        <p className="quiet">{words.sheetHidden}</p>
      ) : (
        <DataTable<SheetRow>
          caption={words.sheet}
          name=""
          isDense
          isUnsorted
          rows={sheet.subjects}
          rowKey={({ code }) => code}
          columns={columns}
          {...(editable
            ? {
                onEdit: (changes) =>
                  setTyped(
                    (before) =>
                      new Map([
                        ...before,
                        ...changes.map(({ row, column, text }) => [`${row.code} ${column}`, text] as const),
                      ]),
                  ),
              }
            : {})}
        />
      )}
    </section>
  )
}
