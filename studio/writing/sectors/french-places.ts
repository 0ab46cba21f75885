// French sector banks for places to stay and to live in.
import type { SectorBank } from './sector-bank.ts';

const travel: SectorBank = {
  field: 'le voyage et l’hospitalité',
  desire: 'vivre un séjour qui ne ressemble à aucun autre',
  doubt: 'la crainte d’un écart entre les photos et la réalité',
  proofs: [
    'les images non retouchées du lieu',
    'l’accueil',
    'les adresses recommandées par l’équipe',
    'les conditions d’annulation',
  ],
  trends: [
    'Les séjours courts et proches se décident tard, souvent depuis un téléphone.',
    'Les conseils d’initiés valent davantage que les listes d’incontournables.',
    'La souplesse d’annulation pèse lourd au moment de réserver.',
  ],
  season:
    'Les vacances scolaires et les ponts structurent la demande ; la basse saison se remplit avec des idées de week-end.',
  rivals: [
    ['La grande plateforme de réservation', 'Le choix et la comparaison.', 'La visibilité.', 'Aucune personnalité.'],
    ['L’enseigne internationale', 'Un niveau de service connu d’avance.', 'La fidélité.', 'Une expérience uniforme.'],
    [
      'La location entre particuliers',
      'L’impression d’habiter sur place.',
      'Le prix au mètre carré.',
      'Un accueil inégal.',
    ],
  ],
  keywords: [
    ['idée de week-end', 'informational', 55],
    ['séjour hors saison', 'commercial', 34],
    ['adresses locales à découvrir', 'informational', 36],
    ['réserver en direct', 'transactional', 41],
    ['voyage sans avion', 'informational', 39],
    ['escapade en famille', 'commercial', 46],
    ['que faire sur place', 'informational', 48],
  ],
  advice: [
    [
      'Réserver en direct',
      'Un message au lieu d’accueil permet souvent d’obtenir la bonne chambre, un horaire plus souple ou un conseil utile. La relation commence avant l’arrivée.',
    ],
    [
      'Choisir une seule envie',
      'Nature, table, repos ou culture : un séjour réussi tient à une envie principale. Le reste vient en supplément, sans transformer chaque journée en programme.',
    ],
    [
      'Viser la contre-saison',
      'Quelques jours avant ou après l’affluence, les lieux retrouvent leur calme et l’équipe a du temps. C’est souvent le meilleur moment pour découvrir.',
    ],
    [
      'Demander les adresses du quotidien',
      'La meilleure table n’est pas toujours dans les guides. Demander où mange l’équipe, où elle marche, où elle fait son marché ouvre d’autres portes.',
    ],
  ],
  scenes: [
    'une fenêtre qui s’ouvre sur le paysage',
    'un petit-déjeuner servi sans hâte',
    'un chemin, deux silhouettes, la lumière du soir',
  ],
  tags: ['Voyage', 'Escapade', 'Évasion'],
  questions: ['Et si le dépaysement était tout près ?', 'Quel souvenir restera de ce séjour ?'],
};

const property: SectorBank = {
  field: 'l’immobilier et l’habitat',
  desire: 'se projeter dans un lieu et décider sereinement',
  doubt: 'l’angoisse de se tromper sur l’achat le plus important d’une vie',
  proofs: ['la connaissance du quartier', 'les étapes du projet', 'les coûts détaillés', 'les réalisations visitables'],
  trends: [
    'La performance énergétique influence désormais le choix dès la première visite.',
    'Les visites filmées, sobres et complètes, filtrent les demandes et font gagner du temps.',
    'Le quartier compte autant que le bien : écoles, transports, vie locale.',
  ],
  season: 'Le printemps et la rentrée concentrent les projets ; l’hiver convient aux contenus de préparation.',
  rivals: [
    ['Le réseau national', 'La visibilité et le nombre d’annonces.', 'La notoriété.', 'Un suivi variable.'],
    [
      'Le mandataire indépendant',
      'La disponibilité et des honoraires réduits.',
      'La proximité.',
      'Moins de moyens de diffusion.',
    ],
    ['L’annonce entre particuliers', 'L’économie d’honoraires.', 'Le prix.', 'Aucune sécurité juridique.'],
  ],
  keywords: [
    ['vivre dans le quartier', 'informational', 30],
    ['visite filmée', 'commercial', 28],
    ['préparer son projet immobilier', 'informational', 47],
    ['estimer un bien', 'transactional', 56],
    ['étapes d’un achat', 'informational', 44],
    ['logement économe en énergie', 'commercial', 42],
    ['questions à poser pendant une visite', 'informational', 35],
  ],
  advice: [
    [
      'Chiffrer le projet complet',
      'Au prix s’ajoutent les frais, les travaux, les charges et les impôts locaux. Un tableau simple, rempli avant la première visite, évite les emballements.',
    ],
    [
      'Visiter deux fois',
      'Une visite le matin, une autre en fin de journée : la lumière, le bruit et le voisinage ne sont pas les mêmes. Ce second regard change souvent la décision.',
    ],
    [
      'Interroger le quartier',
      'Les commerçants et les voisins savent ce que l’annonce tait. Dix minutes de conversation renseignent sur les transports, les projets et l’ambiance.',
    ],
    [
      'S’entourer tôt',
      'Financement, diagnostics, notaire : réunir les bons interlocuteurs dès le départ réduit les délais et laisse l’esprit libre au moment de choisir.',
    ],
  ],
  scenes: [
    'une clé qui tourne dans une serrure',
    'un salon vide traversé par le soleil',
    'un plan déplié sur une table',
  ],
  tags: ['Immobilier', 'Habitat', 'ChezSoi'],
  questions: ['À quoi reconnaît-on un lieu où l’on sera bien ?', 'Et si le quartier comptait autant que le bien ?'],
};

export const frenchPlaces = { travel, property };
