import { Link } from 'react-router'
import { shellWords as words } from '../../locales/zh-CN/shell.ts'

export function NotFound() {
  return (
    <div className="panel stack">
      <h1>{words.notFoundTitle}</h1>
      <p>{words.notFoundText}</p>
      <Link to="/">{words.goHome}</Link>
    </div>
  )
}
