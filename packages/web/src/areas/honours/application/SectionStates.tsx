import { APPLICATION_SECTIONS, type ApplicationSection } from '@anjie/contracts/vocabulary/honours/application'
import { SECTION_STATE_NAMES, type SectionState, sectionStates } from '@anjie/domain/honours/sections'
import { sectionWords as words } from '../../../locales/zh-CN/honours.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { ApplicationCase } from './applicationCase.ts'

const TONES = { untouched: 'off', begun: 'work', seen: 'due', complete: 'good' } as const satisfies Record<
  SectionState,
  string
>

type Material = Parameters<typeof sectionStates>[0]

/** How far each section is, with the way to it: whoever resumes sees where somebody else stopped. */
export function SectionStates({ material, criteria }: { material: Material; criteria: ApplicationCase['criteria'] }) {
  const states = sectionStates(material, criteria)
  return (
    <nav className="row" aria-label={words.title}>
      {APPLICATION_SECTIONS.map((section) => (
        <span key={section}>
          <a href={`#${sectionAnchor(section)}`}>{words.names[section]}</a>{' '}
          <StateMark tone={TONES[states[section]]}>{SECTION_STATE_NAMES[states[section]]}</StateMark>
        </span>
      ))}
    </nav>
  )
}

export const sectionAnchor = (section: ApplicationSection): string => `section-${section}`
