// What the contracts say of their fields is for the API's documentation and for models: a browser checks by them and reads none of it.
import type { Plugin } from 'vite';
import { callsIn, edited, type Node } from './edits.ts';

export const withoutDescriptions: Plugin = {
  name: 'without-descriptions',
  apply: 'build',
  transform: {
    filter: { id: /shared\/contracts\/.*\.ts$/, code: '.describe(' },
    handler(code) {
      const described = callsIn(this.parse(code))
        .map(({ callee, end }) => ({ callee: callee as Node, end }))
        .filter(({ callee }) => (callee['property'] as Node | undefined)?.['name'] === 'describe');
      const edits = described.map(({ callee, end }) => ({ start: (callee['object'] as Node).end, end, text: '' }));
      return { code: edited(code, edits), map: null };
    },
  },
};
