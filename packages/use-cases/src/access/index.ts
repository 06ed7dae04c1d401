import { getHome } from './getHome.ts'
import { getMe } from './getMe.ts'

export const ACCESS = { getMe, getHome } as const
