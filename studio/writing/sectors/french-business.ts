// French sector banks for software, industry and energy, and the one for every other trade.
import type { SectorBank } from './sector-bank.ts';

const software: SectorBank = {
  field: 'le logiciel et les services numériques',
  desire: 'gagner du temps sans bouleverser les habitudes de l’équipe',
  doubt: 'la crainte d’un déploiement long et d’un outil que personne n’adopte',
  proofs: [
    'une démonstration sur un cas réel',
    'le temps de mise en service',
    'la sécurité des données',
    'la qualité de l’assistance',
  ],
  trends: [
    'Les équipes veulent essayer avant d’acheter : la démonstration guidée remplace la brochure.',
    'La protection des données est vérifiée tôt, souvent avant le prix.',
    'Les outils qui s’intègrent à l’existant sont préférés à ceux qui veulent tout remplacer.',
  ],
  season: 'Les budgets se préparent à l’automne et se décident en début d’année ; l’été se prête aux essais.',
  rivals: [
    [
      'La suite généraliste',
      'Tout en un, chez un seul fournisseur.',
      'La notoriété et l’intégration.',
      'Des fonctions jamais utilisées.',
    ],
    [
      'Le spécialiste de niche',
      'Une réponse pointue à un métier.',
      'L’expertise.',
      'Peu de souplesse hors de son périmètre.',
    ],
    [
      'Le tableur et l’habitude',
      'Le coût apparent nul.',
      'La familiarité.',
      'Les erreurs et le temps perdu, invisibles.',
    ],
  ],
  keywords: [
    ['demander une démonstration', 'transactional', 40],
    ['automatiser les tâches répétitives', 'informational', 51],
    ['réussir l’adoption d’un outil', 'informational', 33],
    ['sécurité des données en entreprise', 'informational', 56],
    ['intégration avec l’existant', 'commercial', 37],
    ['retour sur investissement d’un outil', 'commercial', 43],
    ['cahier des charges simple', 'informational', 35],
  ],
  advice: [
    [
      'Partir d’un seul irritant',
      'Un projet démarre mieux avec une tâche précise, répétée chaque semaine et pénible pour tous. Le gain se voit vite, et l’équipe demande d’elle-même la suite.',
    ],
    [
      'Mesurer avant de changer',
      'Noter le temps passé aujourd’hui, même grossièrement, donne un point de départ. Sans lui, aucun progrès ne pourra être montré à la direction.',
    ],
    [
      'Associer les utilisateurs',
      'Deux ou trois personnes du terrain, consultées avant le choix, repèrent ce qu’une démonstration ne montre pas. Elles deviendront les meilleurs relais.',
    ],
    [
      'Vérifier la sortie',
      'Avant de signer, demander comment récupérer ses données et dans quel format. La réponse en dit long sur la confiance que l’éditeur place dans son produit.',
    ],
  ],
  scenes: [
    'un écran épuré où une tâche disparaît',
    'une équipe qui referme l’ordinateur plus tôt',
    'un tableau de bord lisible d’un coup d’œil',
  ],
  tags: ['Productivité', 'Numérique', 'Innovation'],
  questions: ['Combien d’heures une tâche répétitive coûte-t-elle ?', 'Et si l’outil s’adaptait à l’équipe ?'],
};

const industry: SectorBank = {
  field: 'l’industrie et la logistique',
  desire: 'fiabiliser les opérations et protéger les équipes',
  doubt: 'la peur d’une interruption d’activité pendant le changement',
  proofs: [
    'une visite de site',
    'les indicateurs avant et après un pilote',
    'les procédures de sécurité',
    'la disponibilité de la maintenance',
  ],
  trends: [
    'Les décideurs privilégient les pilotes limités, mesurables, avant tout déploiement.',
    'La sécurité et les conditions de travail pèsent autant que la productivité dans les choix.',
    'La pénurie de main-d’œuvre pousse à simplifier les gestes et la formation.',
  ],
  season:
    'Les pics d’activité de fin d’année se préparent dès l’été ; les salons professionnels rythment les rencontres.',
  rivals: [
    [
      'L’intégrateur mondial',
      'Des solutions complètes et éprouvées.',
      'Les références.',
      'Des projets lourds et longs.',
    ],
    ['Le fabricant spécialisé', 'Un équipement performant.', 'La technique.', 'Un accompagnement limité.'],
    ['L’organisation existante', 'Aucun changement à conduire.', 'L’habitude.', 'Des coûts qui augmentent en silence.'],
  ],
  keywords: [
    ['sécurité des opérateurs', 'informational', 41],
    ['projet pilote en entrepôt', 'commercial', 30],
    ['réduire les erreurs de préparation', 'informational', 35],
    ['maintenance préventive', 'informational', 53],
    ['optimiser les flux', 'commercial', 47],
    ['calculer le coût d’un arrêt', 'informational', 28],
    ['demander une étude de site', 'transactional', 27],
  ],
  advice: [
    [
      'Commencer par une zone',
      'Un pilote limité à une allée, une ligne ou une équipe montre ce qui fonctionne sans mettre l’activité en danger. Les enseignements serviront partout ailleurs.',
    ],
    [
      'Mesurer trois indicateurs',
      'Temps de cycle, erreurs, incidents : trois mesures simples, relevées avant et après, suffisent pour décider. Davantage de chiffres retarde souvent la décision.',
    ],
    [
      'Écouter le terrain',
      'Les opérateurs connaissent les gestes inutiles et les passages risqués. Les associer tôt améliore le projet et facilite son acceptation.',
    ],
    [
      'Prévoir la maintenance',
      'Une solution se juge aussi le jour où elle s’arrête. Délai d’intervention, pièces disponibles et formation des équipes doivent figurer dans la première discussion.',
    ],
  ],
  scenes: [
    'une allée d’entrepôt nette et lumineuse',
    'un opérateur qui travaille sans se presser',
    'un camion qui part à l’heure',
  ],
  tags: ['Industrie', 'Logistique', 'Sécurité'],
  questions: ['Que coûte une heure d’arrêt ?', 'Et si la sécurité faisait aussi gagner du temps ?'],
};

const ecology: SectorBank = {
  field: 'la transition écologique et l’énergie',
  desire: 'réduire son impact sans se compliquer la vie',
  doubt: 'la méfiance envers les promesses vertes sans preuve',
  proofs: [
    'la méthode de calcul de l’impact',
    'l’origine des matériaux',
    'les certifications',
    'un aveu honnête des limites',
  ],
  trends: [
    'Le public attend des preuves : une promesse écologique sans méthode se retourne contre la marque.',
    'Les économies concrètes convainquent autant que l’argument environnemental.',
    'La réparation, la location et le réemploi progressent face à l’achat neuf.',
  ],
  season:
    'Le printemps favorise les projets extérieurs, l’automne les questions d’énergie ; les deux méritent un temps fort.',
  rivals: [
    ['Le grand fournisseur', 'Une offre verte parmi d’autres.', 'Les moyens.', 'Une crédibilité discutée.'],
    ['Le pionnier militant', 'Un engagement total.', 'La communauté.', 'Un public déjà convaincu.'],
    ['La solution classique', 'Le prix immédiat.', 'La facilité.', 'Un coût réel à long terme.'],
  ],
  keywords: [
    ['réduire sa consommation', 'informational', 50],
    ['solution durable', 'commercial', 48],
    ['aides et financements', 'informational', 57],
    ['impact environnemental expliqué', 'informational', 33],
    ['demander un devis', 'transactional', 52],
    ['réemploi et réparation', 'informational', 34],
    ['gestes utiles au quotidien', 'informational', 37],
  ],
  advice: [
    [
      'Commencer par le plus gros poste',
      'Chauffage, transport ou achats : agir là où l’impact est le plus fort évite de s’épuiser sur des détails. Un relevé simple suffit pour le repérer.',
    ],
    [
      'Demander la méthode',
      'Un chiffre d’impact n’a de sens qu’avec son mode de calcul. Une entreprise sérieuse explique ce qu’elle compte, ce qu’elle ne compte pas et pourquoi.',
    ],
    [
      'Penser sur dix ans',
      'Le coût d’achat n’est qu’une partie de l’histoire. Entretien, consommation et durée de vie changent souvent le classement des solutions.',
    ],
    [
      'Avancer par étapes',
      'Un premier geste réussi donne envie du suivant. Mieux vaut une étape tenue qu’un plan parfait resté dans un tiroir.',
    ],
  ],
  scenes: ['une main qui effleure des feuilles', 'un toit sous un ciel clair', 'un objet réparé qui reprend vie'],
  tags: ['Durable', 'Transition', 'Écologie'],
  questions: ['Par quel geste commencer vraiment ?', 'Et si durable voulait aussi dire simple ?'],
};

const general: SectorBank = {
  field: 'un marché où l’offre est abondante',
  desire: 'choisir une offre digne de confiance',
  doubt: 'l’hésitation devant des offres qui se ressemblent toutes',
  proofs: [
    'le travail de l’équipe',
    'les étapes d’une commande',
    'les réponses aux questions fréquentes',
    'les retours des clients',
  ],
  trends: [
    'Le public se renseigne longuement en ligne avant le premier contact.',
    'Les coulisses et les visages inspirent davantage confiance que les slogans.',
    'La rapidité et la qualité de la réponse comptent autant que l’offre.',
  ],
  season:
    'La rentrée et le début d’année sont propices aux nouveaux projets ; les périodes calmes servent à préparer les contenus.',
  rivals: [
    ['L’acteur dominant', 'La notoriété et la gamme.', 'La visibilité.', 'Une relation distante.'],
    ['Le spécialiste local', 'La proximité.', 'Le bouche-à-oreille.', 'Une présence en ligne limitée.'],
    ['L’offre à bas prix', 'Le tarif avant tout.', 'L’accessibilité.', 'Un service minimal.'],
  ],
  keywords: [
    ['bien choisir son prestataire', 'informational', 38],
    ['demander un devis en ligne', 'transactional', 46],
    ['questions à poser avant de choisir', 'informational', 29],
    ['service de proximité', 'commercial', 37],
    ['accompagnement sur mesure', 'commercial', 43],
    ['retours d’expérience', 'informational', 34],
    ['comparer les offres', 'commercial', 45],
  ],
  advice: [
    [
      'Clarifier le besoin',
      'Écrire en trois lignes ce que l’on attend, pour quand et avec quelles limites aide à comparer. Les réponses reçues seront plus précises, et les écarts plus visibles.',
    ],
    [
      'Comparer au-delà du prix',
      'Délais, suivi, garanties : ce qui entoure une offre fait souvent la différence. Une grille de quelques critères évite de décider sur un seul chiffre.',
    ],
    [
      'Poser des questions concrètes',
      'Demander un exemple proche de sa situation en apprend davantage qu’une présentation générale. La qualité de la réponse annonce celle du service.',
    ],
    [
      'Commencer petit',
      'Une première commande limitée ou un essai permet de vérifier la promesse. La confiance se construit ainsi, sans engagement excessif.',
    ],
  ],
  scenes: [
    'une équipe au travail, vue de près',
    'un détail soigné qui attire l’œil',
    'un échange simple avec une cliente',
  ],
  tags: ['SavoirFaire', 'Proximité', 'Confiance'],
  questions: ['À quoi reconnaît-on un travail bien fait ?', 'Et si choisir redevenait simple ?'],
};

export const frenchBusiness = { software, industry, ecology, general };
