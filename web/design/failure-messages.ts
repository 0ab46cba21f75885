import { defineWords } from '../i18n/messages.ts';

export const failureWords = defineWords(
  'failure',
  {
    atCap:
      'The next call may cost {next}. With {committed} spent or reserved already, that passes the cap of {cap}. Raise it to {least} or more, or skip this phase.',
    OutputInvalid: 'The model’s answer did not fit what was asked. Retry, choose another model, or write it by hand.',
    QuotaExceeded:
      'The AI calls of this month are used up. Retry next month, have the quota raised, or skip this phase.',
    BudgetExceeded:
      'What is left of this month’s AI money does not cover the next call. Retry with a cheaper model, have it raised, or skip this phase.',
    ModelRefused: 'The model refused to answer. Change the brief, choose another model, or write it by hand.',
    ModelUnavailable: 'No model could be reached after several tries. Retry later, or choose another model.',
    InputMissing: 'Something that this phase works from is missing. Write it by hand, or skip this phase.',
    NobodyDecided: 'Nobody decided in time. Relaunch the campaign to be asked again: what is finished is kept.',
    RunTooOld: 'This campaign has run for nine months. Relaunch it: what is finished is kept.',
    timeout: 'The time allowed for this step is over. Retry, or skip this phase.',
    unexpected: 'This step failed unexpectedly. Retry, or skip this phase.',
    detail: 'Details, in English',
  },
  {
    atCap:
      'Le prochain appel peut coûter {next}. Avec {committed} déjà dépensés ou réservés, le plafond de {cap} serait dépassé. Portez-le à {least} au moins, ou passez cette phase.',
    OutputInvalid:
      'La réponse du modèle ne correspondait pas à la demande. Relancez, choisissez un autre modèle ou écrivez-la à la main.',
    QuotaExceeded:
      'Les appels d’IA du mois sont épuisés. Relancez le mois prochain, faites relever le quota ou passez cette phase.',
    BudgetExceeded:
      'Ce qui reste de l’argent d’IA du mois ne suffit pas au prochain appel. Relancez avec un modèle moins cher, faites-le relever ou passez cette phase.',
    ModelRefused: 'Le modèle a refusé de répondre. Changez le brief, choisissez un autre modèle ou écrivez à la main.',
    ModelUnavailable:
      'Aucun modèle n’a pu être joint après plusieurs essais. Relancez plus tard ou choisissez un autre modèle.',
    InputMissing: 'Il manque à cette phase ce dont elle part. Écrivez-la à la main ou passez-la.',
    NobodyDecided: 'Personne n’a décidé à temps. Relancez la campagne pour être consulté de nouveau : l’acquis reste.',
    RunTooOld: 'Cette campagne dure depuis neuf mois. Relancez-la : l’acquis reste.',
    timeout: 'Le temps imparti à cette étape est écoulé. Relancez, ou passez cette phase.',
    unexpected: 'Cette étape a échoué de façon inattendue. Relancez, ou passez cette phase.',
    detail: 'Détails, en anglais',
  },
);
