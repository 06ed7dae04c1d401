import type { ReactNode } from 'react'

interface PaperLine {
  readonly key: string
  /** One or two labelled cells; a single one takes the width of the sheet. */
  readonly cells: readonly { readonly label: string; readonly content: ReactNode }[]
  /** Room to write by hand. */
  readonly isOpinion?: boolean
}

/** The ruled form of an official paper: label beside content, line by line. */
export function PaperTable({ lines }: { readonly lines: readonly PaperLine[] }) {
  return (
    <table>
      <tbody>
        {lines.map(({ key, cells, isOpinion = false }) => (
          <tr key={key}>
            {cells.map(({ label, content }) => (
              <PaperCell key={label} label={label} isWide={cells.length === 1} isOpinion={isOpinion}>
                {content}
              </PaperCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface PaperCellProps {
  readonly label: string
  readonly isWide: boolean
  readonly isOpinion: boolean
  readonly children: ReactNode
}

const PaperCell = ({ label, isWide, isOpinion, children }: PaperCellProps) => (
  <>
    <th scope="row">{label}</th>
    <td className={isOpinion ? 'paper-opinion' : 'paper-text'} {...(isWide ? { colSpan: 3 } : {})}>
      {children}
    </td>
  </>
)
