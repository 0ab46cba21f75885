// An article of the length that the contract asks for, with the Markdown that articles use.

const paragraph = (opening: string): string =>
  `${opening} Le pétrin tourne depuis une heure, et la pâte a pris cette couleur de paille qui annonce une bonne nuit. ` +
  'On parle peu. Le beurre est coupé en dés, la farine vient de la plaine voisine, et chacun connaît sa place autour de la table. ' +
  'Ce qui compte, c’est le temps que l’on donne : trois pousses lentes, un façonnage à la main, puis un repos que personne ne presse. ' +
  'Quand la porte du four s’ouvre enfin, toute la rue le sait avant nous.';

export const sampleArticle = `# Pourquoi nous allumons le four à minuit

${paragraph('Il est vingt-deux heures.')}

## Une heure, **un rendez-vous**

${paragraph('Pourquoi minuit ?')}

> La rareté n’est pas une ruse : c’est ce que deux mains peuvent faire en une nuit.

${paragraph('Nous avons compté.')}

## Ce que contient une brioche

- des farines de trois moulins de la région
- un beurre de baratte, livré le matin même
- des œufs plein air, et *rien* d’autre

${paragraph('La recette tient en une ligne.')}

### Réservée, donc jamais jetée

${paragraph('La commande se ferme à vingt heures.')}

## Et demain

${paragraph('Demain, tout recommence.')} Pour réserver, il suffit de [passer par la boutique](https://maison-lumiere.example/minuit).
`;
