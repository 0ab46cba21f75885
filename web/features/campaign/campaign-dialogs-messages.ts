import { defineWords } from '../../i18n/messages.ts';

export const campaignDialogWords = defineWords(
  'campaignDialogs',
  {
    cancel: 'Cancel the campaign',
    cancelTitle: 'Cancel this campaign?',
    cancelText:
      'What is finished stays, can be read and exported. What is under way is stopped. A cancelled campaign cannot be resumed.',
    keep: 'Keep it running',
    capTitle: 'Cap on AI spending',
    capText:
      'The campaign stops before it passes the cap. It cannot be lower than {committed}, which is spent or reserved.',
    capEstimate: 'The whole campaign is estimated at {low} to {high}.',
    capLabel: 'Cap in US dollars',
    capWrong: 'Enter an amount from {least} to 10,000',
    save: 'Save',
    saveAndGoOn: 'Save and go on',
  },
  {
    cancel: 'Annuler la campagne',
    cancelTitle: 'Annuler cette campagne ?',
    cancelText:
      'Ce qui est terminé reste, se lit et s’exporte. Ce qui est en cours est arrêté. Une campagne annulée ne peut pas être reprise.',
    keep: 'La laisser continuer',
    capTitle: 'Plafond des dépenses d’IA',
    capText:
      'La campagne s’arrête avant de dépasser le plafond. Il ne peut pas être inférieur à {committed}, déjà dépensés ou réservés.',
    capEstimate: 'La campagne entière est estimée de {low} à {high}.',
    capLabel: 'Plafond en dollars',
    capWrong: 'Saisissez un montant de {least} à 10 000',
    save: 'Enregistrer',
    saveAndGoOn: 'Enregistrer et continuer',
  },
);
