import { createContext, useContext } from 'react'
import type { KeptDrafts } from './keptDrafts.ts'

export const DraftsContext = createContext<KeptDrafts | undefined>(undefined)

/** The unsaved work of the person who is signed in. */
export function useDrafts(): KeptDrafts {
  const drafts = useContext(DraftsContext)
  if (drafts === undefined) throw new Error('useDrafts outside of DraftsContext')
  return drafts
}
