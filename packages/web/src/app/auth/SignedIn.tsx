import { useQueryClient } from '@tanstack/react-query'
import type { UserManager } from 'oidc-client-ts'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useAuth } from 'react-oidc-context'
import { createBrowserRouter, createPath, RouterProvider } from 'react-router'
import { countByYearPlans } from '../../locales/zh-CN/format.ts'
import { shellWords as words } from '../../locales/zh-CN/shell.ts'
import { Button } from '../../ui/Button.tsx'
import { OwnPhrases, OwnPhrasesContext } from '../../ui/form/ownPhrases.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Result } from '../../ui/Result.tsx'
import { askBeforeLeaving } from '../../ui/useLeaveGuard.tsx'
import { ApiContext } from '../api/ApiContext.ts'
import { createApiClient } from '../api/apiClient.ts'
import { LateContract } from '../api/lateContract.ts'
import { OPERATIONS } from '../api/operations.ts'
import { readKey, useRead } from '../api/useRead.ts'
import { useConfig } from '../configContext.ts'
import { DraftsContext } from '../drafts/DraftsContext.ts'
import { KeptDrafts } from '../drafts/keptDrafts.ts'
import { MeContext } from '../me.ts'
import { routesOf } from '../routes.tsx'
import { whenShown } from '../whenShown.tsx'
import { actBy, actingPost } from './actingPost.ts'
import { safeReturnAddress } from './returnAddress.ts'
import { SessionLost } from './SessionLost.tsx'
import { Session } from './session.ts'
import { signOut } from './userManager.ts'

/** Only who has no post yet sees it. */
const JoinForm = whenShown(() => import('./JoinForm.tsx'))

type Router = ReturnType<typeof createBrowserRouter>

/** Lets in who is signed in; everybody else goes to the provider's page and comes back to where they were. */
export function SignedIn({ manager }: { manager: UserManager }) {
  const config = useConfig()
  const auth = useAuth()
  const queries = useQueryClient()
  const left = window.location.pathname === '/signed-out'
  const token = useRef<string | undefined>(undefined)
  // Whose page this is, from the first sign-in until it is left: only a token of the same person is ever used on it.
  const person = useRef<string | undefined>(undefined)
  const given = auth.user?.profile.sub
  if (auth.isAuthenticated) person.current ??= given
  if (given !== undefined && given === person.current) token.current = auth.user?.access_token
  const [session] = useState(() => new Session())

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
  /** By leaving the page for the sign-in page; what was typed is kept and offered again. */
  const signInHere = useCallback(() => {
    askBeforeLeaving(false)
    void manager
      .removeUser()
      .then(() => signIn())
      .catch(() => askBeforeLeaving(true))
  }, [manager, signIn])
  // A page never goes on working on a shape that nobody promised: read anew, it is refused then.
  const [contract] = useState(
    () =>
      new LateContract(
        () => import('@anjie/contracts/operations/index'),
        () => void queries.invalidateQueries(),
      ),
  )
  const api = useMemo(
    () =>
      createApiClient({
        faultOf: (operation, body) => contract.faultOf(operation, body),
        apiOrigin: config.apiOrigin,
        accessToken: () => token.current,
        actingPost,
        onSignedOut: (by) => {
          if (queries.getQueryData(readKey(OPERATIONS.getMe, {})) !== undefined) return session.lost(by)
          // Nobody has seen a page yet that could be kept.
          signInHere()
          return new Promise(() => {})
        },
      }),
    [config, contract, session, queries, signInHere],
  )
  /** Over the page, in a window of its own. Somebody else starts with a page of their own instead. */
  const signInBeside = async () => {
    const user = await manager.signinPopup({ popupAbortOnClose: true })
    if (user.profile.sub !== person.current) {
      askBeforeLeaving(false)
      window.location.assign('/')
      return
    }
    token.current = user.access_token
    session.regained()
    await queries.invalidateQueries()
  }

  const idle = !auth.isLoading && auth.activeNavigator === undefined && auth.error === undefined
  // Once somebody works here, a lost session is mended over the page and never replaces it.
  const entered = person.current !== undefined && !(left && !auth.isAuthenticated)
  const mustSignIn = idle && !auth.isAuthenticated && !left && !entered
  useEffect(() => {
    if (mustSignIn) void signIn()
  }, [mustSignIn, signIn])

  if (left && !auth.isAuthenticated) {
    return (
      <Result isWholePage from={words.productLong} title={words.signedOutTitle} text={words.signedOutText}>
        <Button isMain onClick={() => void signIn('login')}>
          {words.signInAgain}
        </Button>
      </Result>
    )
  }
  if (auth.error !== undefined && !entered) {
    return (
      <Result
        isWholePage
        from={words.productLong}
        title={words.signInFailed}
        text={words.signInFailedText}
        detail={auth.error.message}
      >
        <Button
          isMain
          onClick={() => {
            window.history.replaceState({}, '', '/')
            void signIn()
          }}
        >
          {words.signInAgain}
        </Button>
      </Result>
    )
  }
  if (!entered) return <Result isWholePage from={words.productLong} title={words.product} text={words.signingIn} />

  return (
    <ApiContext value={api}>
      <Person
        sub={person.current ?? ''}
        onSignOut={() => {
          queries.clear()
          void signOut(manager, config)
        }}
        lost={(personName) => (
          <SessionLost session={session} personName={personName} signInBeside={signInBeside} signInHere={signInHere} />
        )}
      />
    </ApiContext>
  )
}

interface PersonProps {
  /** The provider's name for the person; unsaved work is kept under it. */
  readonly sub: string
  readonly onSignOut: () => void
  /** What stands over the page while the session is lost. */
  readonly lost: (personName: string) => ReactNode
}

function Person({ sub, onSignOut, lost }: PersonProps) {
  const me = useRead(OPERATIONS.getMe, {})
  const [drafts] = useState(() => new KeptDrafts(window.localStorage, sub))
  const [phrases] = useState(() => new OwnPhrases(window.localStorage, sub))
  const calendar = useRead(OPERATIONS.getCalendar, {})
  const leave = useRef(onSignOut)
  leave.current = () => {
    drafts.dropAll()
    onSignOut()
  }
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
    if (me.error === null)
      return (
        <>
          <Loading />
          {lost('')}
        </>
      )
    return (
      <Result isWholePage from={words.productLong} title={me.error.body.title} text={me.error.body.advice}>
        {/* Whoever has no post yet is told so by the title; the only box is what is wrong with the code. */}
        {me.error.is('no-membership') ? (
          <JoinForm onJoined={() => window.location.assign('/')} />
        ) : (
          <ProblemNotice problem={me.error} onRetry={() => void me.refetch()} />
        )}
        {me.error.is('post-ended') && (
          <Button isMain onClick={() => actBy(undefined)}>
            {words.otherPost}
          </Button>
        )}
        <Button onClick={onSignOut}>{words.signOut}</Button>
        {lost('')}
      </Result>
    )
  }
  if (calendar.isPending) return <Loading />
  // Where it cannot be read, the years that come with the console have to do; the server decides by its own.
  countByYearPlans(calendar.data?.plans ?? [])
  return (
    <MeContext value={me.data}>
      <DraftsContext value={drafts}>
        <OwnPhrasesContext value={phrases}>
          <RouterProvider router={router} />
        </OwnPhrasesContext>
        {lost(me.data.personName)}
      </DraftsContext>
    </MeContext>
  )
}
