import { getHome } from './getHome.ts'
import { getMe } from './getMe.ts'

export const ACCESS_USE_CASES = { getMe, getHome } as const
