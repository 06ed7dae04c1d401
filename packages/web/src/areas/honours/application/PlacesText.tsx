import { applicationWords as words } from '../../../locales/zh-CN/honours.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { ApplicationCase } from './applicationCase.ts'

/** 名额 that are left for a case, and its place in the line where it waits for one. */
export function PlacesText({ places }: { places: ApplicationCase['places'] }) {
  if (places === undefined) return null
  const { left, of, ahead, position } = places
  return (
    <p>
      <StateMark tone={left > ahead ? 'good' : 'due'}>{words.placesLeft}</StateMark>：{words.places(of, left)}
      {position === undefined ? (ahead > 0 ? `，${words.ahead(ahead)}` : '') : `，${words.position(position)}`}
    </p>
  )
}
