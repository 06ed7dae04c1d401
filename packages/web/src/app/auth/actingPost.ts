const KEY = 'anjie.post'

/** By which of the own posts this window acts; undefined: the first. Another window may act by another. */
export const actingPost = (): string | undefined => window.sessionStorage.getItem(KEY) ?? undefined

/** Acts by another post from now on: every page is read anew, because all of it may be another one's. */
export function actBy(key: string | undefined): void {
  if (key === undefined) window.sessionStorage.removeItem(KEY)
  else window.sessionStorage.setItem(KEY, key)
  window.location.assign('/')
}
