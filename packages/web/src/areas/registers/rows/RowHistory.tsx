import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { instantText } from '../../../locales/zh-CN/format.ts'
import { registerWords as words } from '../../../locales/zh-CN/registers.ts'
import { SideSheet } from '../../../ui/dialog/SideSheet.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'

/** 变动 of one row: who changed which cell from what to what, the newest first. */
export function RowHistory({ rowId, title, onClose }: { rowId: string; title: string; onClose: () => void }) {
  const read = useRead(OPERATIONS.getRowHistory, { params: { rowId } })
  return (
    <SideSheet title={words.historyOf(title)} width={460} onClose={onClose}>
      <ReadState read={read}>
        {({ steps, hasEarlier }) => (
          <ol className="plain-list stack">
            {steps.map((step) => (
              <li key={step.version}>
                <div className="row">
                  <StateMark tone={step.what === 'removed' ? 'stop' : 'good'}>{words.steps[step.what]}</StateMark>
                  <span className="quiet small">
                    {instantText(step.at)} {step.jurisdictionName} {step.post} {step.personName}
                    {step.by === undefined ? '' : `（${step.by}）`}
                  </span>
                </div>
                {step.reason !== undefined && (
                  <p>
                    {words.reason}：{step.reason}
                  </p>
                )}
                <ul className="plain-list small">
                  {step.changes.map(({ name, from = words.blank, to = words.blank }) => (
                    <li key={name}>{step.what === 'added' ? words.is(name, to) : words.fromTo(name, from, to)}</li>
                  ))}
                </ul>
              </li>
            ))}
            {hasEarlier && <li className="quiet small">{words.olderSteps}</li>}
          </ol>
        )}
      </ReadState>
    </SideSheet>
  )
}
