import { useState } from 'react'
import { whenShown } from '../../app/whenShown.tsx'
import { urgeWords as words } from '../../locales/zh-CN/urging.ts'
import { Button } from '../../ui/Button.tsx'
import type { Urged } from './UrgeDialog.tsx'

const UrgeDialog = whenShown(() => import('./UrgeDialog.tsx'))

/** 催报: asks first. */
export function UrgeButton(props: Urged) {
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
