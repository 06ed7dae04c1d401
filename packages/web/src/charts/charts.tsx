import { whenShown } from '../app/whenShown.tsx'

export const TrendChart = whenShown(() => import('./TrendChart.tsx'))
export const DistributionChart = whenShown(() => import('./DistributionChart.tsx'))
export const HeatTable = whenShown(() => import('./HeatTable.tsx'))
export const TileGrid = whenShown(() => import('./TileGrid.tsx'))
