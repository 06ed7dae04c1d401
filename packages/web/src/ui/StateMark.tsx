import type { Tone } from './stateTones.ts'
import './StateMark.css'

/** A state as shape, colour and word; readable in greyscale. */
export function StateMark({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`state ${tone}`}>
      <svg
        width="10"
        height="10"
        viewBox="0 0 10 10"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      >
        {SHAPES[tone]}
      </svg>
      {children}
    </span>
  )
}

const SHAPES: Record<Tone, React.ReactNode> = {
  good: <path d="M1 5.5 4 8.5 9 1.5" />,
  due: <path d="M5 1 9.2 8.8H.8z" />,
  stop: <path d="M1.5 1.5 8.5 8.5M8.5 1.5 1.5 8.5" />,
  off: <circle cx="5" cy="5" r="3.6" />,
  work: <path d="M5 .8A4.2 4.2 0 0 1 5 9.2z M5 .8a4.2 4.2 0 1 0 0 8.4" fill="currentColor" stroke="none" />,
  seal: <rect x="1.2" y="1.2" width="7.6" height="7.6" fill="currentColor" stroke="none" />,
}
