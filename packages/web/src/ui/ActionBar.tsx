import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import { Button } from 'antd'
import { useId } from 'react'

export interface Verb {
  readonly action: string
  readonly label: string
  readonly onPress: () => void
  readonly waiting?: boolean
  /** `seal`: a formal act (naming, document number). `danger`: it destroys or refuses something. */
  readonly kind?: 'seal' | 'danger'
  /** A reason of the page itself, such as unsaved changes; the server's own reasons come with `allowed`. */
  readonly hindered?: string | undefined
}

/**
 * Every verb of a case in its fixed place; what may not be done now stays there, disabled, with the reason beneath.
 * Verbs that the case does not know at all are left out.
 */
export function ActionBar({ verbs, allowed }: { verbs: readonly Verb[]; allowed: readonly AllowedAction[] }) {
  const id = useId()
  const known = verbs.flatMap((verb) => {
    const found = allowed.find((entry) => entry.action === verb.action)
    return found === undefined
      ? []
      : [
          {
            verb,
            may: found.allowed && verb.hindered === undefined,
            reason: found.allowed ? verb.hindered : found.reason,
          },
        ]
  })
  const busy = known.some(({ verb }) => verb.waiting === true)
  const primary = known.find(({ may, verb }) => may && verb.kind !== 'danger')?.verb.action
  return (
    <div className="actions">
      {known.map(({ verb, may, reason }) => (
        <div className="action" key={verb.action}>
          <Button
            type={verb.action === primary ? 'primary' : 'default'}
            danger={verb.kind === 'danger'}
            className={verb.kind === 'seal' ? 'seal-button' : ''}
            disabled={!may || (busy && verb.waiting !== true)}
            loading={verb.waiting === true}
            onClick={verb.onPress}
            aria-label={verb.label}
            {...(reason === undefined ? {} : { 'aria-describedby': `${id}-${verb.action}` })}
          >
            {verb.label}
          </Button>
          {reason !== undefined && (
            <span className="why" id={`${id}-${verb.action}`}>
              {reason}
            </span>
          )}
        </div>
      ))}
    </div>
  )
}
