import { applicationWords as words } from '../../../locales/zh-CN/honours.ts'
import { PaperTable } from '../../../ui/PaperTable.tsx'
import type { ApplicationCase } from './applicationCase.ts'
import { approvalRows } from './approvalRows.ts'

/** 呈批表 in the layout of official papers: hidden on the screen, printed instead of it. */
export function ApprovalSheet({ found }: { found: ApplicationCase }) {
  return (
    <article className="paper">
      <h1>{words.paperTitle}</h1>
      <PaperTable
        lines={approvalRows(found).map(({ label, text, signed }, index) => ({
          key: `${index} ${label}`,
          isOpinion: signed !== undefined,
          cells: [
            {
              label,
              content: (
                <>
                  {text}
                  {signed !== undefined && <div className="signature">{signed}</div>}
                </>
              ),
            },
          ],
        }))}
      />
    </article>
  )
}
