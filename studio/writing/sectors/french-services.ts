// French sector banks for services and causes.
import type { SectorBank } from './sector-bank.ts';

const finance: SectorBank = {
  field: 'la finance et l’assurance',
  desire: 'décider en confiance, sans mauvaise surprise',
  doubt: 'la méfiance envers les frais cachés et le vocabulaire technique',
  proofs: [
    'les tarifs affichés en clair',
    'les explications sans jargon',
    'la disponibilité d’un interlocuteur',
    'le cadre réglementaire',
  ],
  trends: [
    'Le public compare en ligne avant tout contact ; la clarté des frais fait la différence.',
    'Les contenus pédagogiques courts installent la confiance avant la vente.',
    'La souscription en quelques étapes est attendue, avec un humain joignable en cas de doute.',
  ],
  season:
    'La fin d’année, la période des impôts et la rentrée déclenchent les décisions ; entre ces moments, la pédagogie entretient le lien.',
  rivals: [
    ['L’établissement historique', 'La solidité et le réseau d’agences.', 'La réputation.', 'Des démarches longues.'],
    [
      'L’acteur tout numérique',
      'La rapidité et des frais réduits.',
      'L’expérience mobile.',
      'Peu d’accompagnement humain.',
    ],
    ['Le comparateur', 'La mise en concurrence immédiate.', 'La visibilité.', 'Un conseil limité au prix.'],
  ],
  keywords: [
    ['comparer les frais', 'commercial', 48],
    ['comprendre son contrat', 'informational', 36],
    ['conseil financier clair', 'commercial', 44],
    ['préparer un projet de vie', 'informational', 35],
    ['simulation en ligne', 'transactional', 52],
    ['questions avant de signer', 'informational', 27],
    ['protéger ses proches', 'informational', 41],
  ],
  advice: [
    [
      'Demander le coût total',
      'Un taux ou une mensualité ne suffit pas. Le coût complet, frais et options compris, sur toute la durée, permet de comparer deux offres sur une base honnête.',
    ],
    [
      'Faire reformuler',
      'Un conseiller qui sait expliquer un produit en trois phrases simples le connaît. S’il reste une zone d’ombre, mieux vaut la lever avant de signer qu’après.',
    ],
    [
      'Partir du projet',
      'Un horizon, un montant, un degré de prudence : ces trois repères évitent de choisir un produit parce qu’il est à la mode plutôt que parce qu’il convient.',
    ],
    [
      'Relire une fois par an',
      'Les situations changent, les contrats aussi. Un point annuel d’une heure suffit souvent à supprimer une garantie inutile ou à en ajouter une qui manque.',
    ],
  ],
  scenes: [
    'une table de cuisine, des papiers, un soupir de soulagement',
    'un écran clair avec un seul chiffre bien lisible',
    'une poignée de main dans un bureau lumineux',
  ],
  tags: ['Finance', 'Conseil', 'Projets'],
  questions: ['Que coûte vraiment une offre, frais compris ?', 'Et si les contrats se lisaient enfin ?'],
};

const education: SectorBank = {
  field: 'la formation et l’éducation',
  desire: 'apprendre des choses utiles et voir ses progrès',
  doubt: 'la crainte de perdre du temps avec un programme trop théorique',
  proofs: [
    'le programme détaillé',
    'le parcours des intervenants',
    'un extrait de cours',
    'le devenir des anciens élèves',
  ],
  trends: [
    'Les formats courts et modulaires s’adaptent mieux aux emplois du temps chargés.',
    'La mise en pratique et le retour individuel deviennent des attentes de base.',
    'Un extrait de cours gratuit convainc mieux qu’une brochure.',
  ],
  season: 'Les décisions se prennent avant la rentrée et en janvier ; les portes ouvertes structurent le calendrier.',
  rivals: [
    ['L’établissement reconnu', 'Le prestige et le diplôme.', 'La notoriété.', 'Peu de souplesse.'],
    [
      'La plateforme de cours en ligne',
      'Un vaste catalogue à la demande.',
      'Le prix et le choix.',
      'Un faible accompagnement.',
    ],
    ['Le contenu gratuit', 'L’accès immédiat.', 'La gratuité.', 'Aucun parcours ni retour.'],
  ],
  keywords: [
    ['se former à son rythme', 'commercial', 45],
    ['programme détaillé', 'commercial', 33],
    ['extrait de cours gratuit', 'transactional', 29],
    ['changer de métier', 'informational', 54],
    ['apprendre par la pratique', 'informational', 37],
    ['financer sa formation', 'informational', 50],
    ['bien choisir sa formation', 'informational', 43],
  ],
  advice: [
    [
      'Lire le programme ligne à ligne',
      'Un bon programme annonce ce que l’on saura faire à la fin de chaque module. Les verbes d’action, les exercices et les livrables en disent plus que les intitulés.',
    ],
    [
      'Assister à un cours',
      'Un extrait, même court, révèle le rythme, la clarté et la place laissée aux questions. C’est le meilleur moyen de savoir si la méthode convient.',
    ],
    [
      'Prévoir le temps réel',
      'Les heures de cours ne sont qu’une partie de l’effort. Ajouter la pratique et les révisions évite de s’engager sur un rythme impossible à tenir.',
    ],
    [
      'Parler aux anciens',
      'Deux conversations avec d’anciens élèves éclairent davantage qu’une page d’avis. Demander ce qui a été le plus utile, et ce qui a manqué, suffit.',
    ],
  ],
  scenes: [
    'un regard qui s’éclaire devant un exercice réussi',
    'un tableau couvert d’idées',
    'deux personnes qui relisent un projet côte à côte',
  ],
  tags: ['Formation', 'Apprendre', 'Compétences'],
  questions: ['Et si apprendre tenait dans une semaine normale ?', 'Que saura-t-on faire à la fin ?'],
};

const nonprofit: SectorBank = {
  field: 'l’engagement solidaire',
  desire: 'agir utilement et voir l’effet de son geste',
  doubt: 'le doute sur l’usage réel des dons',
  proofs: [
    'l’usage détaillé des dons',
    'les actions menées sur le terrain',
    'la parole des bénévoles',
    'les comptes publiés',
  ],
  trends: [
    'Le public soutient plus volontiers une action précise qu’une cause générale.',
    'La transparence sur l’usage des dons conditionne la fidélité.',
    'Le bénévolat ponctuel attire des personnes qui ne s’engageraient pas à l’année.',
  ],
  season: 'La fin d’année concentre la générosité ; le printemps convient à la mobilisation des bénévoles.',
  rivals: [
    [
      'La grande organisation',
      'La notoriété et les moyens.',
      'La confiance installée.',
      'Une distance avec le terrain.',
    ],
    ['La cagnotte en ligne', 'L’urgence et l’émotion.', 'La viralité.', 'Aucun suivi dans le temps.'],
    ['L’association locale', 'La proximité.', 'Le lien humain.', 'Une faible visibilité.'],
  ],
  keywords: [
    ['devenir bénévole', 'transactional', 38],
    ['à quoi sert un don', 'informational', 29],
    ['faire un don régulier', 'transactional', 47],
    ['association engagée près de chez soi', 'commercial', 31],
    ['donner du temps', 'informational', 26],
    ['transparence des associations', 'informational', 34],
    ['agir à son échelle', 'informational', 36],
  ],
  advice: [
    [
      'Choisir une action précise',
      'Soutenir un projet décrit, avec un lieu et un calendrier, permet de suivre ce qu’il devient. Le geste prend un visage, et l’envie de continuer vient plus facilement.',
    ],
    [
      'Regarder les comptes',
      'Une organisation sérieuse publie ses ressources et leur usage. Quelques minutes de lecture suffisent pour comprendre ce que finance un don.',
    ],
    [
      'Donner du temps',
      'Deux heures de présence valent parfois davantage qu’un chèque. Beaucoup de missions ponctuelles ne demandent aucune compétence particulière.',
    ],
    [
      'En parler autour de soi',
      'Une recommandation entre proches porte plus loin qu’une affiche. Raconter simplement ce que l’on a vu ou fait donne à d’autres l’idée d’essayer.',
    ],
  ],
  scenes: [
    'des mains qui trient des dons',
    'un sourire échangé sur le terrain',
    'une équipe de bénévoles au petit matin',
  ],
  tags: ['Solidarité', 'Engagement', 'AgirEnsemble'],
  questions: ['Que change un geste, concrètement ?', 'Et si deux heures suffisaient ?'],
};

export const frenchServices = { finance, education, nonprofit };
