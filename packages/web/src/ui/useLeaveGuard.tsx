import { useEffect, useRef } from 'react'
import { useBlocker } from 'react-router'
import { commonWords as words } from '../locales/zh-CN/common.ts'
import { askFirst } from './dialog/question.ts'

let asking = true
/** False while the page goes to the sign-in page and comes back: what was typed is kept, so nothing need be asked. */
export function askBeforeLeaving(ask: boolean): void {
  asking = ask
}

/**
 * Asks before typed but unsaved work is left behind, inside the console and when the tab is closed. What it returns lifts the
 * guard at once: the work has just been saved, and the page goes on to what came of it.
 */
export function useLeaveGuard(unsaved: boolean, onLeave?: () => void): () => void {
  const leave = useRef(onLeave)
  leave.current = onLeave
  const lifted = useRef(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved && !lifted.current && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    const { unsaved: title, unsavedQuestion: text, leave: yes, stay: no } = words
    void askFirst({ title, text, yes, no }).then((leaves) => {
      if (!leaves) return blocker.reset()
      leave.current?.()
      blocker.proceed()
    })
  }, [blocker])
  useEffect(() => {
    if (!unsaved) return undefined
    const ask = (event: BeforeUnloadEvent) => {
      if (asking) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
  return () => {
    lifted.current = true
  }
}
