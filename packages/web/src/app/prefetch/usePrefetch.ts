import { useQueryClient } from '@tanstack/react-query'
import { type FocusEvent, type MouseEvent, useEffect, useRef } from 'react'
import { useApi } from '../api/ApiContext.ts'
import type { CallInput } from '../api/operationTypes.ts'
import { readKey } from '../api/useRead.ts'
import { mayCall, useMe } from '../me.ts'
import { readOfPage } from './readOfPage.ts'

/** Who only passes over a list asks for nothing. */
const REST_MS = 120

/** Reads a record's page while a person still points at the link to it: by mouse or by key, in any list. */
export function usePrefetch() {
  const queries = useQueryClient()
  const api = useApi()
  const me = useMe()
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  const on = (event: MouseEvent<HTMLElement> | FocusEvent<HTMLElement>) => {
    clearTimeout(waiting.current)
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    const read = link === null || link.origin !== location.origin ? undefined : readOfPage(link.pathname)
    if (read === undefined || !mayCall(me.roles, read.operation)) return
    const { operation, input } = read
    waiting.current = setTimeout(() => {
      void queries.prefetchQuery({
        queryKey: readKey(operation, input),
        queryFn: ({ signal }) => api.call(operation, input as CallInput<typeof operation>, { signal }),
      })
    }, REST_MS)
  }
  return { onMouseOver: on, onFocus: on }
}
