import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// One build serves every stage: addresses and the identity provider come from /config.json at run time.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Government desks still run browsers of some years ago.
    target: 'es2022',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/ },
            { name: 'sign-in', test: /node_modules[\\/](oidc-client-ts|react-oidc-context|jwt-decode)[\\/]/ },
          ],
        },
      },
    },
  },
})
