import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { UserManager } from 'oidc-client-ts'
import { useMemo, useState } from 'react'
import { AuthProvider } from 'react-oidc-context'
import { ApiProblem } from '../ui/apiProblem.ts'
import { OpenQuestion } from '../ui/dialog/OpenQuestion.tsx'
import { ToldLines } from '../ui/ToldLines.tsx'
import { safeReturnAddress } from './auth/returnAddress.ts'
import { SignedIn } from './auth/SignedIn.tsx'
import type { ConsoleConfig } from './config.ts'
import { ConfigContext } from './configContext.ts'
import { storedLargeType, storeLargeType, TypeSizeContext } from './typeSize.ts'

export function App({ config, manager }: { config: ConsoleConfig; manager: UserManager }) {
  const [largeType, setLargeType] = useState(storedLargeType)
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            // The client itself repeats what was lost on the way; a refusal stays a refusal.
            retry: false,
            staleTime: 5_000,
            refetchOnWindowFocus: (query) => !(query.state.error instanceof ApiProblem),
          },
        },
      }),
  )
  document.documentElement.classList.toggle('large-type', largeType)
  const typeSize = useMemo(
    () => ({
      largeType,
      toggle: () => {
        storeLargeType(!largeType)
        setLargeType(!largeType)
      },
    }),
    [largeType],
  )

  return (
    <>
      <TypeSizeContext value={typeSize}>
        <ConfigContext value={config}>
          <QueryClientProvider client={queries}>
            <AuthProvider
              userManager={manager}
              onSigninCallback={(user) => {
                // Read back from the browser's storage, so checked once more.
                window.history.replaceState({}, '', safeReturnAddress(user?.state, window.location.origin))
              }}
            >
              <SignedIn manager={manager} />
            </AuthProvider>
          </QueryClientProvider>
        </ConfigContext>
      </TypeSizeContext>
      <OpenQuestion />
      <ToldLines />
    </>
  )
}
