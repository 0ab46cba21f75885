// The build of the application, and its development server. Everything is a file of its own: no inline script or style, so that the
// content security policy needs no exception.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { sampleBriefs } from '../shared/contracts/sample-briefs.ts';
import { compileMessages } from './plugins/compile-messages.ts';
import { nativePolyfills } from './plugins/native-polyfills.ts';
import { withoutDescriptions } from './plugins/without-descriptions.ts';

const apiUrl = process.env['VITE_API_URL'] ?? 'http://localhost:8000';
const liveUrl = process.env['VITE_WS_URL'] ?? `${apiUrl.replace(/^http/, 'ws')}/live`;

/** What whoever serves the built application answers with: where the API is, and the brief to begin with. */
const settingsOfDevelopment: Plugin = {
  name: 'settings-of-development',
  configureServer: (server) => {
    server.middlewares.use('/settings.json', (_request, response) => {
      const samples = sampleBriefs((file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ apiUrl, liveUrl, sampleBriefs: samples }));
    });
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    // React Aria speaks 34 languages; two are kept. Before the resolver, hence `pre`.
    { ...optimizeLocales.vite({ locales: ['en-US', 'fr-FR'] }), enforce: 'pre' },
    react(),
    compileMessages,
    withoutDescriptions,
    nativePolyfills,
    settingsOfDevelopment,
  ],
  resolve: {
    alias: { 'entities/decode': fileURLToPath(new URL('live/decode-references.ts', import.meta.url)) },
  },
  server: { port: 5173, strictPort: true },
  build: {
    target: 'es2023',
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
});
