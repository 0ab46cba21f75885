import { defineWords } from '../../i18n/messages.ts';

export const writeWords = defineWords(
  'write',
  {
    editTitle: 'Edit {name}',
    editText: 'Later phases and the export use your version. The original stays in the history.',
    changes: '{count, plural, =0 {Nothing changed yet} one {# change} other {# changes}}',
    saveApprove: 'Approve with my changes',
    writeTitle: 'Write {name} by hand',
    writeText:
      'Fill in what the agent could not. It is checked like an answer of the agent, costs nothing, and the history says that you wrote it.',
    writeFrom:
      'This is the last answer of the model, as far as it fits. Put right what is missing: it costs nothing, and the history says that you wrote it.',
    writeMissing: '{count, plural, one {# field needs} other {# fields need}} another look',
    writeSave: 'Use what I wrote',
  },
  {
    editTitle: 'Modifier : {name}',
    editText: 'Les phases suivantes et l’export utilisent votre version. L’original reste dans l’historique.',
    changes: '{count, plural, =0 {Rien n’est encore modifié} one {# modification} other {# modifications}}',
    saveApprove: 'Valider avec mes changements',
    writeTitle: 'Écrire à la main : {name}',
    writeText:
      'Complétez ce que l’agent n’a pas su faire. C’est vérifié comme une réponse de l’agent, cela ne coûte rien, et l’historique dit que c’est vous.',
    writeFrom:
      'Voici la dernière réponse du modèle, pour ce qui convient. Complétez-la : cela ne coûte rien, et l’historique dit que c’est vous.',
    writeMissing: '{count, plural, one {# champ est} other {# champs sont}} à revoir',
    writeSave: 'Utiliser mon texte',
  },
);
