import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'

interface ToldOnceProps {
  readonly told: readonly (readonly [string, string])[]
  readonly onClose: () => void
}

/** Codes and first passwords, shown with the answer that made them and never again. */
export function ToldOnce({ told, onClose }: ToldOnceProps) {
  return (
    <Dialog title={words.codeTitle} open onClose={onClose} onConfirm={onClose} confirmLabel={words.done}>
      <p className="quiet small">{words.codeHint}</p>
      <dl>
        {told.map(([name, secret]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{secret}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
