import { createContext, useContext } from 'react'

/** Large type (适老化): a preference of this browser, not of the person's record. */
export interface TypeSize {
  readonly largeType: boolean
  readonly toggle: () => void
}

const STORED_AS = 'anjie.large-type'
export const storedLargeType = (): boolean => window.localStorage.getItem(STORED_AS) === 'yes'
export const storeLargeType = (large: boolean): void => window.localStorage.setItem(STORED_AS, large ? 'yes' : 'no')

export const TypeSizeContext = createContext<TypeSize>({ largeType: false, toggle: () => undefined })
export const useTypeSize = (): TypeSize => useContext(TypeSizeContext)
