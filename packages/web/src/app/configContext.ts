import { createContext, useContext } from 'react'
import type { ConsoleConfig } from './config.ts'

export const ConfigContext = createContext<ConsoleConfig | undefined>(undefined)

export function useConfig(): ConsoleConfig {
  const config = useContext(ConfigContext)
  if (config === undefined) throw new Error('useConfig outside of ConfigContext')
  return config
}
