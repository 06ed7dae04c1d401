import { useState, useSyncExternalStore } from 'react'
import { sessionWords as words } from '../../locales/zh-CN/shell.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/dialog/Dialog.tsx'
import type { Session } from './session.ts'
import './SessionLost.css'

interface SessionLostProps {
  readonly session: Session
  readonly personName: string
  /** Signs in in a window of its own; rejects when that window was blocked or closed. */
  readonly signInBeside: () => Promise<void>
  /** Leaves the page for the sign-in page. */
  readonly signInHere: () => void
}

/** The session ended while somebody worked: signing in again stands over the page, which keeps all that was typed. */
export function SessionLost({ session, personName, signInBeside, signInHere }: SessionLostProps) {
  const state = useSyncExternalStore(session.subscribe, session.state)
  const [trying, setTrying] = useState(false)
  const [failed, setFailed] = useState(false)
  if (state === 'held') return null
  const signIn = async () => {
    setTrying(true)
    setFailed(false)
    try {
      await signInBeside()
    } catch {
      setFailed(true)
    } finally {
      setTrying(false)
    }
  }
  return (
    <>
      <div className="session-strip no-print" role="status">
        {words.strip} <Button onClick={() => session.ask()}>{words.signIn}</Button>
      </div>
      <Dialog
        title={words.title}
        open={state === 'asking'}
        cancelLabel={words.later}
        confirmLabel={words.signIn}
        waiting={trying}
        onClose={() => session.postpone()}
        onConfirm={() => void signIn()}
      >
        <p>{words.text(personName)}</p>
        {failed && (
          <Callout tone="due" title={words.failed} isAlert>
            <p>{words.failedText}</p>
            <div>
              <Button onClick={signInHere}>{words.signInHere}</Button>
            </div>
          </Callout>
        )}
      </Dialog>
    </>
  )
}
