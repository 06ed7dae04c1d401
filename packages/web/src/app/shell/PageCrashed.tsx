import { useEffect } from 'react'
import { useRouteError } from 'react-router'
import { shellWords as words } from '../../locales/zh-CN/shell.ts'
import { Button } from '../../ui/Button.tsx'
import { Result } from '../../ui/Result.tsx'

/** A broken assumption in a page: say so in Chinese, keep the shell, leave the details to the browser's log. */
export function PageCrashed() {
  const error = useRouteError()
  useEffect(() => console.error(error), [error])
  return (
    <Result title={words.crashed} text={words.crashedText} isAlert>
      <Button isMain onClick={() => window.location.reload()}>
        {words.reload}
      </Button>
    </Result>
  )
}
