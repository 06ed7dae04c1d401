import { type KeyboardEvent, useRef } from 'react'
import './Tabs.css'

interface TabsProps {
  readonly label: string
  readonly tabs: readonly { readonly key: string; readonly label: string }[]
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

/** One of a few views of the same thing; the arrow keys go from one to the next. */
export function Tabs({ label, tabs, chosen, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const at = tabs.findIndex(({ key }) => key === chosen)
    const next = (at + step + tabs.length) % tabs.length
    onChoose(tabs[next]?.key ?? chosen)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }
  return (
    <div ref={list} className="tabs no-print" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          aria-selected={tab.key === chosen}
          tabIndex={tab.key === chosen ? 0 : -1}
          onClick={() => onChoose(tab.key)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
