import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { Loading } from '../ui/Loading.tsx'
import { loadPage } from './missingChunk.ts'

/** A part of the screen whose program is fetched when it is first shown, and not with its page: pictures, dialogs that few open. */
export function whenShown<P extends object>(load: () => Promise<{ default: ComponentType<P> }>) {
  const Drawn = lazy(() => loadPage(load, () => undefined)) as unknown as ComponentType<P>
  return function Shown(props: P): ReactNode {
    return (
      <Suspense fallback={<Loading />}>
        <Drawn {...props} />
      </Suspense>
    )
  }
}
