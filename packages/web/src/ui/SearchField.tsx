import { useRef, useState } from 'react'
import { commonWords as words } from '../locales/zh-CN/common.ts'
import './SearchField.css'

/** Filters while one types, but not on the Latin letters of a word that an input method is still composing. */
export function SearchField({
  onSearch,
  label,
  hint,
  initial = '',
}: {
  onSearch: (text: string) => void
  label?: string
  hint?: string
  initial?: string
}) {
  const [typed, setTyped] = useState(initial)
  const composing = useRef(false)
  return (
    <input
      type="search"
      className="control search-field"
      value={typed}
      aria-label={label ?? words.search}
      placeholder={hint ?? words.searchHint}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        onSearch(event.currentTarget.value.trim())
      }}
      onChange={(event) => {
        setTyped(event.target.value)
        if (!composing.current) onSearch(event.target.value.trim())
      }}
    />
  )
}
