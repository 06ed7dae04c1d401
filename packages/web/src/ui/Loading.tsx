import { shellWords } from '../locales/zh-CN/shell.ts'
import './Empty.css'

export function Loading() {
  return (
    <p className="empty" role="status">
      {shellWords.loading}
    </p>
  )
}
