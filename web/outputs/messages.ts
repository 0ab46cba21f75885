import { defineWords } from '../i18n/messages.ts';

export const outputWords = defineWords(
  'output',
  {
    fileMissing: 'The file could not be loaded.',
    playBoth: 'Play both together',
    pauseBoth: 'Pause both',
  },
  {
    fileMissing: 'Le fichier n’a pas pu être chargé.',
    playBoth: 'Lire les deux ensemble',
    pauseBoth: 'Mettre en pause',
  },
);
