import { fileURLToPath } from 'node:url'

/** Where the bundles lie between bundling and deployment. */
export const defaultAssetFolder = fileURLToPath(new URL('../dist', import.meta.url))
