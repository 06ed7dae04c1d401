import { type ReactNode, useEffect, useRef, useState } from 'react'
import { draftWords as words } from '../../locales/zh-CN/common.ts'
import { instantText } from '../../locales/zh-CN/format.ts'
import { Button } from '../../ui/Button.tsx'
import { useLeaveGuard } from '../../ui/useLeaveGuard.tsx'
import { useDrafts } from './DraftsContext.ts'
import './useKeptDraft.css'

/** Keystrokes come faster than a large form can be written down; a page that is left is written down at once. */
const PAUSE_MS = 300

interface UnsavedWork<T> {
  /** Which form of which record: `submission/990110.…`. */
  readonly form: string
  readonly unsaved: boolean
  /** As it is written down; `read` makes the form's own shape of it again. */
  readonly content: unknown
  /** The version of the record on the page, where there is one. */
  readonly version?: number
  /** What was kept, if this form can still take it. */
  readonly read: (kept: unknown) => T | undefined
  readonly restore: (content: T, version: number | null) => void
}

interface GuardedWork {
  /** What was kept before, offered above the form. */
  readonly offer: ReactNode
  /** The work was saved and the page goes on: nothing is asked and nothing kept. */
  readonly settle: () => void
}

/**
 * Guards typed but unsaved work: asks before the page is left, keeps it beside the page while it is typed, and offers it to
 * the same person afterwards.
 */
export function useKeptDraft<T>(work: UnsavedWork<T>): GuardedWork {
  const { form, unsaved, content, version = null } = work
  const drafts = useDrafts()
  const [offer, setOffer] = useState(() => {
    const kept = drafts.find(form)
    const read = kept === undefined ? undefined : work.read(kept.content)
    return kept === undefined || read === undefined ? undefined : { at: kept.at, version: kept.version, content: read }
  })
  const settled = useRef(false)
  const keep = useRef(() => {})
  keep.current = () => {
    if (unsaved && !settled.current) drafts.keep(form, { at: new Date().toISOString(), version, content })
  }
  const lift = useLeaveGuard(unsaved, () => drafts.drop(form))

  const typed = useRef(false)
  useEffect(() => {
    if (unsaved) {
      typed.current = true
      const timer = setTimeout(() => keep.current(), PAUSE_MS)
      return () => clearTimeout(timer)
    }
    if (typed.current) drafts.drop(form)
    typed.current = false
    return undefined
  }, [unsaved, content, drafts, form])
  useEffect(() => {
    const write = () => keep.current()
    window.addEventListener('pagehide', write)
    return () => window.removeEventListener('pagehide', write)
  }, [])

  const settle = () => {
    settled.current = true
    drafts.drop(form)
    lift()
  }
  if (offer === undefined) return { offer: null, settle }
  const shown = (
    <section className="panel draft-offer no-print" role="status">
      <p>
        {words.offer(instantText(offer.at))}
        {offer.version !== version && words.changedSince}
      </p>
      <div className="row">
        <Button
          isMain
          onClick={() => {
            work.restore(offer.content, offer.version)
            setOffer(undefined)
          }}
        >
          {words.restore}
        </Button>
        <Button
          onClick={() => {
            if (!unsaved) drafts.drop(form)
            setOffer(undefined)
          }}
        >
          {words.discard}
        </Button>
      </div>
    </section>
  )
  return { offer: shown, settle }
}
