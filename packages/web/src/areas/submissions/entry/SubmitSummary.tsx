import type { CheckResult } from '@anjie/contracts/operations/submissions'
import type { Evidence } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellName } from '@anjie/domain/submissions/cellName'
import type { Form } from '@anjie/domain/submissions/form'
import { missingEvidence, missingItemEvidence, type WantedEvidence } from '@anjie/domain/submissions/missingEvidence'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { Summary } from '../../../ui/Summary.tsx'
import { completeness, type EntryRow, valuesOf } from './formDraft.ts'

interface SubmitSummaryProps {
  readonly wanted: readonly WantedEvidence[]
  readonly form: Form
  readonly rows: readonly EntryRow[]
  readonly checks: readonly CheckResult[]
  readonly evidence: readonly Evidence[]
}

/** What goes out with the form, said once before it is submitted. */
export function SubmitSummary({ wanted, form, rows, checks, evidence }: SubmitSummaryProps) {
  const withFile = new Set(evidence.filter(({ status }) => status === 'attached').map(({ item }) => item))
  const asked = missingItemEvidence(form, { values: valuesOf(rows), evidence: [...evidence] })
  const counted = rows.filter(({ cell }) => cell.item.countedFrom !== undefined)
  const missing = rows.filter(({ draft }) => draft.status === 'missing')
  const bare = new Set(
    rows
      .filter(({ draft, cell }) => draft.status === 'reported' && !withFile.has(cell.item.code))
      .map(({ cell }) => cell.item.code),
  ).size
  return (
    <Summary
      label={words.submitTitle}
      none={words.summary.none}
      lines={[
        { label: words.summary.filled, tone: 'work', entries: [words.completeness(completeness(rows))] },
        ...(counted.length === 0
          ? []
          : [
              {
                label: words.counted.title,
                tone: 'work' as const,
                entries: counted.map(({ cell, draft }) =>
                  words.summary.count(
                    cellName(cell.item, cell.period, form.period),
                    draft.status === 'reported' ? draft.text : words.counted.none,
                  ),
                ),
              },
            ]),
        {
          label: words.summary.missing,
          tone: 'due',
          entries: missing.map(({ cell, draft }) => {
            const name = cellName(cell.item, cell.period, form.period)
            return draft.note === '' ? name : `${name}：${draft.note}`
          }),
        },
        {
          label: words.summary.warnings,
          tone: 'due',
          entries: checks.filter(({ severity }) => severity === 'warning').map(({ message }) => message),
        },
        {
          label: words.evidence,
          tone: bare === 0 ? 'work' : 'due',
          entries: [words.summary.files(evidence.filter(({ status }) => status === 'attached').length, bare)],
        },
        {
          label: words.summary.items,
          tone: asked.some(({ blocks }) => blocks) ? 'stop' : 'due',
          entries: asked.map(({ item, blocks }) => words.summary.item(item.name, item.evidence, blocks)),
        },
        {
          label: words.summary.evidence,
          tone: 'due',
          entries: missingEvidence(wanted, valuesOf(rows), withFile).map((each) =>
            words.summary.wanted(each.indicator, each.wanted),
          ),
        },
      ]}
    />
  )
}
