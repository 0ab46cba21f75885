// What an image model is asked to draw, in French.
import type { MediaPrompt } from './prompt.ts';

export const prompt: MediaPrompt<'artistic' | 'realistic'> = {
  version: 1,
  directions: {
    artistic:
      'Compose une illustration publicitaire horizontale au parti pris artistique : formes simples, palette tenue, un seul sujet, entier et au milieu de l’image, beaucoup d’air autour, car elle sera recadrée en carré et en portrait. Aucun texte, aucune lettre, aucun chiffre, aucun logo, aucune personne reconnaissable : l’accroche sera composée à côté de l’image.',
    realistic:
      'Compose un visuel publicitaire horizontal d’aspect photographique : lumière naturelle, matière crédible, faible profondeur de champ, un seul sujet net, entier et au milieu de l’image, car elle sera recadrée en carré et en portrait. Aucun texte, aucune lettre, aucun chiffre, aucun logo, aucune personne reconnaissable : l’accroche sera composée à côté de l’image.',
  },
};
