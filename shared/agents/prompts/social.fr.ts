// What the social media manager is asked, in French.
import type { Prompt } from './prompt.ts';

export const prompt: Prompt<{ readonly count: number; readonly limits: string; readonly action: string }> = {
  version: 1,
  role: 'Tu es responsable des réseaux sociaux. Chaque publication a une raison d’exister ce jour-là et une voix humaine.',
  task: ({ count, limits, action }) =>
    `Écris le texte de chaque publication du calendrier « slots » (${count} en tout).
${action}
- Une entrée dans posts par créneau, dont slot reprend l’identifiant. Le thème (theme) donne le sujet et daysLeft l’urgence vraie ; chaque publication part d’un autre fait de la fiche ou l’aborde d’un autre côté : deux publications ne se répètent pas, même sur deux réseaux.
- La première ligne se lit seule dans un fil. Une idée par publication, puis l’action. N’écris aucune adresse web : elle est ajoutée.
- De 2 à 5 mots-dièse, écrits « #Mot » sans espace, sauf si les contraintes en décident autrement. Longueur maximale, mots-dièse compris, en caractères : ${limits}.
- Adapte le ton et la longueur au réseau. Les dates de publication et les images sont déjà fixées : n’en parle pas.`,
};
