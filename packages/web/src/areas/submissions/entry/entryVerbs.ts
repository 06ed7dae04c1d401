import { commonWords } from '../../../locales/zh-CN/common.ts'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { tellDone, tellWarning } from '../../../ui/told.ts'
import type { SubmissionQuestion } from './SubmissionDialog.tsx'
import type { SubmissionCase } from './submissionCase.ts'
import type { useEntryDraft } from './useEntryDraft.ts'
import type { useSaveEntry } from './useSaveEntry.ts'

interface EntryVerbs {
  readonly found: SubmissionCase
  readonly draft: ReturnType<typeof useEntryDraft>
  readonly editable: boolean
  readonly waiting: boolean
  readonly saveNow: ReturnType<typeof useSaveEntry>['saveNow']
  readonly ask: (question: SubmissionQuestion) => void
}

/** The verbs of a form: saving and submitting save what is typed first, the others ask before they decide. */
export function entryVerbs({ found, draft, editable, waiting, saveNow, ask }: EntryVerbs) {
  const { conflicts, faults, edits } = draft
  const hindered =
    conflicts.length > 0
      ? words.conflictsFirst(conflicts.length)
      : faults.length > 0
        ? words.errorsFirst(faults.length)
        : undefined
  const save = async () => {
    const saved = await saveNow()
    if (saved === undefined) return
    if (saved.left === 0) tellDone(commonWords.saved)
    else tellWarning(words.savedExcept(saved.left))
  }
  const asks = (question: 'withdraw' | 'verify' | 'accept' | 'return') => ({
    action: question,
    label: words.verbs[question],
    onPress: () => ask(question),
  })
  return {
    verbs: [
      { action: 'save', label: words.verbs.save, waiting, onPress: () => void save() },
      {
        action: 'submit',
        label: words.verbs.submit,
        waiting,
        hindered,
        onPress: () => void saveNow().then((saved) => saved !== undefined && ask('submit')),
      },
      ...(['withdraw', 'verify', 'accept', 'return'] as const).map(asks),
    ],
    // With something typed, what keeps the saved form from being submitted may just have been mended.
    shownAllowed: found.allowed.map((entry) =>
      entry.action === 'submit' && edits.size > 0 && editable ? { action: 'submit', allowed: true } : entry,
    ),
  }
}
