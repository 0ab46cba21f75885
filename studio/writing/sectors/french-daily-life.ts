// French sector banks for what people eat and how they look after themselves.
import type { SectorBank } from './sector-bank.ts';

const food: SectorBank = {
  field: 'le goût et la gourmandise',
  desire: 'se faire plaisir avec des produits sincères',
  doubt: 'la peur de payer le prix de l’artisanat pour un produit ordinaire',
  proofs: [
    'l’origine des ingrédients',
    'les gestes de l’équipe',
    'le temps laissé aux recettes',
    'les retours des habitués',
  ],
  trends: [
    'L’origine des ingrédients devient un critère de choix à part entière, à condition d’être racontée simplement.',
    'La précommande en ligne entre dans les habitudes : elle rassure l’acheteur et limite les invendus.',
    'Les images de fabrication, filmées sans décor, retiennent mieux l’attention que les photos de catalogue.',
  ],
  season:
    'Les fêtes, les week-ends et les retours de vacances concentrent les achats plaisir : prévoir les annonces deux à trois semaines avant.',
  rivals: [
    [
      'La chaîne bien implantée',
      'Prix réguliers et nombreux points de vente.',
      'Une présence partout et des horaires larges.',
      'Peu d’histoire à raconter et un goût standardisé.',
    ],
    [
      'L’artisan réputé du quartier',
      'Une clientèle fidèle et un bouche-à-oreille solide.',
      'La confiance, bâtie sur des années.',
      'Une présence en ligne souvent irrégulière.',
    ],
    [
      'Le rayon de la grande surface',
      'La commodité : tout au même endroit.',
      'Le prix et le stationnement.',
      'Aucun lien avec celles et ceux qui fabriquent.',
    ],
    [
      'La livraison à domicile',
      'Le choix, sans se déplacer.',
      'La simplicité de la commande.',
      'Des frais et une fraîcheur parfois décevante.',
    ],
  ],
  keywords: [
    ['artisan fait maison', 'commercial', 42],
    ['spécialité locale à offrir', 'transactional', 31],
    ['idée gourmande pour les fêtes', 'informational', 36],
    ['précommande gourmande en ligne', 'transactional', 29],
    ['ingrédients locaux et de saison', 'informational', 38],
    ['brunch du week-end à la maison', 'informational', 34],
    ['produits sans gaspillage', 'informational', 27],
  ],
  advice: [
    [
      'Regarder l’étiquette avant la vitrine',
      'Une liste d’ingrédients courte en dit plus qu’une belle photo. Quand la farine, le beurre ou les légumes ont une provenance précise, il devient possible de comparer, de poser des questions et de comprendre un prix.',
    ],
    [
      'Choisir le bon moment',
      'Un produit frais a son heure. Demander quand il est préparé, le réserver pour le jour voulu et le goûter sans attendre change souvent davantage l’expérience que la recette elle-même.',
    ],
    [
      'Commander juste',
      'La précommande évite les déceptions et le gaspillage. Elle permet de prévoir la bonne quantité par personne, de répartir les retraits et de réserver les éditions qui partent vite.',
    ],
    [
      'Goûter à plusieurs',
      'Un dessert ou une spécialité se partage. Prévoir une petite dégustation entre proches, avec une boisson simple, aide à distinguer les saveurs et à retenir ce qui plaît vraiment.',
    ],
  ],
  scenes: [
    'des mains qui façonnent la pâte dans une lumière dorée',
    'un produit encore tiède que l’on ouvre en deux',
    'une table partagée, des miettes et des sourires hors champ',
  ],
  tags: ['FaitMaison', 'ArtisanLocal', 'Gourmandise'],
  questions: ['Et si le vrai luxe était le goût ?', 'Que vaut un produit dont on connaît chaque geste ?'],
};

const health: SectorBank = {
  field: 'la santé et l’accompagnement des personnes',
  desire: 'comprendre ses options et se sentir accompagné',
  doubt: 'la crainte de ne pas être écouté ou de recevoir un conseil impersonnel',
  proofs: [
    'les qualifications de l’équipe',
    'le déroulement d’un premier rendez-vous',
    'la confidentialité des échanges',
    'le suivi dans la durée',
  ],
  trends: [
    'La prise de rendez-vous en ligne est devenue un réflexe ; un parcours compliqué fait renoncer.',
    'Les contenus qui expliquent sans alarmer gagnent la confiance du public.',
    'La prévention prend de la place dans les attentes, à côté du soin lui-même.',
  ],
  season:
    'La rentrée et le mois de janvier sont des moments de bonnes résolutions ; l’été appelle des messages de prévention.',
  rivals: [
    [
      'Le grand réseau de soins',
      'Une offre complète et des créneaux nombreux.',
      'La disponibilité.',
      'Un contact souvent impersonnel.',
    ],
    [
      'Le praticien indépendant reconnu',
      'Une relation de confiance, dans la durée.',
      'La recommandation.',
      'Des délais et peu d’informations en ligne.',
    ],
    [
      'L’application de conseil à distance',
      'Une réponse immédiate, depuis chez soi.',
      'La rapidité.',
      'Pas de suivi ni de présence.',
    ],
  ],
  keywords: [
    ['prendre rendez-vous en ligne', 'transactional', 45],
    ['comment se passe un premier rendez-vous', 'informational', 25],
    ['accompagnement personnalisé', 'commercial', 40],
    ['prévention au quotidien', 'informational', 35],
    ['questions à poser à un professionnel de santé', 'informational', 28],
    ['suivi dans la durée', 'commercial', 33],
    ['équilibre et bien-être', 'informational', 52],
  ],
  advice: [
    [
      'Préparer ses questions',
      'Noter à l’avance ce qui gêne, depuis quand et dans quelles situations fait gagner un temps précieux. L’échange avec le professionnel devient plus précis, et rien d’important n’est oublié.',
    ],
    [
      'Vérifier les qualifications',
      'Un professionnel sérieux présente volontiers son parcours et son cadre d’exercice. Ces informations doivent être faciles à trouver, avant même de prendre rendez-vous.',
    ],
    [
      'Demander un suivi clair',
      'Un accompagnement utile prévoit la suite : à quel rythme se revoir, quels signes observer, qui joindre en cas de doute. Le savoir dès le départ rassure tout le monde.',
    ],
    [
      'Se méfier des promesses rapides',
      'Aucune démarche sérieuse ne garantit un résultat à date fixe. Mieux vaut une explication mesurée, qui tient compte de la situation de chacun, qu’une formule trop belle.',
    ],
  ],
  scenes: [
    'un échange attentif dans une pièce claire',
    'des mains qui notent un conseil sur un carnet',
    'une personne qui marche au grand air, apaisée',
  ],
  tags: ['Santé', 'Prévention', 'MieuxVivre'],
  questions: ['Et si l’écoute était le premier soin ?', 'Quelles questions poser avant de choisir ?'],
};

const sport: SectorBank = {
  field: 'le sport et l’activité physique',
  desire: 'progresser à son rythme et garder l’envie',
  doubt: 'la peur de s’inscrire et d’abandonner au bout de quelques semaines',
  proofs: [
    'l’encadrement',
    'le déroulement de la première séance',
    'l’ambiance du groupe',
    'les progrès racontés par les pratiquants',
  ],
  trends: [
    'La régularité est mieux valorisée que la performance : le public cherche une habitude, pas un exploit.',
    'Les formats courts et les défis collectifs entretiennent la motivation.',
    'Le mélange de séances guidées et de pratique libre se répand.',
  ],
  season: 'Janvier, le printemps et la rentrée sont les grands moments d’inscription ; l’été favorise le plein air.',
  rivals: [
    ['La salle à bas prix', 'L’accès large, sans engagement fort.', 'Le tarif.', 'Peu d’accompagnement.'],
    [
      'Le club traditionnel',
      'L’esprit d’équipe et la compétition.',
      'La communauté.',
      'Un accueil des débutants inégal.',
    ],
    [
      'L’application d’entraînement',
      'La liberté de bouger chez soi.',
      'La souplesse.',
      'Une motivation qui s’essouffle.',
    ],
  ],
  keywords: [
    ['reprendre le sport en douceur', 'informational', 40],
    ['séance d’essai', 'transactional', 38],
    ['programme pour débuter', 'informational', 47],
    ['garder la motivation', 'informational', 44],
    ['défi sportif entre amis', 'informational', 26],
    ['coaching en petit groupe', 'commercial', 39],
    ['choisir son équipement', 'commercial', 42],
  ],
  advice: [
    [
      'Fixer un rendez-vous, pas un exploit',
      'Deux créneaux réalistes par semaine valent mieux qu’un programme héroïque. Une fois l’habitude prise, augmenter l’intensité devient presque naturel.',
    ],
    [
      'Essayer avant de s’engager',
      'Une séance d’essai révèle l’essentiel : l’accueil, le niveau du groupe, la façon de corriger un geste. Mieux vaut en faire deux que de signer trop vite.',
    ],
    [
      'S’équiper juste',
      'Une bonne paire de chaussures et une tenue confortable suffisent souvent pour commencer. Le matériel plus technique viendra avec la pratique et les conseils.',
    ],
    [
      'Noter les petits progrès',
      'Un escalier monté sans pause, une nuit plus longue, une distance de plus : les signes discrets entretiennent l’envie mieux que les chiffres des autres.',
    ],
  ],
  scenes: [
    'un lacet que l’on serre au lever du jour',
    'un groupe qui s’encourage',
    'un souffle, une dernière foulée, un sourire',
  ],
  tags: ['Sport', 'Motivation', 'EnMouvement'],
  questions: [
    'Et si la régularité battait la performance ?',
    'Quelle est la première séance qui donne envie de revenir ?',
  ],
};

export const frenchDailyLife = { food, health, sport };
