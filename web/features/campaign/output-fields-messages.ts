import { defineWords } from '../../i18n/messages.ts';

export const outputFieldWords = defineWords(
  'outputFields',
  {
    entry: 'Entry {number}',
    addItem: 'Add',
    empty: 'This must not be empty',
    shortest: 'At least {count} characters',
    longest: '{count} characters at most',
    least: 'At least {count}',
    most: '{count} at most',
    unfit: 'This value does not fit',
    removeItem: 'Remove entry {number}',
    listOf: '{name}, {count, plural, one {# entry} other {# entries}}',
  },
  {
    entry: 'Entrée {number}',
    addItem: 'Ajouter',
    empty: 'À remplir',
    shortest: 'Au moins {count} caractères',
    longest: 'Au plus {count} caractères',
    least: 'Au moins {count}',
    most: 'Au plus {count}',
    unfit: 'Cette valeur ne convient pas',
    removeItem: 'Retirer l’entrée {number}',
    listOf: '{name}, {count, plural, one {# entrée} other {# entrées}}',
  },
);
