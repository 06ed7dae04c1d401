import { archiveWords as words } from '../../../locales/zh-CN/leagueTables.ts'

/** 封签 under a table or receipt: with it, a downloaded archive can be told from a forged one. */
export function SealNote({ seal }: { seal: string }) {
  return (
    <p className="quiet small" data-testid="seal">
      {words.seal}：<code className="anywhere">{seal}</code> <span className="no-print">{words.sealHint}</span>
    </p>
  )
}
