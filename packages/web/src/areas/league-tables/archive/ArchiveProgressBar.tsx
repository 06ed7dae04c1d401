import { archiveWords as words } from '../../../locales/zh-CN/leagueTables.ts'
import type { ArchiveProgress } from './readRunArchive.ts'

export function ArchiveProgressBar({ progress }: { progress: ArchiveProgress }) {
  const { done, all } = progress
  return (
    <div role="status" style={{ maxWidth: 320 }} data-testid="archive-progress">
      <p className="small">{words.progress(done, all)}</p>
      <div className="progress">
        <div style={{ width: `${all === 0 ? 0 : Math.round((done / all) * 100)}%` }} />
      </div>
    </div>
  )
}
