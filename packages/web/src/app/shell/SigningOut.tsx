import { useEffect } from 'react'
import { Loading } from '../../ui/Loading.tsx'

/** A page of its own, so that leaving unsaved work for it is asked about like leaving it for any other. */
export function SigningOut({ onSignOut }: { onSignOut: () => void }) {
  useEffect(() => onSignOut(), [onSignOut])
  return <Loading />
}
