import { defaultAssetFolder } from '../lib/assetFolder.ts'
import { buildApp } from '../lib/buildApp.ts'

buildApp({ assetFolder: defaultAssetFolder }).app.synth()
