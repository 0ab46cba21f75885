// French paragraphs of articles: some for every goal, some for one. Each says something of the brief in nearly every sentence.
import type { GoalKind } from '../../../shared/contracts/brief-reading.ts';

// biome-ignore format: one paragraph a line
export const frenchPassages: readonly string[] = [
  '(Commençons par nommer les choses|Disons d’abord de quoi l’on parle|Le sujet, pour commencer) : (il est question ici de|cette page parle de|nous parlerons de) {def}. (Beaucoup de textes tournent autour|Bien des pages restent vagues|On se perd vite dans les généralités) ; celui-ci (part de|s’en tient à) ce que {brand} annonce, et (de|à) ce que chacun peut vérifier.',
  '(Un bon réflexe, quand on découvre {brand}|Devant une offre comme celle de {brand}, le mieux), c’est de chercher un fait plutôt qu’un (adjectif|slogan). (En voici un|Par exemple|Le plus parlant) : {fact}. (Cela se contrôle, cela se discute|On peut le vérifier, on peut en parler|Voilà qui se vérifie), et cela parle mieux de {thecore}.',
  '#(Parlons du prix, puisque tout le monde y pense|Venons-en au prix|La question du prix arrive toujours) : {price}. (Pris seul, un montant ne dit pas grand-chose|Un chiffre isolé reste muet|Le montant n’est qu’un début). (Mis en face de|À côté de) {def}, il (devient une information|prend son sens), et l’on peut le comparer avec ce que l’on connaît.',
  '(La manière de travailler compte autant que le résultat|Le résultat dépend d’abord d’une façon de faire|On juge aussi une maison à ses habitudes). Chez {brand}, (elle se résume ainsi|cela se dit en peu de mots|voici ce qui guide chaque jour) : {values}. (On pourra rappeler ces mots|Ces mots engagent : on pourra les rappeler|Ils pourront être rappelés) à {brand} (le jour où|au moment où|quand) [vous jugerez|tu jugeras] {def}.',
  '(Une décision se prend rarement sur un seul argument|On ne se décide pas sur une seule raison|Il faut souvent deux ou trois raisons pour se décider). (La première, pour {def}|À propos de {def}, on peut déjà retenir ceci) : {fact}. (Le reste dépend de [votre|ta] situation|La suite est affaire de cas particuliers), et une question à {brand} (vaut mieux qu’une supposition|évite bien des malentendus).',
  '(Le temps joue aussi son rôle|Reste la question du calendrier|Il y a une date à connaître). Pour {def}, (tout va jusqu’à cette date|la limite est fixée) : {deadline}. Mieux vaut (s’y intéresser tôt|ne pas attendre la veille), poser ses questions à {brand}, et (garder les derniers jours pour réfléchir|décider l’esprit tranquille).',
  '(Le lieu n’est pas un détail|Où cela se passe-t-il|Parlons du lieu) : {place}. (Le savoir permet d’imaginer|Avec cela, on peut prévoir) le trajet, le moment, les personnes que l’on emmène. {Brand} (peut préciser ce qui manque|donnera le reste sur demande).',
  '(Le jour est fixé|La date est connue|Un jour à entourer) : {date}. (L’écrire tout de suite dans un agenda|Le noter maintenant) évite (bien des regrets|les mauvaises surprises), et laisse le temps de penser à {def}. {Brand} (donnera les détails pratiques|répondra aux questions pratiques).',
  '(Il y a ce que {brand} affirme, et ce que l’on peut constater|On peut croire {brand} sur parole, ou vérifier|Entre une promesse et un constat, mieux vaut le constat). (Dans la seconde catégorie|Côté constat|Ce qui se vérifie) : {fact}. (C’est une base solide|Voilà de quoi partir) pour se faire une opinion sur {def}.',
  '#(À qui s’adresse tout cela|Pour qui {brand} a-t-il pensé cela|Qui est concerné) ? (À {people}, d’abord|À {people} avant tout|Surtout à {people}). (Plaire à tout le monde n’est pas le but|Une offre précise ne convient pas à tous) : {def} <répond|répondent> à un besoin (précis|réel|particulier), et {brand} (préfère le dire|le dit simplement|ne s’en cache pas).',
  '#(Ce qui distingue une offre d’une autre|La différence entre deux offres) tient souvent à (une exigence tenue longtemps|un détail auquel on ne renonce pas). (Celle de {brand} porte un nom|Chez {brand}, ce serait ceci) : {value}. (On la retrouve dans {def}|{Def} en <garde|gardent> la trace|Cela se voit dans {def}), et (l’on peut demander à la voir de plus près|chacun peut s’en assurer|c’est facile à vérifier).',
  '#(Une question reste, que l’on n’ose pas toujours poser|Osons la question gênante|Il faut aussi demander ceci) : qu’est-ce que {def} ne <promet|promettent> pas ? {Brand} (n’annonce ici que ce que dit ce texte|s’en tient à ce qui est écrit ici|n’ajoute rien à ce qui est écrit ici). (Tout le reste se demande|Pour le reste, on demande), et une réponse écrite (vaut mieux qu’une impression|rassure tout le monde).',
  '#Prenons {def} (par le petit côté, celui du quotidien|dans la vie de tous les jours|un jour ordinaire). (Qui s’en occupe, à quel moment, avec quel soin|Qu’est-ce que cela change, concrètement) ? La réponse de {brand} (commence par un détail|tient en un exemple) : {fact}. (Les détails disent souvent le reste|On devine le reste).',
  '(Comparer demande un peu de méthode|Pour comparer, une feuille suffit|Rien de tel qu’un tableau tout simple). (Trois lignes suffisent|Trois colonnes font l’affaire) : ce que [vous attendez|tu attends] de {thecore}, ce que {brand} annonce, ce qui reste à demander. (La deuxième peut déjà contenir ceci|On peut déjà y écrire) : {fact}.',
  '(Une question, un doute, un cas particulier|Il manque une réponse|Un point reste obscur) ? (Le contact est simple|Voici où demander|Une seule adresse) : {contact}. {Brand} y parle de {thecore} (mieux que n’importe quelle page|sans détour), parce qu’une vraie question (appelle|mérite) une vraie réponse.',
  '(On reconnaît un travail suivi à ce qu’il se raconte sans effort|Un travail bien fait se raconte simplement). {Brand} parle de {thecore} (en citant des choses précises|avec des exemples) : {fact}. (Rien n’oblige à s’en contenter|Ce n’est qu’un début) ; c’est (un point de départ honnête|déjà quelque chose de vérifiable).',
  '(Avant de s’intéresser à {def}, le plus utile est d’écrire|Un conseil, avant {def} : écrire) en une ligne ce que l’on en attend. (Cette ligne servira de boussole|On la relira au moment de choisir) : elle dit (quoi demander à {brand}|ce qu’il faut demander à {brand}), et (ce que l’on peut laisser de côté|ce qui compte moins).',
  '(Parler de {thecore} à une personne de confiance|Raconter {def} à un proche) aide à (décider|y voir clair). (Redire ce que fait {brand}|Expliquer {brand}|Le formuler) (avec ses propres mots|à voix haute|pour quelqu’un d’autre) (montre vite|fait apparaître) ce que l’on a compris, (et ce qui manque encore|et ce qu’il reste à demander).',
  '(Quelques questions font gagner du temps|Trois questions suffisent souvent|Il y a de bonnes questions à poser d’emblée). Avec {brand}, (les voici|elles sont simples) : qui (s’en charge|fait le travail), (à partir de quand|dans quel délai), et que se passe-t-il (en cas de souci|si quelque chose ne va pas|un mauvais jour) ? (Pour {def}, les réponses sont courtes|Au sujet de {def}, on peut y répondre vite|Sur {def}, chacune tient en une ligne).',
  '(Suivre {brand} ne demande pas d’effort|Nul besoin de tout lire|On peut suivre {brand} de loin|Rester au courant est facile). Pendant cette campagne, (des messages courts paraissent sur|{brand} publie de courts messages sur) {def} ; (il suffit d’en garder un|un seul suffit parfois), celui qui répond à (la question du moment|[votre|ta] question).',
  '(Rien ne remplace l’avis de quelqu’un qui connaît déjà|Demander à une personne qui connaît déjà) {def} (fait gagner du temps|vaut bien des pages). (S’il n’y a personne autour de [vous|toi]|À défaut), {brand} reste la source (la plus directe|à interroger).',
  '(Changer une habitude prend du temps|On ne décide pas toujours du premier coup|Prendre son temps est permis). Pour {def}, (une décision tranquille|un oui réfléchi|un oui sans hâte) (convient mieux à {brand} que la hâte|vaut mieux, pour {brand}, que la hâte|est tout ce que {brand} souhaite). (Lire, comparer, demander|Un regard, une comparaison, une question) : (l’ordre importe peu|chacun son ordre).',
];

// biome-ignore format: one paragraph a line
export const frenchGoalPassages: Record<GoalKind, readonly string[]> = {
  buy: [
    '(Acheter {core}, c’est répondre à trois questions|Trois questions précèdent tout achat) : ce que l’on reçoit, ce que l’on paie, ce que l’on fait si cela ne convient pas. Sur {def}, {brand} peut répondre (aux trois avant la commande|à chacune d’avance). (Ce sont les bonnes, dans cet ordre|Il suffit de demander).',
    '(On achète mieux quand on sait pourquoi|Un achat a besoin d’une raison). {Def} <a|ont> un usage, un moment, parfois un destinataire. (Le nommer avant de commander chez {brand} évite l’achat dont on ne se sert pas|Le dire avant de commander chez {brand} aide beaucoup), et (rend le bon choix évident|simplifie le choix).',
    '(La tentation est grande de tout décider sur une photo|Une photo ne suffit pas). {Def} <mérite|méritent> un regard plus (lent|attentif) : matière, taille, usage, entretien. {Brand} peut détailler (chacun de ces points|tout cela), et (c’est le moment de demander|demander ne coûte rien).',
  ],
  subscribe: [
    'Un abonnement est une promesse qui se répète. Avec {def}, il faut donc regarder le rythme autant que le contenu : à quelle fréquence, pour combien de personnes, avec quelle liberté d’arrêter. {Brand} peut répondre à chacun de ces points avant le premier envoi.',
    'Le plus simple est de penser à une semaine ordinaire. Où {def} y <trouve|trouvent> sa place ? Qui en profite ? Si la réponse vient vite, l’abonnement proposé par {brand} a du sens. Sinon, mieux vaut attendre.',
    'On s’abonne pour ne plus y penser, et c’est bien le problème : on oublie de vérifier. Au bout d’un mois avec {core}, une seule question suffit : cela a-t-il servi ? {Brand} préfère une réponse franche à une habitude subie.',
  ],
  donate: [
    'Donner n’oblige à rien d’autre. On peut soutenir {def} une fois, regarder ce que {brand} en fait, et décider plus tard de la suite. La confiance se construit ainsi, dans les deux sens.',
    'Ce que {brand} défend se dit en peu de mots : {values}. C’est à cette mesure que l’on peut juger l’emploi des dons pour {def}, et demander des explications quand elles manquent.',
    'Parler d’une cause compte aussi. Expliquer {def} à une personne de son entourage, c’est déjà élargir le cercle de {brand}. Le don vient ensuite, ou ne vient pas ; l’idée, elle, a circulé.',
    'Un don change de nature quand on sait où il va. Ici, il va à {def}. {Brand} peut expliquer ce qui est fait, ce qui reste à faire, et comment les choses avancent. Demander ces nouvelles n’est pas se méfier : c’est s’intéresser.',
    'Il n’y a pas de petit don utile et de grand don inutile. Pour {def}, la régularité compte, et le nombre de personnes aussi. Ce que {brand} demande tient en un geste, à la mesure de chacun.',
    'On donne rarement à une idée ; on donne à un lieu, à des personnes, à un travail que l’on peut imaginer. C’est pourquoi {brand} parle de {thecore} avec des faits, et laisse à chacun le soin de décider.',
  ],
  book: [
    'Réserver {core}, c’est surtout se libérer d’une hésitation. Une fois le créneau choisi chez {brand}, tout le reste devient pratique : le trajet, l’heure, ce qu’il faut apporter. L’essentiel est fait.',
    'Avant {def}, on aime savoir qui l’on va rencontrer et comment cela se passe. {Brand} peut le dire simplement : l’accueil, la durée, la suite. Il suffit de poser la question au moment de réserver.',
    'Un rendez-vous tenu vaut mieux que dix intentions. Pour {thecore}, choisir une date précise aide à passer de l’envie au fait. Et si le jour ne va plus, prévenir {brand} assez tôt rend service à tout le monde.',
  ],
  call: [
    'Quand on a besoin de {thecore}, on n’a pas envie de remplir un formulaire. Un appel à {brand} permet de décrire la situation, de savoir quoi faire en attendant, et de connaître la suite. Deux minutes bien employées.',
    'Un bon appel se prépare en trois mots : quoi, où, depuis quand. Avec cela, {brand} peut dire si {core} convient et dans quel délai. On raccroche avec une réponse plutôt qu’avec une promesse.',
    'La peur du prix retient souvent d’appeler. Elle se lève d’une façon simple : demander, dès le début, ce que comprend {core} et combien cela coûte. {Brand} entend cette question tous les jours, et elle est légitime.',
  ],
  'request-demo': [
    'Une démonstration utile part d’un cas réel. Avant de voir {def}, il vaut la peine d’écrire la tâche qui prend le plus de temps aujourd’hui, et de demander à {brand} de la refaire sous [vos|tes] yeux. On juge alors un travail, pas un discours.',
    'Les questions techniques arrivent toujours : données, accès, intégration, reprise de l’existant. Mieux vaut les poser pendant la démonstration de {thecore} qu’après la signature. {Brand} répond alors devant les bonnes personnes.',
    'Choisir {core}, c’est aussi renoncer à une autre façon de faire. Il est honnête de comparer les deux : ce que l’on gagne, ce que l’on perd, ce qu’il faudra apprendre. {Brand} peut aider à remplir ces trois colonnes.',
  ],
  'sign-up': [
    'S’inscrire à {def}, c’est d’abord se donner une bonne raison de venir : une personne à entendre, une chose à voir, une question à poser. {Brand} donne de quoi choisir ; à chacun de trouver la sienne.',
    'Venir seul n’est pas un obstacle. À {def}, on partage déjà un sujet avec les autres, ce qui fait une conversation toute trouvée. Et si l’on préfère venir accompagné, il suffit de transmettre l’invitation de {brand}.',
    'Le plus grand ennemi d’un événement, c’est l’agenda. Pour {thecore}, une inscription faite tôt règle la question : le jour est pris, le trajet se prépare, et l’on arrive avec l’esprit libre. {Brand} s’occupe du reste.',
  ],
  install: [
    'Une application se juge à l’usage, pas à sa fiche. Avec {core}, le bon essai tient en une tâche : la faire une fois, sans réglage compliqué, et voir si l’on a gagné du temps. {Brand} n’en demande pas davantage.',
    'Avant d’installer {def}, deux minutes pour les questions sérieuses : quelles données, quelles notifications, quel prix plus tard. {Brand} y répond sur sa fiche. Si une réponse manque, c’est la première chose à demander.',
    'On garde rarement plus d’une poignée d’applications. Pour que {core} en <fasse|fassent> partie, il faut qu’un geste devienne plus simple. Lequel ? C’est la seule question que {brand} invite à se poser le premier jour.',
  ],
  apply: [
    'Un métier s’apprend aussi par les autres. Chez {brand}, on peut demander avec qui l’on travaille, qui montre les gestes, qui décide de l’organisation. Pour {ask}, ces réponses comptent autant que l’intitulé.',
    'Les conditions se lisent avant le reste, et c’est normal. {Brand} peut préciser ce que l’annonce ne dit pas sur {theask} : les horaires, la période d’essai, la date de début. Autant poser ces questions par écrit.',
    'Ce que l’on cherche chez {brand} n’est pas une perfection, mais une façon de faire : {value}. Si cela [vous|te] ressemble, {theask} <mérite|méritent> quelques lignes de candidature.',
    'Un poste se comprend mieux par une journée que par une liste de qualités. Pour {theask}, la bonne question à poser à {brand} est donc simple : que fait-on le matin, avec qui, et à quoi voit-on que le travail est bien fait ?',
    'Il n’est pas nécessaire de cocher toutes les cases. {Brand} cherche quelqu’un pour {theask}, pas une fiche : une expérience voisine, un apprentissage rapide, une vraie envie du métier se racontent en quelques lignes.',
    'Postuler prend du temps, et l’attente pèse. On peut donc demander à {brand}, dès le premier message, quand tombera la réponse et comment se passe la suite. Pour {theask}, cette clarté vaut dans les deux sens.',
  ],
  visit: [
    'Une visite réussie commence par un détail que l’on cherche. À propos de {thecore}, {brand} peut en suggérer plusieurs ; il suffit d’en choisir un et de le trouver sur place. Le reste vient tout seul.',
    'On remet facilement une sortie à la semaine suivante. Pour {def}, le mieux est de fixer un jour avec quelqu’un : à deux, on vient plus sûrement. {Brand} se charge de l’accueil.',
    'Il y a la visite rapide et la visite lente. {Def} <supporte|supportent> les deux, mais la seconde laisse plus de souvenirs. {Brand} conseille de garder un peu de temps devant soi, et de poser des questions.',
  ],
  petition: [
    'Une décision publique se prend quelque part, par des personnes précises, à une date donnée. Demander {def}, c’est s’adresser à elles clairement. {Brand} tient à ce que le ton reste juste : {value}.',
    'On discute beaucoup, et l’on signe peu. Pourtant {def} ne se <jouera|joueront> pas dans les commentaires. Une demande écrite, portée par {brand}, laisse une trace que l’on peut compter.',
    'Pourquoi s’engager pour {def} quand on a mille choses à faire ? Parce que cela change des journées ordinaires. {Brand} invite chacun à regarder la sienne, puis à décider.',
    'Une pétition ne vaut que par la précision de sa demande. Celle de {brand} tient en une ligne : {offer}. On peut être pour ou contre ; au moins sait-on sur quoi l’on se prononce.',
    'Signer ne coûte qu’une minute, mais cela engage un nom. Avant de le faire pour {def}, mieux vaut lire la demande, connaître les faits, et savoir à qui elle s’adresse. {Brand} est là pour répondre.',
    'Une signature isolée pèse peu ; réunies, elles disent à ceux qui décident que {def} <concerne|concernent> beaucoup de monde. C’est pourquoi {brand} demande de signer, puis de transmettre à une personne au moins.',
  ],
  know: [
    'On se souvient d’un nom quand il va avec une image. Pour {brand}, l’image est simple : {offer}. Si cette page ne devait laisser qu’une trace, ce serait celle-là.',
    'Se faire connaître n’est pas parler fort. {Brand} préfère répéter la même chose avec constance, à propos de {thecore}, jusqu’à ce qu’elle devienne évidente. C’est plus lent, et plus sûr.',
    'Que dire de {brand} à quelqu’un qui n’en a jamais entendu parler ? Une phrase suffit : {offer}. Le jour venu, cette phrase reviendra, et avec elle le nom à chercher.',
  ],
};
