// French sentences for goals that sell something or fill an agenda. One sentence a line; see fill-frame.ts for the signs.
import type { GoalKind } from '../../../shared/contracts/brief-reading.ts';
import type { GoalBank } from './goal-bank.ts';

// biome-ignore format: one sentence a line
export const frenchCommerce: Pick<Record<GoalKind, GoalBank>, 'buy' | 'subscribe' | 'book' | 'call' | 'request-demo' | 'install'> = {
  buy: {
    headline: [
      '{Barecore} : {price}', '{Barecore}, (chez|par) {label}', '{Barecore} : [commandez|commande] {until}', '[Regardez|Regarde] de près {thecore}',
      '{Barecore} : {fact}', 'Avant de choisir, [voyez|vois] {thecore}', '{Barecore} : le prix, les faits, le délai',
    ],
    cta: ['[Commandez|Commande] {thecore}', '[Choisissez|Choisis] {yourcore}', '[Achetez|Achète] {core}', '[Offrez-vous|Offre-toi] {thecore}'],
    hook: [
      '[Vous cherchez|Tu cherches] {core} ? [Commencez|Commence] par (ce qui se vérifie|les faits|le concret).',
      '(Que faut-il savoir|Que vaut-il mieux savoir) avant de commander {def} ?',
      '(Bien choisir|Choisir) {core}, c’est d’abord (savoir ce que l’on achète|poser les bonnes questions).',
      '{Def} : (à quoi s’attendre exactement|qu’y a-t-il à savoir|de quoi parle-t-on) ?',
      'Acheter {core} (les yeux fermés|sur un coup de tête|à la hâte) ? (Mieux vaut regarder d’abord|{Brand} préfère que l’on regarde deux fois|Autant bien regarder).',
      '(Une liste courte|Trois points|Quelques lignes) avant d’acheter {core} : (ce que c’est, ce que cela coûte, quand on l’a|l’objet, les conditions, la date).',
      '~Bon, parlons peu : {core}. [Voici|Voilà] ce qu’il y a à en dire.',
      '^C’est avec le soin qui lui est dû que {brand} présente {def}.',
    ],
    action: [
      '[Commandez|Commande] {def}{+where}.', 'Pour [votre|ta] commande : {contact}.', '[Passez|Passe] commande {until}{+where}.',
      'La commande (se passe|se fait) {where}.', 'Envie de {core} ? La commande se fait {where}.', '[Prenez|Prends] le temps de comparer, puis [commandez|commande] {def}.',
      '{Def} [vous |t’]<intéresse|intéressent> ? [Commandez|Commande] {where}.', '[Choisissez|Choisis] {def} pour [vous|toi], ou pour l’offrir.',
    ],
    answer: [
      'Le prix ? (Il est annoncé avant toute commande|Le voici|Pas besoin de demander) : {price}.', '(Peur de se tromper|La crainte d’un mauvais choix) ? [Demandez|Demande] conseil {where} avant de commander {def}.',
      '(Et si cela ne convient pas|Et en cas d’erreur) ? [Posez|Pose] la question {where}, (avant d’acheter|d’abord).', 'Un doute sur {def} ? (Un fait aide à trancher|Un fait peut aider|Voici un fait) : {fact}.',
      '« Et pourquoi pas autre chose ? » (Question utile, à laquelle {brand} répond ainsi|Bonne question ; la réponse de {brand}) : {fact}.', 'Trop cher ? {Price}, à mettre en face de ceci : {fact}.',
    ],
    how: [
      'Pour {def}, trois gestes : regarder, demander ce qui manque, commander{+where}.', '[Notez|Note] ce que [vous attendez|tu attends] de {def}, puis [comparez|compare] : {fact}.',
      'Avant de commander {def}, [vérifiez|vérifie] (ce qui est compris, le prix et la date|le contenu, le prix, la date).', '[Demandez-vous|Demande-toi] quand et où {def} <servira|serviront> : (le bon choix suit souvent|le reste en découle).',
    ],
    heading: ['(Ce qu’il faut savoir|Bon à savoir|L’utile) avant d’acheter {core}', '{Def}, (de plus près|vu de près)', 'Commander {core}, (en pratique|pas à pas)', 'Prix, délai, conditions : {core} (sans zone d’ombre|en clair)'],
    title: ['{Barecore} : ce qu’il faut savoir avant de commander', 'Bien choisir {core} : prix, faits (et questions utiles|et points à vérifier)', 'Acheter {core} : les bonnes questions, les réponses de {label}'],
    plan: {
      steps: [
        ['Montrer l’objet', 'Faire voir {def} de près, avec une seule idée par contenu.'], ['Dire le prix et les preuves', 'Poser le prix, les conditions et les faits du brief avant toute promesse : {proofs}.'],
        ['Ouvrir la commande', 'Un seul geste demandé partout : commander {def}{+where}.'],
      ],
      metric: ['Commandes', 'Commandes de {thecore}, relevées chaque semaine à la source (boutique ou caisse).'],
      obstacles: ['le prix, tant qu’il n’est pas mis en face de ce que l’on reçoit', 'la crainte de se tromper en choisissant {core}', 'la question du délai et du retour'],
      rivals: [
        ['La grande enseigne', 'Vend {core} parmi des milliers de références.', 'Stock et livraison rodés.', 'Ne dit pas qui répond, là où {name} peut le dire.'],
        ['Le vendeur en ligne le moins cher', 'Ne parle que de prix pour {thecore}.', 'Un tarif facile à comparer.', 'Peu de preuves : {name} peut en donner.'],
        ['L’achat remis à plus tard', 'Se passer de {thecore} encore un peu.', 'Ne coûte rien tout de suite.', 'Rien ne presse tant que personne n’a montré {def} de près.'],
      ],
      cadence: 'annoncer trois semaines avant, ouvrir à deux semaines, prouver à une semaine, rappeler à trois jours, la veille et le jour même',
      searches: ['{b} prix', 'acheter {b}', '{b} avis', 'comment choisir {b}', '{b} en ligne', 'commander {b}'],
    },
  },
  subscribe: {
    headline: ['{Barecore} : {price}', '{Barecore}, sans y penser à chaque fois', '[Recevez|Reçois] {thecore}', '{Barecore} : {fact}', '{Yourcore} (avec|chez) {label}', 'Un rendez-vous régulier : {core}', '{Barecore} : [essayez|essaie] {until}'],
    cta: ['[Recevez|Reçois] {yourcore}', '[Prenez|Prends] {yourask}', '[Essayez|Essaie] {thecore}', '[Choisissez|Choisis] {yourcore}'],
    hook: [
      'Y penser toutes les semaines, ou recevoir {def} sans y penser ?', 'Remettre à plus tard, encore une fois ? Avec {core}, la question est réglée d’avance.',
      'Ce que l’on reçoit, quand, à quel prix, comment on arrête : {core} en quatre réponses.', '{Def} : une habitude de moins à gérer.',
      'Un abonnement ne vaut que par ce qu’il apporte. Ici : {offer}.', 'Avant de s’engager, mieux vaut savoir à quoi. {Brand} propose {offer}.',
      '~On fait simple : {core}, et [vous n’avez|tu n’as] plus à courir.', '^{Brand} [vous|te] propose de recevoir {offer}.',
    ],
    action: [
      '[Prenez|Prends] {yourask}{+where}.', '[Abonnez-vous|Abonne-toi]{+where} et [recevez|reçois] {def}.', 'L’abonnement se prend {where}.', '[Essayez|Essaie] {def}, puis [jugez|juge].',
      '[Abonnez-vous|Abonne-toi] à la formule qui [vous|te] va{+where}.', 'Pour commencer à recevoir {def} : {contact}.', '{Until}, [prenez|prends] {yourask}.',
    ],
    answer: [
      'Combien par mois ? {Price}, et rien de caché dans cette phrase.', 'Peur d’être coincé par un contrat ? [Demandez|Demande] les conditions d’arrêt {where} avant de signer.',
      'Est-ce que cela sert vraiment ? [Regardez|Regarde] ce que comprend l’offre : {fact}.', 'Et si {def} ne [vous|te] convient pas ? [Posez|Pose] la question de l’arrêt avant le début.',
      'Encore un abonnement ? Celui de {brand} tient à ceci : {fact}.',
    ],
    how: [
      '[Choisissez|Choisis] {yourcore}, [notez|note] le premier jour, [voyez|vois] au bout d’un mois.', 'Un bon abonnement se juge à l’usage : {fact}.',
      'Pour {def}, [vérifiez|vérifie] le rythme, le contenu et la façon d’arrêter.', '[Comptez|Compte] ce que [vous dépensez|tu dépenses] aujourd’hui, puis [comparez|compare] avec {def}.',
    ],
    heading: ['Ce que l’on reçoit avec {core}', 'Combien, quand, comment arrêter', 'Pour qui {core} a du sens', 'S’abonner, (en pratique|pas à pas)'],
    title: ['{Barecore} : ce que l’on reçoit, à quel rythme, à quel prix', 'S’abonner à {label} : {core}, point par point', '{Barecore} : pour qui, combien, comment'],
    plan: {
      steps: [
        ['Nommer l’ennui qui revient', 'Partir de ce que l’on refait sans cesse, puis montrer {def}.'], ['Détailler ce qui arrive', 'Contenu, rythme, prix, arrêt : tout est dit, appuyé sur {proofs}.'],
        ['Faire essayer', 'Proposer une première fois simple : {ask}{+where}.'],
      ],
      metric: ['Abonnements confirmés', 'Abonnements à {thecore}, payés ou confirmés, avec ceux qui restent au trentième jour.'],
      obstacles: ['la peur d’un engagement dont on ne sort pas', 'le doute sur l’usage réel de {core}', 'le montant qui revient chaque mois'],
      rivals: [
        ['L’achat au coup par coup', 'On prend {core} quand on y pense.', 'Aucun engagement.', 'Demande d’y repenser chaque fois.'],
        ['La grande plateforme', 'Un catalogue large, un abonnement standard.', 'Simplicité du paiement.', 'Pas de lien avec les personnes qui font le travail.'],
        ['Ne rien changer', 'L’habitude en place.', 'Elle est connue.', 'Le même ennui revient, et {brand} y répond par {offer}.'],
      ],
      cadence: 'deux contenus par semaine, puis un rappel court à la fin de l’essai',
      searches: ['{b} abonnement', 'abonnement {b}', '{b} prix par mois', '{b} livraison', 'offrir {b}', '{b} sans engagement'],
    },
  },
  book: {
    headline: ['{Barecore} : [choisissez votre|choisis ton] créneau', '{Barecore}, (chez|avec) {label}', '{Barecore} : {price}', '{Barecore} : {fact}', '[Réservez|Réserve] {yourcore}', '{Barecore} {inplace} : [réservez|réserve]', '{Barecore} : [réservez|réserve] {until}'],
    cta: ['[Réservez|Réserve] {yourcore}', '[Réservez|Réserve] une date pour {thecore}', '[Choisissez votre|Choisis ton] créneau : {barecore}', '[Réservez|Réserve] {core}'],
    hook: [
      'Cela fait longtemps que [vous y pensez|tu y penses] ? {Core}, cela se réserve.', 'Que se passe-t-il pendant {def} ? Voici de quoi arriver tranquille.',
      'Trouver le temps, c’est souvent le plus dur. Pour {thecore}, il suffit d’un créneau.', '{Def} : qui [vous|te] reçoit, combien de temps, à quel prix ?',
      'Remettre à plus tard, encore ? {Core}, une fois réservé, c’est fait.', 'Avant de réserver {core}, [voici|voilà] ce que {brand} peut déjà dire.',
      '~Un créneau, [votre|ton] nom dessus, et voilà : {core}.', '^{Brand} a le plaisir de [vous|te] recevoir pour {offer}.',
    ],
    action: [
      '[Réservez|Réserve] {yours}{+where}.', '[Réservez|Réserve] une date pour {def}{+where}.', 'La réservation (se fait|se prend) {where}.', '[Réservez|Réserve] le moment qui [vous|te] convient{+where}.',
      'Pour réserver {core} : {contact}.', '[Bloquez|Bloque] un créneau {until}{+where}.', '{Def} [vous|te] <tente|tentent> ? [Réservez|Réserve] quand [vous voulez|tu veux]{+where}.',
    ],
    answer: [
      '(Combien cela coûte|Et le prix|À quel prix) ? {Price} pour {def}.', 'Pas le temps ? [Demandez|Demande] les créneaux {where}, puis [choisissez|choisis].',
      'Un empêchement peut arriver : [demandez|demande] {where} comment déplacer {yours}.', 'Une appréhension avant {def} ? Un fait pour s’y préparer : {fact}.', 'Qui [vous|te] reçoit ? {Brand}, et ceci : {fact}.',
    ],
    how: [
      'Avant {def}, [notez|note] une question que [vous voulez|tu veux] poser.', '[Réservez|Réserve], [venez|viens] avec ce qu’il faut, [repartez|repars] avec une réponse : {core}, c’est cela.',
      'Pour {def}, [prévoyez|prévois] le trajet et un peu d’avance.', 'Bien préparer {core} commence par un détail : {fact}.',
    ],
    heading: ['Ce qui se passe pendant {def}', 'Avant de réserver {core}', 'Prix, durée, accès : {core} en clair', 'Réserver, (en pratique|pas à pas)'],
    title: ['{Barecore} : comment cela se passe, combien, quand', 'Réserver {core} : ce qu’il faut savoir avant', '{Core} chez {label} : les réponses avant de venir'],
    plan: {
      steps: [
        ['Partir de la situation', 'Dire quand {core} devient utile, sans dramatiser.'], ['Raconter le moment', 'Qui reçoit, ce qui se passe, ce que l’on en retire : {proofs}.'],
        ['Ouvrir l’agenda', 'Un seul geste : réserver {def}{+where}.'],
      ],
      metric: ['Réservations confirmées', 'Réservations confirmées dans l’agenda de {name}, avec la part des absences.'],
      obstacles: ['le temps à trouver', 'la question du prix avant {def}', 'l’appréhension de la première fois'],
      rivals: [
        ['Le voisin déjà connu', 'On réserve là où l’on a ses habitudes.', 'La confiance acquise.', 'Une habitude se change pour un fait précis sur {core}.'],
        ['La plateforme de réservation', 'Tous les créneaux au même endroit.', 'La facilité.', 'Rien ne distingue une adresse d’une autre.'],
        ['Le report', 'On verra le mois prochain.', 'Ne demande aucun effort.', 'Un créneau proposé lève l’effort.'],
      ],
      cadence: 'un contenu par semaine, puis dix, cinq et deux jours avant la date visée',
      searches: ['{b} réservation', 'réserver {b}', '{b} tarif', '{b} près de chez moi', '{b} disponibilité', '{b} durée'],
    },
  },
  call: {
    headline: ['{Barecore} : {phone}', '{Barecore} ? [Appelez|Appelle] {label}', '{Barecore}, (avec|chez) {label}', '{Barecore} : {price}', '{Barecore} : {fact}', '{Barecore} {inplace} : un appel suffit'],
    cta: ['[Appelez|Appelle] pour {thecore}', '[Appelez|Appelle] le {phone}', '[Appelez|Appelle] {label} : {barecore}', '[Téléphonez|Téléphone] pour {thecore}'],
    hook: [
      '{Barecore} : qui appeler, et quand ?', 'Quand il faut {core}, on veut une voix au bout du fil, et une réponse claire.', 'Un souci, un appel : pour {thecore}, {brand} décroche.',
      'Avant que le problème ne grossisse : {core}.', '[Gardez|Garde] ce numéro pour le jour où il faudra {core}.', 'On ne choisit pas le moment. On peut choisir qui appeler pour {thecore} : {brand}.',
      '~Pas de formulaire à rallonge pour {thecore} : un coup de fil.', '^Pour {thecore}, {brand} se tient à [votre|ta] disposition par téléphone.',
    ],
    action: [
      '[Appelez|Appelle] le {phone} pour {thecore}.', 'Pour {thecore}, par téléphone : {phone}.', '[Composez|Compose] le {phone} et [décrivez|décris] [votre|ta] situation.', 'Un numéro de téléphone pour {thecore} : {phone}.',
      '[Appelez|Appelle] {brand}{+where}.', '[Appelez|Appelle] et [dites|dis] en deux phrases ce qui se passe : {contact}.', '[Notez|Note] ce numéro de téléphone, le {phone}, avant d’avoir besoin de {core}.',
    ],
    answer: [
      '(Combien cela coûte|Et le prix|À quel prix) ? {Price} : c’est dit avant de commencer.', 'Un prix au téléphone ? [Demandez|Demande] ce qui est compris dans {def} avant de dire oui.', 'Qui répond ? {Brand}. {Fact}.',
      'Peur de déranger pour peu ? Un appel au sujet de {def} sert aussi à cela.', 'Est-ce le bon moment pour {thecore} ? Un repère : {fact}.',
    ],
    how: [
      'Avant d’appeler pour {thecore}, [notez|note] ce que [vous voyez|tu vois] et depuis quand.', 'Au téléphone, [donnez|donne] l’adresse, le problème, le moment : {brand} peut alors parler de {core} utilement.',
      'Pour {thecore}, [demandez|demande] toujours le prix et l’heure avant l’intervention.', '[Gardez|Garde] sous la main ce qui concerne {def} : une facture, une photo, un modèle.',
    ],
    hours: ['On répond : {hours}.', 'Heures d’appel : {hours}.', 'Pour {thecore}, [appelez|appelle] pendant ces heures : {hours}.'],
    heading: ['Quand appeler pour {thecore}', 'Ce qu’il faut dire au téléphone', 'Prix et délais : {core} sans surprise', 'Un numéro à garder'],
    title: ['{Barecore} : qui appeler, que dire, combien prévoir', '{Barecore} : les réponses avant de décrocher', 'Un problème, un appel : {core} chez {label}'],
    plan: {
      steps: [
        ['Nommer le problème', 'Dire simplement quand il faut {core}.'], ['Dire qui répond', 'Heures, zone, personnes, faits : {proofs}.'],
        ['Donner le numéro', 'Le même numéro partout, écrit de la même façon{+where}.'],
      ],
      metric: ['Appels', 'Appels à {name} de plus de trente secondes, avec la part de ceux qui aboutissent.'],
      obstacles: ['la crainte du prix', 'l’attente au téléphone', 'la peur d’un discours de vente'],
      rivals: [
        ['La plateforme de mise en relation', 'Un formulaire, puis plusieurs devis.', 'Elle occupe la recherche en ligne.', 'On ne sait pas qui viendra.'],
        ['La connaissance qui s’y connaît', 'Un coup de main.', 'La confiance.', 'Ni délai ni garantie pour {thecore}.'],
        ['Attendre que cela passe', 'Ne rien faire.', 'Ne coûte rien le premier jour.', 'Le problème reste ; {brand} peut le dire sans dramatiser.'],
      ],
      cadence: 'des contenus courts aux heures d’ouverture, jamais quand personne ne peut répondre',
      searches: ['{b} numéro', '{b} prix', '{b} urgent', '{b} près de chez moi', 'qui appeler pour {b}', '{b} devis'],
    },
  },
  'request-demo': {
    headline: ['{Barecore} : [voyez-le|vois-le] sur [votre|ton] cas', '{Shortask}', '{Barecore} : {fact}', '{Barecore}, en vingt minutes ?', '[Vos|Tes] questions, devant {core}', '{Barecore}, par {label}', '{Barecore} : une démonstration avant de décider'],
    cta: ['[Demandez|Demande] {shortask}', '[Demandez|Demande] à voir {thecore}', '[Planifiez|Planifie] {shortask}', '[Testez|Teste] {thecore} avec nous'],
    hook: [
      'Combien de temps [perdez-vous|perds-tu] avant d’avoir {core} ?', 'Une fiche produit ne dit pas tout de {def}. Une démonstration, si.', '{Def} : montrer vaut mieux que promettre.',
      'Trois questions à poser à tout fournisseur, et d’abord à nous, sur {def}.', 'Ce que coûte le statu quo, et ce que change {core} : parlons-en sur [votre|ton] cas.',
      'Un site web ne suffit pas pour décider : {def}, cela se montre.', '~Vingt diapositives ? Non. {Core}, en vrai, sur [vos|tes] données d’exemple.', '=Avant tout essai de {core} : périmètre, intégration, sécurité.',
    ],
    action: [
      '[Demandez|Demande] {ask}{+where}.', '[Choisissez|Choisis] un créneau pour voir {def}{+where}.', '[Venez|Viens] avec un cas réel : {brand} montre {def} dessus.', 'La démonstration se demande {where}.',
      '[Réunissez|Réunis] les personnes qui décident et [demandez|demande] {ask}.', 'Pour voir {def} : {contact}.', '{Until}, [demandez|demande] {ask}.',
    ],
    answer: [
      'Pas le temps ? [Dites-le|Dis-le] : la démonstration de {thecore} peut se limiter à une question.', 'Et l’informatique ? [Invitez-la|Invite-la] : les questions sur {def} en seront meilleures.', 'Le budget ? {Price}. Le reste dépend de [votre|ton] périmètre.',
      '« Nous avons déjà un outil. » Alors [comparez|compare], fait contre fait : {fact}.', 'Quelles garanties ? Ce que {brand} met en avant : {fact}.',
    ],
    how: [
      'Avant la démonstration, [écrivez|écris] la tâche qui [vous|te] prend le plus de temps : c’est sur elle que l’on jugera {def}.', '[Préparez|Prépare] un exemple concret ; {brand} montrera {def} dessus.',
      'À la fin, [demandez|demande] ce que {def} ne <fait|font> pas : la réponse en dit long.', '[Comparez|Compare] {def} avec [votre|ta] façon de faire actuelle, sur un seul critère à la fois.',
    ],
    heading: ['Ce que coûte la situation d’aujourd’hui', 'Ce que montre une démonstration de {thecore}', 'Sécurité, intégration, budget : les questions à poser', 'Préparer la démonstration'],
    title: ['{Barecore} : les questions à poser avant une démonstration', 'Juger {core} sur pièces : la démonstration, mode d’emploi', '{Barecore} : ce qu’il faut voir avant de décider'],
    plan: {
      steps: [
        ['Chiffrer la gêne avec eux', 'Faire parler du travail d’aujourd’hui, sans avancer de chiffre que le brief ne donne pas.'], ['Montrer le résultat', 'Faire voir {def} à l’œuvre, avec les preuves du brief : {proofs}.'],
        ['Proposer un créneau', 'Vingt minutes, un cas réel, les bonnes personnes : {ask}{+where}.'],
      ],
      metric: ['Démonstrations tenues', 'Demandes reçues par {name}, puis démonstrations réellement tenues avec une personne qui décide.'],
      obstacles: ['le temps à trouver', 'l’avis de l’informatique et de la sécurité', 'le budget déjà engagé ailleurs'],
      rivals: [
        ['Le grand éditeur', 'Une suite complète.', 'Sa place déjà acquise chez les clients.', 'Peu de souplesse sur un cas précis comme {core}.'],
        ['Le tableur', 'Gratuit, connu de tous.', 'Rien à installer.', 'Ne tient plus quand plusieurs équipes s’en mêlent.'],
        ['Le projet remis à l’an prochain', 'Attendre le bon budget.', 'Aucun risque visible.', 'La gêne d’aujourd’hui continue : la montrer avec {def}.'],
      ],
      cadence: 'deux à trois contenus par semaine, un courriel à quatorze, sept et deux jours d’une date fixée',
      searches: ['{b} démonstration', '{b} tarif', 'comparatif {b}', '{b} sécurité', '{b} intégration', 'choisir {b}'],
    },
  },
  install: {
    headline: ['{Barecore} : [installez|installe], [essayez|essaie]', '{Barecore}, sur [votre|ton] téléphone', '{Barecore} : {fact}', '{Barecore} : {price}', '{Barecore}, par {label}', 'Une chose à installer : {core}'],
    cta: ['[Installez|Installe] {thecore}', '[Téléchargez|Télécharge] {thecore}', '[Ouvrez|Ouvre] {thecore}', '[Essayez|Essaie] {thecore}'],
    hook: [
      'À quoi sert {def}, en une phrase ? {Fact}.', 'Encore une application ? {Def}, à condition que cela serve.', 'Dix secondes pour comprendre {def}.', '[Votre|Ton] téléphone est déjà plein. Qu’<apporte|apportent> {def} ?',
      '{Def} : ce que cela fait, ce que cela ne fait pas.', 'Une tâche de moins, dans la poche : {core}.', '~Deux minutes devant [vous|toi] ? {Core}, c’est déjà installé.', '=Données, place, prix : {core} à la loupe.',
    ],
    action: [
      '[Installez|Installe] {def}{+where}.', '[Téléchargez|Télécharge] {def}{+where} et [ouvrez|ouvre].', 'L’installation commence {where}.', '[Essayez|Essaie] {def} une journée, puis [gardez|garde] ou [supprimez|supprime].',
      'Pour installer {core} : {contact}.', '[Faites|Fais] un premier essai avec {def} dès aujourd’hui.', '{Until}, [installez|installe] {def}.',
    ],
    answer: [
      'Et mes données ? [Lisez|Lis] la fiche de {brand} avant d’installer, puis [posez|pose] la question qui manque.', 'C’est payant ? {Price}.', 'Cela prend de la place ? [Regardez|Regarde] la fiche de {thecore} avant d’installer.',
      'Pourquoi {core} et pas autre chose ? Un fait : {fact}.', 'Et si je ne m’en sers pas ? {Def}, cela se supprime comme cela s’installe.',
    ],
    how: [
      '[Installez|Installe] {def}, [faites|fais] une seule chose utile, et [arrêtez-vous|arrête-toi] là.', 'Le premier jour avec {core}, [essayez|essaie] ceci : {fact}.', '[Réglez|Règle] d’abord les notifications de {thecore} : on garde ce qui sert.',
      '[Montrez|Montre] {def} à une personne qui n’a jamais vu l’application : ses questions seront les bonnes.',
    ],
    heading: ['À quoi sert {def}', 'La première minute avec {core}', 'Données, place, prix', 'Installer, (en pratique|pas à pas)'],
    title: ['{Barecore} : à quoi cela sert, et à qui', '{Barecore} : la première journée, pas à pas', 'Faut-il installer {core} ? Des réponses simples'],
    plan: {
      steps: [
        ['Dire la tâche en une ligne', 'Une phrase, une image : ce que fait {core}.'], ['Montrer dix secondes d’usage', 'Une démonstration courte, puis les faits : {proofs}.'],
        ['Faire installer et ouvrir', 'Mener à l’installation et à un premier geste réussi{+where}.'],
      ],
      metric: ['Installations ouvertes', 'Installations de {thecore} suivies d’une première utilisation le jour même.'],
      obstacles: ['la place et les notifications', 'l’usage des données', 'la crainte d’un paiement plus tard'],
      rivals: [
        ['L’application déjà installée', 'Fait à peu près la même chose que {core}.', 'Elle est déjà là.', 'Un seul geste mieux fait suffit à donner envie d’essayer.'],
        ['Le carnet et le papier', 'Rien à apprendre.', 'Toujours sous la main.', 'Ne rappelle rien, ne partage rien.'],
        ['Le site web', 'Tout est dans le navigateur.', 'Aucune installation.', 'Moins commode pour un usage de tous les jours.'],
      ],
      cadence: 'un effort dense les deux premières semaines, puis un contenu par semaine',
      searches: ['{b} application', 'télécharger {b}', '{b} avis', '{b} gratuit', '{b} android', '{b} iphone'],
    },
  },
};
