import { join } from 'node:path';
import { defineConfig } from 'vite';

/** `npm run board` serves it for whoever works on it; infra/board-page.ts builds what is deployed. */
export default defineConfig({
  base: '/board/',
  // What is given to the page and to the functions alike is resolved as Node does, by the package's imports.
  resolve: { tsconfigPaths: false },
  html: { cspNonce: '__NONCE__' },
  build: {
    target: 'es2023',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Nothing inline: the policy of the page lets no data in but images.
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 2000,
    outDir: join(import.meta.dirname, '../../../.local/board/page'),
  },
});
