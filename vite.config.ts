import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { guideForVite } from './scripts/lib/compile-guide.mjs';
import { messagesForVite } from './scripts/lib/compile-messages.mjs';
import { serviceIconsForVite } from './scripts/lib/service-icons.mjs';

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [messagesForVite, guideForVite, serviceIconsForVite, react(), listModules()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    cssMinify: 'lightningcss',
    // Inline nothing: the CSP allows no data: scripts, and fonts and images stay cacheable files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1100,
    // What the window starts with in one file: each file is a request that goes through the platform.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'window', tags: ['$initial'] }] } } },
  },
});

/** Writes down which files the window's bundle is made of, for `scripts/lib/licences.mjs`. */
function listModules(): Plugin {
  let root = '';
  return {
    name: 'list-modules',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_, bundle) {
      const file = process.env.TOKENBOARD_WINDOW_MODULES;
      // Fonts and images are no modules: their names are relative to the root.
      const assets = Object.values(bundle).flatMap((item) => (item.type === 'asset' ? item.originalFileNames : []));
      const files = [...this.getModuleIds(), ...assets.map((name) => resolve(root, name))];
      if (file !== undefined) writeFileSync(file, JSON.stringify(files));
    },
  };
}
