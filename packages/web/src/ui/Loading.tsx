import { shellWords } from '../locales/zh-CN/shell.ts'

export function Loading() {
  return (
    <p className="empty" role="status">
      {shellWords.loading}
    </p>
  )
}
