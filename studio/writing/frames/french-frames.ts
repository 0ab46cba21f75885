// French sentences for every goal, by what they do in a text. One sentence a line; see fill-frame.ts for the signs.
import type { Frames } from './goal-bank.ts';

// biome-ignore format: one sentence a line
export const frenchFrames: Frames = {
  pitch: [
    '{Barecore} : {fact}, {factb}.', '{Fact} ; {factb}.', 'Deux bonnes raisons de choisir {def} : {fact} ; {factb}.', '{Offer} : {fact}, {factb}, {price}.', '{Def} en deux points : {fact} ; {factb}.', '{Fact}, et aussi {factb}.', 'Avec {brand} : {fact}, {factb}.', '{Price} pour {def} : {fact}, {factb}.', '{Barecore} par {label} : {fact} ; {factb}.', 'On retiendra deux choses : {fact} ; {factb}.',
    'D’abord ceci : {fact}. Ensuite cela : {factb}.', '{Barecore}, {price} : {fact}.', '{Barecore}, {until} : {fact}.', '{Def}, c’est {fact}, {factb}.',
  ],
  present: [
    '{Brand} [vous|te] (propose|présente) {offer}.', '(Chez {brand}|Du côté de {brand}|En ce moment chez {brand}) : {offer}.', '{Offer}, (par {brand}|avec {brand}|grâce à {brand}).', '{Brand} [vous|te] (présente|fait découvrir) {offer}.', '(À découvrir|À voir|À retenir) chez {brand} : {offer}.', '(Le nom à retenir|À qui penser|L’adresse à connaître) pour {thecore} : {brand}.', '{Def} : (voilà ce que {brand} [vous|te] propose|c’est chez {brand}|une idée de {brand}).', '{Offer} : {brand} (s’en occupe|s’en charge|y veille).',
    '(Derrière {def}, il y a|Derrière {def}, on trouve|À l’origine de {thecore} :) {brand}.', 'Au programme : {offer}, avec {brand}.', '{Offer}, une proposition de {brand}.', '*{Brand} a pensé à [vous|toi] : {offer}.', '=En bref : {offer}, par {brand}.', '^{Brand} a le plaisir de [vous|te] présenter {offer}.', '~Mesdames et messieurs : {offer}, par {brand}.',
    '([Vous connaissez|Tu connais] {brand}|{Brand}, cela [vous|te] dit quelque chose) ? (Voici|Voilà) {def}.', '{Brand} et {def} : (une histoire simple|c’est tout simple).',
  ],
  fact: [
    '{Fact}.', 'À savoir : {fact}.', 'Bon à savoir sur {thecore} : {fact}.', 'En clair : {fact}.', 'Concrètement : {fact}.', '(Ce qui compte|L’essentiel) : {fact}.', 'Chez {brand} : {fact}.', 'Autre point : {fact}.', 'Pourquoi {def} ? {Fact}.', 'Ce qui distingue {def} : {fact}.', 'L’engagement de {brand} : {fact}.', '{Def}, c’est aussi ceci : {fact}.',
    'Avec {brand} : {fact}.', 'Et puis : {fact}.', 'À noter : {fact}.', 'Un mot encore sur {def} : {fact}.', 'Pour être précis : {fact}.', 'Dans le détail : {fact}.', 'La bonne nouvelle, avec {def} : {fact}.', 'Il y a aussi ceci : {fact}.', '(Une raison|Une bonne raison) de choisir {def} : {fact}.', '[Vous hésitez|Tu hésites] ? {Fact}.', 'Côté {label} : {fact}.', 'Et pour {def} : {fact}.',
    '*Ce dont nous aimons parler : {fact}.', '=À vérifier par [vous-même|toi-même] : {fact}.', '~Le petit plus : {fact}.', '^Il convient de le rappeler : {fact}.', 'Facile à vérifier : {fact}.', 'Ce que dit {brand} : {fact}.', 'On oublie parfois de le dire : {fact}.', 'Parmi ce qui fait {def} : {fact}.',
  ],
  value: [
    'Nous tenons à ceci : {value}.', 'Chez {brand}, on ne transige pas : {value}.', '(Ce qui nous guide|Nos repères) : {values}.', 'Notre façon de travailler : {values}.', 'Une exigence chez {brand} : {value}.', '(Derrière {def}, une manière de faire|Ce qu’il y a derrière {def}) : {value}.', 'Ce qui compte pour nous : {value}.', 'Le fil conducteur de {brand} : {value}.', '{Brand}, en quelques mots : {values}.',
    '(Pourquoi faire confiance à {brand}|Pourquoi choisir {brand}|Qu’est-ce qui parle pour {brand}) ? {Value}.', 'Notre priorité, avec {def} : {value}.', 'À la base de {def} : {value}.', '{Values} : c’est ainsi que travaille {brand}.', '[Vous pouvez|Tu peux] nous juger là-dessus : {value}.', '*Ce à quoi nous croyons : {value}.', '^{Brand} demeure fidèle à ses principes : {values}.', '=Méthode de {brand} : {values}.', '~Notre petite obsession : {value}.',
  ],
  price: [
    '{Def} : {price}.', '(Le prix|Le tarif) : {price}.', '(Côté budget, [comptez|compte]|[Prévoyez|Prévois]) {price}.', '(Combien cela coûte|Et le prix|À quel prix) ? {Price}.', 'Pour {def}, (le prix est annoncé|le prix est connu|voici le prix) : {price}.', '{Price} : (le prix est dit d’emblée|voilà le prix|c’est tout).', '(Un chiffre à retenir|Un montant à connaître) pour {thecore} : {price}.', 'Prix de {thecore} : {price}.', '(Rien de caché sur le prix de|Le prix complet de|Le prix, tout simplement, de) {thecore} : {price}.',
  ],
  quantity: ['En tout : {quantity}.', 'Le compte est simple : {quantity}.', 'Ce qui est prévu : {quantity}.', 'Au total, pour {def} : {quantity}.', '{Quantity} : c’est le nombre annoncé par {brand}.'],
  date: [
    'Rendez-vous {date}{+inplace}.', 'À noter dans l’agenda : {date}{+inplace}.', '{Date}, {brand} [vous|te] donne rendez-vous{+inplace}.', 'La date : {date}.', '{Barecore}, c’est {date}.', '{Date}, pas un autre jour : {core}.', '[Gardez|Garde] {date} pour {def}.', 'Pour {def}, un jour à bloquer : {date}.',
  ],
  place: ['Cela se passe {inplace}.', 'Où ? {Inplace}.', 'Le lieu : {place}.', '{Barecore} : c’est {inplace}.', '{Brand} [vous|te] retrouve {inplace}.', 'Pour {def}, direction {place}.'],
  deadline: [
    '{Barecore} : {until}, pas au-delà.', 'Dernier jour : {deadline}.', 'La date limite pour {def} : {deadline}.', 'Il reste du temps {until}, et pas davantage.', 'Pour {def}, tout se joue {until}.', 'Après {deadline}, il sera trop tard pour {def}.', '[Notez|Note] la dernière date : {deadline}.', 'Le calendrier de {thecore} est clair : {until}.',
  ],
  hours: ['Heures d’ouverture : {hours}.', 'On [vous|te] répond : {hours}.', 'Pour nous joindre : {hours}.'],
  contact: [
    'Pour (en savoir plus|la suite) : {contact}.', 'Une question sur {def} ? [Posez-la|Pose-la] {where}.', 'Tout commence {where}.', '{Brand} répond {where}.', 'Le reste se dit {where}.', 'Encore un doute au sujet de {thecore} ? {Brand} répond {where}.', 'On se retrouve {where}.',
  ],
  mention: [
    'Un point compte aussi : {topic}.', 'Parlons également de ceci : {topic}.', 'À ne pas oublier : {topic}.', 'Chez {brand}, un sujet mérite d’être dit : {topic}.', 'Au programme également : {topic}.', 'Avec {def}, il est aussi question de ceci : {topic}.', '{Topic} : c’est important, et nous le disons.',
    'Nous tenons à mentionner ceci : {topic}.', 'Autre sujet, et non le moindre : {topic}.',
  ],
  request: ['Ce que nous voulons ici : {topic}.', 'Notre intention, au sujet de {thecore} : {topic}.', 'Chez {brand}, une priorité : {topic}.', 'Avec {def}, nous voulons ceci : {topic}.', 'L’idée qui guide ces lignes : {topic}.', 'Ce texte sert à une chose : {topic}.'],
  article: [
    'À lire : « {articletitle} ». [Vous y trouverez|Tu y trouveras] (ce que ce message n’a pas la place de dire sur {def}|le reste sur {def}).', 'Nous avons pris le temps d’écrire sur {def} : « {articletitle} ».', '« {Articletitle} » : quelques minutes de lecture pour se faire une idée de {thecore}.',
    '(Besoin de plus qu’une légende|Envie d’en lire plus) ? L’article s’appelle « {articletitle} ».', 'Prix, faits, questions : tout est dans « {articletitle} ».', 'Pour décider tranquillement au sujet de {thecore} : « {articletitle} ».',
  ],
  caption: ['{Barecore}.', '{Brand}.', '{Barecore}, (chez|avec) {label}.', '{Price}.', '{Date}.', '{Until}.', '{Value}.', '{Fact}.', '{Barecore} {inplace}.', '{Barecore} : {price}.', 'Parlons de {thecore}.', '{Quantity}.', 'À découvrir : {core}.', 'Une idée : {core}.'],
  visual: [
    'Les mains d’une personne de l’équipe de {label}, au travail.', 'Plan large du lieu de {label}, à l’heure où il s’anime.', 'Le nom {label} apparaît, lettre par lettre, sur un fond uni.', 'À l’écran, en grand : « {fact} ».', 'À l’écran : « {price} », seul, pendant deux secondes.', 'À l’écran : {date}, comme une page d’agenda.', 'À l’écran : « {until} », sur un fond sombre.', 'Une main note « {contact} » sur un papier.', 'Face caméra, une personne de {label} dit une phrase, puis sourit.', 'Un mot s’affiche : « {value} ».', 'Une porte s’ouvre ; derrière, l’équipe de {label}.', 'Une personne lit ce message sur son téléphone et sourit : « {barecore} ».', 'Un calendrier, une case entourée : {deadline}.', 'Un plan calme, puis ces mots : « {barecore} ».',
  ],
  shot: [
    'Plan serré sur {thecore}, (lumière du jour|sans musique pendant une seconde).', 'Une personne regarde {thecore}, puis se tourne vers la caméra.', 'Un détail de {thecore} que l’on ne voit pas au premier coup d’œil.', 'Trois plans rapides de {thecore}, sous trois angles.', 'Plan fixe : {thecore} et rien d’autre.', 'Vu d’en haut : {thecore}, le temps de lire {label}.',
  ],
  heading: ['{Values} : la façon de faire de {label}', 'Ce que {label} peut prouver', 'En quelques faits : {core}', 'Les réponses aux questions utiles', 'Pour finir'],
  opening: [
    'Cet article parle de {def} : (ce que c’est, ce que l’on peut vérifier, et comment faire le pas|l’essentiel, les faits, la marche à suivre).', '(Quelques minutes suffisent|Il faut peu de temps) pour se faire une idée de {thecore}. (Voici les faits, dans l’ordre où l’on se pose les questions|Les faits d’abord, les questions ensuite).',
    '(On lit beaucoup de promesses|Les promesses ne manquent pas). (Ici, on trouvera plutôt|Cette page préfère) ce que {brand} dit de {thecore}, et ce que chacun peut vérifier.', 'De {thecore}, (on peut dire peu et dire juste|quelques mots suffisent à parler). (C’est ce que tente cette page|Cette page s’y essaie), avec {brand}.',
  ],
  closing: [
    '(Voilà pour|C’est tout pour) {def}. Le reste (tient à une conversation avec|se passe avec) {brand}.', 'Au fond, {def}, c’est une question simple, et [vous avez|tu as] maintenant de quoi y répondre.', 'Si une question demeure au sujet de {thecore}, c’est la bonne : elle mérite d’être posée.', '{Brand} a dit l’essentiel. La suite [vous |t’]appartient.',
    'Merci de [votre|ta] lecture, et à bientôt {inplace}.', '*À bientôt, peut-être, autour de {thecore}.', '^{Brand} [vous|te] remercie de l’attention portée à {def}.', '~Voilà. {Core} : [vous savez|tu sais] tout, ou presque.',
  ],
  concept: [
    'Une seule idée : {fact}. On la montre, on ne la commente pas.', 'Un moment vrai autour de {thecore}, filmé de près.', 'Une question posée d’emblée, et {def} pour réponse.', 'Le prix, dit franchement : {price}. Puis tout ce que cela comprend.', 'Une valeur de {brand}, en gestes : {value}.', 'Un compte à rebours calme : {until}.',
    'Le point de vue d’une personne qui découvre {def} pour la première fois.', 'De l’envie au geste : {core}, en quatre plans.',
  ],
  people: ['{Brand} s’adresse d’abord ici à {people}.', 'Ces lignes sont écrites pour {people}.', 'À qui pense {brand} en parlant de {thecore} ? À {people}.'],
  alt: ['{Barecore}, vu de près, avec le nom {label}', 'Une personne découvre {thecore} chez {label}', 'Le lieu où travaille {brand}, à propos de {thecore}', 'Visuel de {label} : {core} et une phrase courte'],
  meta: ['{Barecore}, par {label} : {fact}.', '{Core} chez {label} : (ce que c’est, ce que l’on peut vérifier et comment faire le pas|l’essentiel, les faits et la marche à suivre).', '{Barecore} : (les faits, les questions utiles et la marche à suivre|des faits, des réponses et la suite) avec {label}.', '{Core} avec {label} : {price}. Les faits, les réponses, la marche à suivre.'],
};
