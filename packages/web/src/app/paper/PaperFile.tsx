import type { PaperRow } from '@anjie/documents/paper/paperPdf'
import fontAddress from '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf?url'
import { useState } from 'react'
import { paperFileWords as words } from '../../locales/zh-CN/parts.ts'
import { Button } from '../../ui/Button.tsx'
import { downloadFile } from '../../ui/downloadFile.ts'

interface PaperFileProps {
  readonly label: string
  readonly title: string
  readonly fileName: string
  readonly rows: () => readonly PaperRow[]
  /** Instant that the file says it was made at. */
  readonly at: string
}

/** An official paper as a file with its font inside. Font and writer are fetched only when somebody asks for it. */
export function PaperFile({ label, title, fileName, rows, at }: PaperFileProps) {
  const [waiting, setWaiting] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const make = async () => {
    setWaiting(true)
    setRefusal(undefined)
    try {
      const [{ paperPdf }, font] = await Promise.all([
        import('@anjie/documents/paper/paperPdf'),
        fetch(fontAddress).then((answer) => answer.arrayBuffer()),
      ])
      const paper = { title, rows: rows(), at, pageText: words.page, goesOn: words.goesOn }
      const made = await paperPdf(paper, new Uint8Array(font))
      if (made.ok) downloadFile(fileName, 'pdf', made.value)
      else setRefusal(words.lacking(made.error))
    } catch {
      setRefusal(words.notMade)
    } finally {
      setWaiting(false)
    }
  }
  return (
    <>
      <Button waiting={waiting} onClick={() => void make()}>
        {label}
      </Button>
      {refusal !== undefined && (
        <span className="error-text" role="alert">
          {refusal}
        </span>
      )}
    </>
  )
}
