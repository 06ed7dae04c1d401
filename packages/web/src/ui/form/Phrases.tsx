import { useContext, useState } from 'react'
import { officePhrases, type PhraseKind, dialogWords as words } from '../../locales/zh-CN/parts.ts'
import { OwnPhrasesContext } from './ownPhrases.ts'
import './Phrases.css'

interface PhrasesProps {
  readonly list: PhraseList
  /** What stands in the field, which can be kept as a phrase. */
  readonly text: string
  readonly onChoose: (phrase: string) => void
}

/** 常用语 of one kind of decision: the office's, then the person's own. */
export interface PhraseList {
  readonly all: readonly string[]
  readonly isOwn: (phrase: string) => boolean
  readonly keep: ((phrase: string) => void) | undefined
  readonly drop: (phrase: string) => void
}

/** Undefined for a field without phrases. */
export function usePhrases(kind: PhraseKind | undefined): PhraseList | undefined {
  const kept = useContext(OwnPhrasesContext)
  const [, drawAnew] = useState(0)
  if (kind === undefined) return undefined
  const own = kept?.of(kind) ?? []
  const office: readonly string[] = officePhrases[kind]
  return {
    all: [...office, ...own.filter((phrase) => !office.includes(phrase))],
    isOwn: (phrase) => own.includes(phrase),
    keep:
      kept === undefined
        ? undefined
        : (phrase) => {
            kept.add(kind, phrase)
            drawAnew((times) => times + 1)
          },
    drop: (phrase) => {
      kept?.drop(kind, phrase)
      drawAnew((times) => times + 1)
    },
  }
}

/** The phrase of a key press: Alt and the digit that stands before it. */
export const phraseOfKey = (
  list: PhraseList | undefined,
  event: { readonly altKey: boolean; readonly ctrlKey: boolean; readonly code: string },
): string | undefined => {
  const digit = event.altKey && !event.ctrlKey ? /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] : undefined
  return digit === undefined ? undefined : list?.all[Number(digit) - 1]
}

const SHORTEST = 4

export function Phrases({ list, text, onChoose }: PhrasesProps) {
  const typed = text.trim()
  const mayKeep = list.keep !== undefined && typed.length >= SHORTEST && !list.all.includes(typed)
  return (
    <fieldset className="phrases">
      <legend>{words.phrases}</legend>
      <ol>
        {list.all.map((phrase, at) => (
          <li key={phrase}>
            <button
              type="button"
              {...(at < 9 ? { 'data-key': at + 1, 'aria-keyshortcuts': `Alt+${at + 1}` } : {})}
              onClick={() => onChoose(phrase)}
            >
              {phrase}
            </button>
            {list.isOwn(phrase) && (
              <button
                type="button"
                className="phrase-drop"
                aria-label={words.dropPhrase(phrase)}
                title={words.dropPhrase(phrase)}
                onClick={() => list.drop(phrase)}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ol>
      <p className="quiet small">
        {words.phrasesHint}
        {mayKeep && (
          <button type="button" className="plain" onClick={() => list.keep?.(typed)}>
            {words.keepPhrase}
          </button>
        )}
      </p>
    </fieldset>
  )
}
