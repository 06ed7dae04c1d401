import './ui/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { createUserManager, isSignInWindow } from './app/auth/userManager.ts'
import { loadConfig } from './app/config.ts'
import { sessionWords, shellWords } from './locales/zh-CN/shell.ts'
import { setCssVariables } from './ui/cssVariables.ts'
import { Result } from './ui/Result.tsx'
import './ui/print.css'

const element = document.getElementById('root')
if (element === null) throw new Error('no #root in index.html')
setCssVariables(document.documentElement)
const root = createRoot(element)

try {
  const config = await loadConfig()
  const manager = createUserManager(config)
  if (isSignInWindow(config)) {
    root.render(
      <Result
        isWholePage
        from={shellWords.productLong}
        title={sessionWords.besideTitle}
        text={sessionWords.besideText}
      />,
    )
    // Hands the answer to the window that waits for it, and closes this one.
    await manager.signinPopupCallback()
  } else {
    root.render(
      <StrictMode>
        <App config={config} manager={manager} />
      </StrictMode>,
    )
  }
} catch (cause) {
  console.error(cause)
  root.render(
    <Result
      isWholePage
      from={shellWords.productLong}
      title={shellWords.startFailed}
      text={shellWords.startFailedText}
    />,
  )
}
