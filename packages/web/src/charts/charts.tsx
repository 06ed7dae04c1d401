import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { loadPage } from '../app/missingChunk.ts'
import { Loading } from '../ui/Loading.tsx'

/** Fetched when the first picture is shown, and not before. */
function whenShown<P extends object>(load: () => Promise<{ default: ComponentType<P> }>) {
  const Drawn = lazy(() => loadPage(load, () => undefined)) as unknown as ComponentType<P>
  return function Chart(props: P): ReactNode {
    return (
      <Suspense fallback={<Loading />}>
        <Drawn {...props} />
      </Suspense>
    )
  }
}

export const TrendChart = whenShown(() => import('./TrendChart.tsx'))
export const DistributionChart = whenShown(() => import('./DistributionChart.tsx'))
export const HeatTable = whenShown(() => import('./HeatTable.tsx'))
export const TileGrid = whenShown(() => import('./TileGrid.tsx'))
