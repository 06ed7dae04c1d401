import { type ReactNode, useEffect, useRef } from 'react'

interface FormSectionProps {
  readonly id: string
  /** The focus has come into it: somebody who fills it in is here. */
  readonly onSeen: () => void
  readonly children: ReactNode
}

/** A part of a form that notices when somebody gets to it. */
export function FormSection({ id, onSeen, children }: FormSectionProps) {
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    const shown = section.current
    shown?.addEventListener('focusin', onSeen)
    return () => shown?.removeEventListener('focusin', onSeen)
  }, [onSeen])
  return (
    <section className="panel" id={id} ref={section}>
      {children}
    </section>
  )
}
