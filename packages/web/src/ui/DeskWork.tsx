import './DeskWork.css'

/** On a narrow screen only: what is shown can be read here, but is filled in at a desk. */
export function DeskWork({ children }: { readonly children: string }) {
  return (
    <p className="desk-work no-print" role="note">
      {children}
    </p>
  )
}
