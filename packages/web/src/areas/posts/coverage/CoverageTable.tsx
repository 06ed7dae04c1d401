import type { CoverageByKind, CoverageFigures } from '@anjie/contracts/vocabulary/posts/dutyCoverage'
import { DUTY_POST_KINDS } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { dutyPostWords as words } from '../../../locales/zh-CN/dutyPosts.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'

export const FIGURES = Object.keys(words.figures) as readonly (keyof CoverageFigures)[]

/** Of those that should be set up: 33 of 33. */
export const shareOf = ({ units, posts, filled }: CoverageFigures): string => {
  const of = Math.max(units, posts)
  return of === 0 ? '' : `${((filled / of) * 100).toFixed(2)}%`
}

/** 覆盖情况 by kind of post. */
export function CoverageTable({ caption, figures }: { caption: string; figures: CoverageByKind }) {
  return (
    <DataTable
      caption={caption}
      isPlain
      isWhole
      isUnsorted
      rows={DUTY_POST_KINDS.map((kind) => ({ kind, of: figures[kind] }))}
      rowKey={({ kind }) => kind}
      columns={[
        { key: 'kind', name: words.kind, text: ({ kind }) => POST_KINDS[kind].name, isRowHead: true },
        ...FIGURES.map((name) => ({
          key: name,
          name: words.figures[name],
          kind: 'figure' as const,
          text: ({ of }: { of: CoverageFigures }) => String(of[name]),
        })),
        { key: 'share', name: words.share, kind: 'figure', text: ({ of }) => shareOf(of) },
      ]}
    />
  )
}
