import { useNavigate } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { tellDone } from '../../../ui/told.ts'
import { MeasureForm } from './MeasureForm.tsx'

/** 修改拟稿, until it is signed. */
export function EditMeasure({ measureId }: { measureId: string }) {
  const navigate = useNavigate()
  const found = useRead(OPERATIONS.getMeasure, { params: { measureId } })
  const revise = useCommand(OPERATIONS.reviseMeasure)
  const back = `/measures/${measureId}`
  return (
    <>
      <PageHead title={words.editTitle} back={{ to: back, label: words.back }} />
      <ReadState read={found}>
        {({ state, version }) => (
          <MeasureForm
            from={state}
            label={words.saveEdit}
            waiting={revise.waiting}
            problem={revise.problem}
            onSend={(content) => {
              void revise.run({ params: { measureId }, ifMatch: version, body: content } as never).then((reply) => {
                if (reply === undefined) return
                tellDone(commonWords.done(words.editTitle))
                void navigate(back)
              })
            }}
          />
        )}
      </ReadState>
    </>
  )
}
