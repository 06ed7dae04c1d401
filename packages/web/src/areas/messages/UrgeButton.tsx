import type { UrgedKind } from '@anjie/contracts/vocabulary/messages/urging'
import { useState } from 'react'
import { whenShown } from '../../app/whenShown.tsx'
import { urgeWords as words } from '../../locales/zh-CN/urging.ts'
import { Button } from '../../ui/Button.tsx'

export interface UrgeButtonProps {
  readonly kind: UrgedKind
  readonly id: string
  /** Whose case it is, for the question and for a screen reader. */
  readonly name: string
}

const UrgeDialog = whenShown(() => import('./UrgeDialog.tsx'))

/** 催报: asks first. */
export function UrgeButton(props: UrgeButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button isSmall aria-label={`${words.urge} ${props.name}`} onClick={() => setOpen(true)}>
        {words.urge}
      </Button>
      {open && <UrgeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
