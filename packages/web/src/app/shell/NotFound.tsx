import { Link } from 'react-router'
import { shellWords as words } from '../../locales/zh-CN/shell.ts'
import { Result } from '../../ui/Result.tsx'

export function NotFound() {
  return (
    <Result title={words.notFoundTitle} text={words.notFoundText}>
      <Link to="/">{words.goHome}</Link>
    </Result>
  )
}
