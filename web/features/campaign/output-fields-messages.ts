import { defineWords } from '../../i18n/messages.ts';

export const outputFieldWords = defineWords(
  'outputFields',
  {
    entry: 'Entry {number}',
    addItem: 'Add',
    removeItem: 'Remove entry {number}',
    listOf: '{name}, {count, plural, one {# entry} other {# entries}}',
  },
  {
    entry: 'Entrée {number}',
    addItem: 'Ajouter',
    removeItem: 'Retirer l’entrée {number}',
    listOf: '{name}, {count, plural, one {# entrée} other {# entrées}}',
  },
);
