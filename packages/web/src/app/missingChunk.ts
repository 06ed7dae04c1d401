const RELOADED_AT = 'anjie-reloaded-at'
/** A second failure within this time is no new version but a fault, and is shown as one. */
const ONCE_WITHIN_MS = 60_000

/** What the browsers say when a part of the program is not where this page expects it. */
const MISSING =
  /dynamically imported module|importing a module script failed|not a valid javascript mime type|unable to preload css/i

/** Whether a part of the program could not be fetched, as after a new version was deployed. */
export const isMissingChunk = (thrown: unknown): boolean => thrown instanceof Error && MISSING.test(thrown.message)

export interface Reloading {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  readonly now: number
  /** Whether the server answers at all: without a line a reload would only lose the page. */
  readonly serverAnswers: () => Promise<boolean>
  readonly reload: () => void
}

/** Reloads the page for a missing part, once; says whether it did. */
export async function reloadOnce({ storage, now, serverAnswers, reload }: Reloading): Promise<boolean> {
  const before = Number(storage.getItem(RELOADED_AT) ?? Number.NaN)
  if (now - before < ONCE_WITHIN_MS || !(await serverAnswers())) return false
  storage.setItem(RELOADED_AT, String(now))
  reload()
  return true
}

/**
 * Loads a page's part of the program. After a deployment the parts that the open page knows are gone: then the address that
 * one was going to is loaded anew. Nothing that was typed is lost, because unsaved changes are settled before a page is left.
 */
export async function loadPage<T>(load: () => Promise<T>, goingTo: () => string | undefined): Promise<T> {
  try {
    return await load()
  } catch (thrown) {
    if (!isMissingChunk(thrown)) throw thrown
    const reloaded = await reloadOnce({
      storage: window.sessionStorage,
      now: Date.now(),
      serverAnswers: () =>
        fetch('/config.json', { method: 'HEAD', cache: 'no-store' }).then(
          (response) => response.ok,
          () => false,
        ),
      reload: () => {
        const target = goingTo()
        if (target === undefined) window.location.reload()
        else window.location.assign(target)
      },
    })
    if (!reloaded) throw thrown
    // The reload is under way; the old page stays as it is until then.
    return new Promise<T>(() => {})
  }
}
