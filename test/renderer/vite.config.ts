import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { guideForVite } from '../../scripts/lib/compile-guide.mjs';
import { messagesForVite } from '../../scripts/lib/compile-messages.mjs';
import { serviceIconsForVite } from '../../scripts/lib/service-icons.mjs';

/** Builds the renderer over a played main into a folder given by TOKENBOARD_FAKE_OUT. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [messagesForVite, guideForVite, serviceIconsForVite, react()],
  build: {
    outDir: process.env.TOKENBOARD_FAKE_OUT ?? '../../dist/renderer-fake',
    emptyOutDir: true,
    target: 'chrome120',
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // As in the product: each file costs every load of the window.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'window', tags: ['$initial'] }] } } },
  },
});
