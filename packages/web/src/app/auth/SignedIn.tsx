import { OPERATIONS } from '@anjie/contracts/operations/index'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { UserManager } from 'oidc-client-ts'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useAuth } from 'react-oidc-context'
import { createBrowserRouter, createPath, RouterProvider } from 'react-router'
import { shellWords as words } from '../../locales/zh-CN/shell.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ApiContext } from '../api/ApiContext.ts'
import { createApiClient } from '../api/apiClient.ts'
import { useRead } from '../api/useRead.ts'
import { useConfig } from '../configContext.ts'
import { MeContext } from '../me.ts'
import { routesOf } from '../routes.tsx'
import { Notice } from './Notice.tsx'
import { safeReturnAddress } from './returnAddress.ts'
import { signOut } from './userManager.ts'

type Router = ReturnType<typeof createBrowserRouter>

/** Lets in who is signed in; everybody else goes to the provider's page and comes back to where they were. */
export function SignedIn({ manager }: { manager: UserManager }) {
  const config = useConfig()
  const auth = useAuth()
  const queries = useQueryClient()
  const left = window.location.pathname === '/signed-out'
  const token = useRef<string | undefined>(undefined)
  token.current = auth.user?.access_token

  // Several calls may find the token refused at once; one way to the sign-in page is enough.
  const leaving = useRef(false)
  const signIn = useCallback(
    async (prompt?: 'login') => {
      if (leaving.current) return
      leaving.current = true
      const { pathname, search, hash } = window.location
      const state = safeReturnAddress(`${pathname}${search}${hash}`, window.location.origin)
      try {
        await manager.signinRedirect({ state, ...(prompt === undefined ? {} : { prompt }) })
      } finally {
        leaving.current = false
      }
    },
    [manager],
  )
  const api = useMemo(
    () =>
      createApiClient({
        apiOrigin: config.apiOrigin,
        accessToken: () => token.current,
        onSignedOut: () => {
          void manager.removeUser().then(() => signIn())
        },
      }),
    [config, manager, signIn],
  )

  const idle = !auth.isLoading && auth.activeNavigator === undefined && auth.error === undefined
  const mustSignIn = idle && !auth.isAuthenticated && !left
  useEffect(() => {
    if (mustSignIn) void signIn()
  }, [mustSignIn, signIn])

  if (left && !auth.isAuthenticated) {
    return (
      <Notice title={words.signedOutTitle} text={words.signedOutText}>
        <Button type="primary" onClick={() => void signIn('login')}>
          {words.signInAgain}
        </Button>
      </Notice>
    )
  }
  if (auth.error !== undefined) {
    return (
      <Notice title={words.signInFailed} text={words.signInFailedText} detail={auth.error.message}>
        <Button
          type="primary"
          onClick={() => {
            window.history.replaceState({}, '', '/')
            void signIn()
          }}
        >
          {words.signInAgain}
        </Button>
      </Notice>
    )
  }
  if (!auth.isAuthenticated) return <Notice title={words.product} text={words.signingIn} />

  return (
    <ApiContext value={api}>
      <Person
        onSignOut={() => {
          queries.clear()
          void signOut(manager, config)
        }}
      />
    </ApiContext>
  )
}

function Person({ onSignOut }: { onSignOut: () => void }) {
  const me = useRead(OPERATIONS.getMe, {})
  const leave = useRef(onSignOut)
  leave.current = onSignOut
  // Made only now: the router reads the address when it is made, and signing in has just put the right one there.
  const [router] = useState(() => {
    const made: Router = createBrowserRouter(
      routesOf(
        () => leave.current(),
        () => {
          const { location } = made.state.navigation
          return location === undefined ? undefined : createPath(location)
        },
      ),
    )
    return made
  })
  if (me.data === undefined) {
    if (me.error === null) return <Loading />
    return (
      <Notice title={me.error.body.title} text={me.error.body.advice}>
        <ProblemNotice problem={me.error} onRetry={() => void me.refetch()} />
        <Button onClick={onSignOut}>{words.signOut}</Button>
      </Notice>
    )
  }
  return (
    <MeContext value={me.data}>
      <RouterProvider router={router} />
    </MeContext>
  )
}
