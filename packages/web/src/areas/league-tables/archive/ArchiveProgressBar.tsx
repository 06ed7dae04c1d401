import { archiveWords as words } from '../../../locales/zh-CN/leagueTables.ts'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import type { ArchiveProgress } from './readRunArchive.ts'

export function ArchiveProgressBar({ progress }: { progress: ArchiveProgress }) {
  const { done, all } = progress
  return (
    <div role="status" className="narrow-form" data-testid="archive-progress">
      <p className="small">{words.progress(done, all)}</p>
      <ProgressBar share={all === 0 ? 0 : done / all} />
    </div>
  )
}
