import { useEffect, useRef } from 'react'
import { useBlocker } from 'react-router'
import { commonWords } from '../locales/zh-CN/common.ts'
import { askFirst } from './dialog/question.ts'

interface LeaveWords {
  readonly unsaved: string
  readonly unsavedQuestion: string
}

interface Guard {
  readonly words: LeaveWords
  readonly isUp: () => boolean
  readonly onLeave: () => void
}

let asking = true
/** False while the page goes to the sign-in page and comes back: what was typed is kept, so nothing need be asked. */
export function askBeforeLeaving(ask: boolean): void {
  asking = ask
}

/** The router asks one blocker only; a page may have a form and a file under way. */
const guards = new Set<Guard>()

/** Stands once in the console and asks for all guards that are up. */
export function LeaveGuards() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && [...guards].some((guard) => guard.isUp()),
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    const up = [...guards].filter((guard) => guard.isUp())
    const { unsaved: title, unsavedQuestion: text } = up[0]?.words ?? commonWords
    void askFirst({ title, text, yes: commonWords.leave, no: commonWords.stay }).then((leaves) => {
      if (!leaves) return blocker.reset()
      for (const guard of up) guard.onLeave()
      blocker.proceed()
    })
  }, [blocker])
  return null
}

/**
 * Asks before typed but unsaved work is left behind, inside the console and when the tab is closed. What it returns lifts the
 * guard at once: the work has just been saved, and the page goes on to what came of it.
 */
export function useLeaveGuard(unsaved: boolean, onLeave?: () => void, words: LeaveWords = commonWords): () => void {
  const now = useRef({ unsaved, onLeave, words })
  now.current = { unsaved, onLeave, words }
  const lifted = useRef(false)
  useEffect(() => {
    const guard: Guard = {
      get words() {
        return now.current.words
      },
      isUp: () => now.current.unsaved && !lifted.current,
      onLeave: () => now.current.onLeave?.(),
    }
    guards.add(guard)
    return () => void guards.delete(guard)
  }, [])
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
