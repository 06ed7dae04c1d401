import { typedValues } from '@anjie/domain/submissions/countedCells'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { tellWarning } from '../../../ui/told.ts'
import { changedCells, editsAfterSave, valuesOf } from './formDraft.ts'
import type { SubmissionCase } from './submissionCase.ts'
import type { useEntryDraft } from './useEntryDraft.ts'

export interface Saved {
  readonly version: number
  /** Cells that were left on the page. */
  readonly left: number
}

/** Saves what can be saved and says what it left. */
export function useSaveEntry(
  { state, version }: SubmissionCase,
  draft: ReturnType<typeof useEntryDraft>,
  jumpTo: (item: string) => void,
) {
  const save = useCommand(OPERATIONS.saveValues)
  const { rows, edits, conflicts, faults, setEdits } = draft
  return {
    command: save,
    /** Undefined when nothing was saved or the server refused. */
    saveNow: async (): Promise<Saved | undefined> => {
      const left = editsAfterSave(edits, rows)
      if (left.size > 0 && left.size === edits.size) {
        jumpTo((conflicts[0] ?? faults[0])?.cell.item.code ?? '')
        tellWarning(words.nothingToSave(left.size))
        return undefined
      }
      if (edits.size === 0) return { version, left: 0 }
      const reply = await save.run({
        params: { submissionId: state.id },
        ifMatch: version,
        body: { values: [...typedValues(draft.form, valuesOf(rows))], changed: changedCells(rows) },
      })
      if (reply === undefined) return undefined
      setEdits(left)
      return { version: reply.version, left: left.size }
    },
  }
}
