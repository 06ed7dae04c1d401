import { schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { DraftFinding } from './assessDraft.ts'
import type { Selection } from './editorState.ts'
import '../../../ui/bottomBar.css'
import '../../../ui/findings.css'

const TONES = { error: 'stop', warning: 'due', hint: 'off' } as const
const SEVERITIES = ['error', 'warning', 'hint'] as const

/** 完整性检查 under the editor: a click leads to the node or item that it speaks of. */
export function FindingsStrip({
  findings,
  onSelect,
}: {
  findings: readonly DraftFinding[]
  onSelect: (selection: Selection) => void
}) {
  const count = (severity: DraftFinding['severity']) => findings.filter((each) => each.severity === severity).length
  return (
    <section className="bottom-bar" aria-label={words.findings}>
      <div className="grow">
        <h3>
          {words.findings}{' '}
          <span className="quiet small" role="status">
            {findings.length === 0 ? words.noFindings : words.counts(count('error'), count('warning'), count('hint'))}
          </span>
        </h3>
        {findings.length > 0 && (
          <ul className="finding-list">
            {SEVERITIES.flatMap((severity) =>
              findings
                .filter((finding) => finding.severity === severity)
                .map((finding) => (
                  <li key={`${severity} ${finding.message}`}>
                    <button
                      type="button"
                      disabled={finding.leadsTo === undefined}
                      onClick={() => finding.leadsTo !== undefined && onSelect(finding.leadsTo)}
                    >
                      <StateMark tone={TONES[severity]}>{words.severities[severity]}</StateMark> {finding.message}
                    </button>
                  </li>
                )),
            )}
          </ul>
        )}
      </div>
    </section>
  )
}
