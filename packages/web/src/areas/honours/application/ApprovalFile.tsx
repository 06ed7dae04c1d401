import fontAddress from '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf?url'
import { useState } from 'react'
import { applicationWords, approvalFileWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import type { ApplicationCase } from './applicationCase.ts'
import { approvalRows } from './approvalRows.ts'

/** 呈批表 as a file with its font inside. Font and writer are fetched only when somebody asks for it. */
export function ApprovalFile({ found }: { found: ApplicationCase }) {
  const [waiting, setWaiting] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const { state } = found
  const make = async () => {
    setWaiting(true)
    setRefusal(undefined)
    try {
      const [{ paperPdf }, font] = await Promise.all([
        import('@anjie/documents/paper/paperPdf'),
        fetch(fontAddress).then((answer) => answer.arrayBuffer()),
      ])
      const made = await paperPdf(
        {
          title: applicationWords.paperTitle,
          rows: approvalRows(found),
          at: state.updatedAt,
          pageText: words.page,
          goesOn: words.goesOn,
        },
        new Uint8Array(font),
      )
      if (made.ok) downloadFile(words.fileName(state.unitName, state.roundName), 'pdf', made.value)
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
        {words.make}
      </Button>
      {refusal !== undefined && (
        <span className="error-text" role="alert">
          {refusal}
        </span>
      )}
    </>
  )
}
