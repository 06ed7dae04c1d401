import type { PaperRow } from '@anjie/documents/paper/paperPdf'
import { PaperTable } from './PaperTable.tsx'

/** An official paper in the layout of the office: hidden on the screen, printed instead of it. */
export function PaperSheet({ title, rows }: { readonly title: string; readonly rows: readonly PaperRow[] }) {
  return (
    <article className="paper">
      <h1>{title}</h1>
      <PaperTable
        lines={rows.map(({ label, text, signed }, index) => ({
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
