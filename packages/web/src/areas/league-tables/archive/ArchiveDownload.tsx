import { useId, useState } from 'react'
import { archiveWords as words } from '../../../locales/zh-CN/leagueTables.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ArchiveProgressBar } from './ArchiveProgressBar.tsx'
import { archiveName, archiveText, canSeal } from './archiveFile.ts'
import type { RunArchiveHandle } from './useRunArchive.ts'

interface ArchiveDownloadProps {
  readonly archive: RunArchiveHandle
  readonly cycleName: string
  readonly runId: string
}

/** 计分归档: what anybody needs to recompute the run without this system, collected, sealed and handed over as one file. */
export function ArchiveDownload({ archive, cycleName, runId }: ArchiveDownloadProps) {
  const id = useId()
  const [working, setWorking] = useState(false)
  const [handedOver, setHandedOver] = useState<string | undefined>(undefined)
  const sealable = canSeal()
  const download = async () => {
    setWorking(true)
    setHandedOver(undefined)
    try {
      const read = await archive.read()
      if (read === undefined) return
      const name = archiveName(cycleName, runId)
      downloadFile(name, 'json', await archiveText(read))
      setHandedOver(name)
    } finally {
      setWorking(false)
    }
  }
  return (
    <section className="panel stack no-print" aria-label={words.title} data-testid="run-archive">
      <h2>{words.title}</h2>
      <p className="quiet small" id={id}>
        {sealable ? words.hint : words.insecure}
      </p>
      <div className="row">
        <Button
          disabled={!sealable || working}
          aria-label={words.download}
          aria-describedby={id}
          data-testid="download-archive"
          onClick={() => void download()}
        >
          {words.download}
        </Button>
        {working && archive.progress !== undefined && <ArchiveProgressBar progress={archive.progress} />}
        {handedOver !== undefined && (
          <span className="small" role="status">
            {words.handedOver(handedOver)}
          </span>
        )}
      </div>
      {archive.problem !== undefined && <ProblemNotice problem={archive.problem} />}
    </section>
  )
}
