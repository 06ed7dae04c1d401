import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { NotFound } from './shell/NotFound.tsx'
import { PageCrashed } from './shell/PageCrashed.tsx'
import { Shell } from './shell/Shell.tsx'

/** Each page is a chunk of its own: nobody loads the scheme editor in order to see the to-do list. */
const page = (load: () => Promise<{ default: ComponentType }>): Pick<RouteObject, 'lazy'> => ({
  lazy: async () => ({ Component: (await load()).default }),
})

export const routesOf = (onSignOut: () => void): RouteObject[] => [
  {
    path: '/',
    element: <Shell onSignOut={onSignOut} />,
    HydrateFallback: () => null,
    errorElement: <PageCrashed />,
    children: [
      {
        errorElement: <PageCrashed />,
        children: [
          { index: true, ...page(() => import('../areas/home/home/HomePage.tsx')) },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]
