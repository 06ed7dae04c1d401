import { App } from 'antd'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { commonWords as words } from '../locales/zh-CN/common.ts'

/** Asks before typed but unsaved work is left behind, inside the console and when the tab is closed. */
export function useLeaveGuard(unsaved: boolean): void {
  const { modal } = App.useApp()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    modal.confirm({
      title: words.unsaved,
      content: words.unsavedQuestion,
      okText: words.leave,
      cancelText: words.stay,
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    })
  }, [blocker, modal])
  useEffect(() => {
    if (!unsaved) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
}
