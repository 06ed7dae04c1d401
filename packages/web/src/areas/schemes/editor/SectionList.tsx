import { schemeWords as words } from '../../../locales/zh-CN/schemes.ts'
import type { Selection } from './editorState.ts'

const SECTIONS = ['basics', 'groups', 'capGroups', 'vetoes', 'escalations', 'grades', 'checks'] as const

interface SectionListProps {
  /** How many data items there are. */
  readonly items: number
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
}

/** The parts of a scheme that are not in its tree. */
export function SectionList({ items, selection, onSelect }: SectionListProps) {
  return (
    <ul className="plain-list section-list">
      {SECTIONS.map((section) => (
        <li key={section}>
          <button
            type="button"
            className="plain"
            aria-current={selection.kind === 'section' && selection.section === section}
            onClick={() => onSelect({ kind: 'section', section })}
          >
            {words.sections[section]}
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="plain"
          aria-current={selection.kind === 'items'}
          onClick={() => onSelect({ kind: 'items' })}
        >
          {words.sections.items}（{items}）
        </button>
      </li>
    </ul>
  )
}
