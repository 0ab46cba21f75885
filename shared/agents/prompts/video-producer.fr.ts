// What a video model is asked to make, in French.
import type { MediaPrompt } from './prompt.ts';

export const prompt: MediaPrompt<'narrative' | 'dynamic'> = {
  version: 1,
  directions: {
    narrative:
      'À partir de l’image fournie, réalise une vidéo de 7 secondes qui raconte : plan lent, un seul mouvement de caméra, lumière qui évolue doucement, fin posée. Chaque « caption » correspond à un temps de l’histoire. N’ajoute ni texte, ni logo, ni personne reconnaissable.',
    dynamic:
      'À partir de l’image fournie, réalise une vidéo de 7 secondes au rythme vif : entrées franches, mouvements rapides mais lisibles, fin nette sur le sujet. Chaque « caption » correspond à un temps fort. N’ajoute ni texte, ni logo, ni personne reconnaissable.',
  },
};
