// French sector banks for what people wear and put on their skin.
import type { SectorBank } from './sector-bank.ts';

const beauty: SectorBank = {
  field: 'la beauté et le soin',
  desire: 'prendre soin de soi avec des produits clairs et efficaces',
  doubt: 'la lassitude devant des promesses invérifiables',
  proofs: [
    'la composition expliquée',
    'la texture et l’usage',
    'les conditions de fabrication',
    'les avis après plusieurs semaines',
  ],
  trends: [
    'Les routines courtes séduisent un public lassé des gestes en dix étapes.',
    'La composition se lit et se commente : la transparence est attendue.',
    'Les démonstrations filmées, peau nue et lumière naturelle, inspirent davantage confiance.',
  ],
  season:
    'Le changement de saison invite à revoir sa routine ; les fêtes et le printemps favorisent les coffrets et les essais.',
  rivals: [
    [
      'La grande marque historique',
      'Une notoriété installée et une distribution large.',
      'La confiance acquise.',
      'Des formules peu expliquées.',
    ],
    [
      'La jeune marque naturelle',
      'Des engagements forts et un ton direct.',
      'Une communauté active.',
      'Une efficacité parfois mal démontrée.',
    ],
    ['Le produit à petit prix', 'L’essai sans risque.', 'Un prix d’appel.', 'Peu de conseil et peu de fidélité.'],
  ],
  keywords: [
    ['routine beauté simple', 'informational', 48],
    ['soin adapté à sa peau', 'commercial', 44],
    ['composition cosmétique expliquée', 'informational', 33],
    ['coffret beauté à offrir', 'transactional', 50],
    ['gestes beauté du soir', 'informational', 30],
    ['soin visage sans superflu', 'commercial', 37],
    ['conseils peau sensible', 'informational', 49],
  ],
  advice: [
    [
      'Partir de sa peau',
      'Observer sa peau au réveil, sans rien appliquer, donne plus d’indications qu’un questionnaire. Tiraillements, brillance ou rougeurs orientent vers un besoin réel plutôt que vers une mode.',
    ],
    [
      'Lire la composition',
      'Les premiers ingrédients de la liste sont les plus présents. Une marque qui explique le rôle de chacun, avec des mots simples, donne le moyen de choisir en connaissance de cause.',
    ],
    [
      'Introduire un produit à la fois',
      'Changer toute sa routine en même temps empêche de savoir ce qui convient. Un nouveau soin, essayé pendant quelques semaines, permet de juger sereinement.',
    ],
    [
      'Garder les gestes qui comptent',
      'Nettoyer, hydrater, protéger : la base reste courte. Le reste relève du plaisir, et c’est très bien ainsi, pourvu que la routine soit suivie avec régularité.',
    ],
  ],
  scenes: [
    'une texture étalée du bout des doigts',
    'un flacon posé dans la lumière du matin',
    'un visage détendu, au naturel',
  ],
  tags: ['Beauté', 'RoutineSoin', 'PrendreSoin'],
  questions: ['Et si moins de produits suffisait ?', 'Que dit vraiment la composition ?'],
};

const fashion: SectorBank = {
  field: 'la mode et les accessoires',
  desire: 'trouver des pièces qui durent et qui ressemblent à la personne qui les porte',
  doubt: 'le regret d’acheter une pièce vite démodée ou mal coupée',
  proofs: [
    'le choix des matières',
    'la coupe portée par plusieurs silhouettes',
    'l’atelier et ses gestes',
    'les possibilités de retouche et de réparation',
  ],
  trends: [
    'Les pièces durables et réparables progressent dans les critères d’achat.',
    'L’essayage filmé sur des silhouettes variées aide à se décider et limite les retours.',
    'Les petites séries et la précommande créent de l’attente sans surproduire.',
  ],
  season:
    'Les lancements suivent le printemps et la rentrée ; les soldes demandent un discours à part pour ne pas brouiller la valeur.',
  rivals: [
    [
      'L’enseigne de mode rapide',
      'La nouveauté permanente à petit prix.',
      'Le rythme et le choix.',
      'Une qualité et une image fragiles.',
    ],
    ['La marque de créateur', 'Un style fort et des séries limitées.', 'La désirabilité.', 'Des prix peu expliqués.'],
    ['La seconde main', 'L’achat malin et responsable.', 'Le prix.', 'Les tailles et l’état, incertains.'],
  ],
  keywords: [
    ['garde-robe durable', 'informational', 43],
    ['pièces intemporelles', 'commercial', 46],
    ['guide des tailles et des coupes', 'informational', 30],
    ['matières naturelles', 'informational', 45],
    ['petite série en précommande', 'transactional', 28],
    ['idées de tenue pour tous les jours', 'informational', 51],
    ['entretien des matières', 'informational', 32],
  ],
  advice: [
    [
      'Commencer par la matière',
      'Toucher, peser, regarder à la lumière : la matière annonce la tenue dans le temps. Une fiche claire sur la composition et l’entretien permet de comparer deux pièces à première vue semblables.',
    ],
    [
      'Penser trois tenues',
      'Avant un achat, imaginer trois façons de porter la pièce avec ce que l’on possède déjà. Si elles viennent facilement, la pièce sortira souvent de l’armoire.',
    ],
    [
      'Vérifier la coupe',
      'Une taille ne dit pas tout. Les mesures à plat, la longueur réelle et des photos sur plusieurs silhouettes évitent bien des retours et bien des déceptions.',
    ],
    [
      'Entretenir plutôt que remplacer',
      'Un lavage doux, un bouton recousu, un ourlet repris : ces gestes simples prolongent la vie d’un vêtement et rendent le prix d’achat plus juste.',
    ],
  ],
  scenes: [
    'un tissu qui glisse entre les doigts',
    'une silhouette en mouvement dans la rue',
    'un atelier, une épingle, un dernier ajustement',
  ],
  tags: ['Mode', 'ModeDurable', 'Style'],
  questions: ['Combien de fois une belle pièce se porte-t-elle ?', 'Et si une bonne coupe changeait la journée ?'],
};

export const frenchAppearance = { beauty, fashion };
