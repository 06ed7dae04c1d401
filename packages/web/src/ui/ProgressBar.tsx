import './ProgressBar.css'

/** How much of something is done, as a bar beside the words that say it. */
export function ProgressBar({ share }: { readonly share: number }) {
  return (
    <div className="progress" aria-hidden="true">
      <div style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }} />
    </div>
  )
}
