// Reads the messages of the catalogues once, when the application is built: the browser gets them as Lingui says them, and no parser.
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';
import { callsIn, edited, type Node } from './edits.ts';

export const compileMessages: Plugin = {
  name: 'compile-messages',
  apply: 'build',
  transform: {
    // By what a file does, not by its name, which may change.
    filter: { code: 'defineWords(' },
    handler(code) {
      const catalogues = callsIn(this.parse(code)).filter(({ callee }) => (callee as Node)['name'] === 'defineWords');
      const messages = catalogues.flatMap((call) => (call['arguments'] as Node[]).slice(1)).flatMap(messagesOf);
      return { code: edited(code, messages.map(compiled)), map: null };
    },
  },
};

const messagesOf = (catalogue: Node): Node[] =>
  ((catalogue['properties'] ?? []) as Node[]).map(({ value }) => value as Node);

function compiled({ start, end, type, value }: Node) {
  if (type !== 'Literal') throw new Error('A message of a catalogue is one text in quotes: nothing else is compiled.');
  return { start, end, text: JSON.stringify(compileMessage(String(value))) };
}
