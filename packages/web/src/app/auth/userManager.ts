import { UserManager, WebStorageStateStore } from 'oidc-client-ts'
import type { ConsoleConfig } from '../config.ts'

/** Name of the window in which somebody signs in again over their page. */
const SIGN_IN_WINDOW = 'anjie-sign-in'

/** Whether this page is that window, come back from the provider. Other sites may open the console too, under other names. */
export const isSignInWindow = (config: ConsoleConfig): boolean =>
  window.opener !== null &&
  window.name === SIGN_IN_WINDOW &&
  window.location.pathname === new URL(config.redirectUri).pathname

/**
 * Code + PKCE on the provider's own page. Tokens stay in this tab (session storage): a shared desk keeps nobody
 * signed in after the browser is closed.
 */
export function createUserManager(config: ConsoleConfig): UserManager {
  const signedOut = new URL('/signed-out', window.location.origin).href
  return new UserManager({
    authority: config.oidcIssuer,
    client_id: config.oidcClientId,
    redirect_uri: config.redirectUri,
    post_logout_redirect_uri: signedOut,
    response_type: 'code',
    scope: 'openid profile',
    userStore: new WebStorageStateStore({ store: window.sessionStorage }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: true,
    popup_redirect_uri: config.redirectUri,
    popupWindowTarget: SIGN_IN_WINDOW,
    popupWindowFeatures: { width: 520, height: 720 },
    ...(config.metadata === undefined ? {} : { metadata: config.metadata }),
  })
}

/** Ends the session here and, where the provider has a page for it, there as well. */
export async function signOut(manager: UserManager, config: ConsoleConfig): Promise<void> {
  const signedOut = new URL('/signed-out', window.location.origin).href
  // Before the session ends: on any other page its end is the reason to sign in again.
  window.history.replaceState({}, '', signedOut)
  const endPage = config.metadata?.['end_session_endpoint']
  if (config.metadata === undefined || typeof endPage === 'string') {
    try {
      // Cognito wants its own two parameters; other providers ignore them.
      await manager.signoutRedirect({ extraQueryParams: { client_id: config.oidcClientId, logout_uri: signedOut } })
      return
    } catch {
      // A provider without such a page: ending the session here is all that can be done.
    }
  }
  await manager.removeUser()
}
