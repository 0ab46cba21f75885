// X's library brings what browsers of 2018 lacked. Those that this application is built for have all of it.
import type { Plugin } from 'vite';

const polyfill = /^core-js-pure\/stable\/(object|array|instance)\/([a-z-]+)\.js$/;
const native = /^\0native:(object|array|instance)\/([a-z-]+)\.cjs$/;
const camelCase = (name: string) => name.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());

const implementations = {
  object: (name: string) => `Object.${name}`,
  array: (name: string) => `Array.${name}`,
  instance: (name: string) => `(value) => value.${name}`,
} as const;

export const nativePolyfills: Plugin = {
  name: 'native-polyfills',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    filter: { id: polyfill },
    handler: (id) => id.replace(polyfill, '\0native:$1/$2.cjs'),
  },
  load: {
    filter: { id: native },
    handler(id) {
      const [, kind = 'object', name = ''] = native.exec(id) ?? [];
      return `module.exports = ${implementations[kind as keyof typeof implementations](camelCase(name))};`;
    },
  },
};
