import { Alert, Button, Modal } from 'antd'
import { useState, useSyncExternalStore } from 'react'
import { sessionWords as words } from '../../locales/zh-CN/shell.ts'
import type { Session } from './session.ts'

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
      <Modal
        title={words.title}
        open={state === 'asking'}
        zIndex={2000}
        closable={false}
        mask={{ closable: false }}
        onCancel={() => session.postpone()}
        okText={words.signIn}
        cancelText={words.later}
        okButtonProps={{ 'aria-label': words.signIn }}
        cancelButtonProps={{ 'aria-label': words.later }}
        confirmLoading={trying}
        onOk={() => void signIn()}
      >
        <div className="stack">
          <p>{words.text(personName)}</p>
          {failed && (
            <Alert
              type="warning"
              showIcon
              role="alert"
              title={words.failed}
              description={
                <div className="stack">
                  <p>{words.failedText}</p>
                  <div>
                    <Button onClick={signInHere}>{words.signInHere}</Button>
                  </div>
                </div>
              }
            />
          )}
        </div>
      </Modal>
    </>
  )
}
