import { defineWords } from '../../i18n/messages.ts';

export const historyWords = defineWords(
  'history',
  {
    noHistory: 'Nobody has decided anything here.',
    you: 'You',
    decided_APPROVED: '{who} approved attempt {attempt}',
    decided_REJECTED: '{who} asked for changes to attempt {attempt}',
    decided_SKIPPED: '{who} skipped it at attempt {attempt}',
    decided_RETRIED: '{who} had it tried again after attempt {attempt}',
    movedPost: '{who} moved a post from {from} to {to}',
    decided_WRITTEN: '{who} wrote the output of attempt {attempt}',
    chose: 'Chosen: variant {variant}',
    edited: 'Changed: {paths}',
    teammate: 'A member of the workspace',
    apiKey: 'A program with an API key',
  },
  {
    noHistory: 'Personne n’a encore rien décidé ici.',
    you: 'Vous',
    decided_APPROVED: '{who} : essai {attempt} validé',
    decided_REJECTED: '{who} : changements demandés sur l’essai {attempt}',
    decided_SKIPPED: '{who} : phase ignorée à l’essai {attempt}',
    decided_RETRIED: '{who} : nouvel essai après l’essai {attempt}',
    movedPost: '{who} : publication déplacée du {from} au {to}',
    decided_WRITTEN: '{who} : résultat de l’essai {attempt} écrit à la main',
    chose: 'Choix : variante {variant}',
    edited: 'Modifié : {paths}',
    teammate: 'Un membre de l’espace de travail',
    apiKey: 'Un programme avec une clé d’API',
  },
);
