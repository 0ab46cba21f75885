// French sentences for goals that gather people: gifts, events, jobs, visits, petitions, a name to remember. One sentence a line.
import type { GoalKind } from '../../../shared/contracts/brief-reading.ts';
import type { GoalBank } from './goal-bank.ts';

// biome-ignore format: one sentence a line
export const frenchCauses: Pick<Record<GoalKind, GoalBank>, 'donate' | 'sign-up' | 'apply' | 'visit' | 'petition' | 'know'> = {
  donate: {
    alone: ['price', 'quantity', 'present'],
    present: ['{Brand} agit pour {def}.', 'Avec [vos|tes] dons, {brand} fait avancer {def}.', '{Brand} réunit des dons pour {def}.', 'Une cause précise, portée par {brand} : {offer}.', 'Ce que [vous soutenez|tu soutiens] avec {brand} : {offer}.', '{Brand} travaille à ceci : {offer}.'],
    headline: ['{Thecore} : [votre|ton] don compte ici', '[Donnez|Donne] pour {thecore}', '{Thecore} : {fact}', '{Thecore} : [donnez|donne] {until}', 'Ce que permet un don : {barecore}', '{Thecore}, avec {label}'],
    cta: ['[Donnez|Donne] pour {thecore}', '[Donnez|Donne] avec {label} : {barecore}', '[Faites|Fais] un don : {barecore}', '[Offrez|Offre] un coup de main : {barecore}'],
    hook: [
      'À quoi sert un don à {brand} ? À ceci : {def}.', '{Def} : il manque encore quelque chose, et cela dépend de dons.', 'D’un côté, ce qu’il faut faire. De l’autre, ce que l’on peut donner. Entre les deux : {def}.',
      'On peut aimer une cause et ne jamais donner. Voici de quoi franchir le pas pour {def}.', 'Pour {def}, un don ne remplace pas le travail : il le rend possible.', 'Qui agit pour {def} ? {Brand}, avec celles et ceux qui donnent.',
      '~Un café de moins, un coup de main de plus pour {def}.', '^{Brand} en appelle à [votre|ta] générosité pour {def}.',
    ],
    price: ['Un don de {price} est un bon point de départ pour {def}.', 'Repère donné par {brand} : {price}.', 'Avec {price}, [vous prenez|tu prends] part à {def}.'],
    quantity: ['Ce qu’il reste à réunir : {quantity}.', 'Le besoin est chiffré par {brand} : {quantity}.'],
    action: [
      '[Donnez|Donne] pour {def}{+where}.', '[Faites|Fais] un don{+where} : il ira à {def}.', 'Le don se fait {where}.', '[Donnez|Donne], même peu, pour {def}{+where}.',
      'Pour soutenir {def} : {contact}.', '[Donnez|Donne] {until} et [parlez-en|parles-en] autour de [vous|toi].', '[Soutenez|Soutiens] {def}, et [transmettez|transmets] cet appel.',
    ],
    answer: [
      'Où va l’argent ? À {def}. {Brand} peut en rendre compte : [demandez-le|demande-le] {where}.', 'Trop petit pour compter ? Un don s’ajoute à d’autres, et {def} en <dépend|dépendent>.', 'Comment savoir si c’est sérieux ? Un fait à vérifier : {fact}.',
      'Et après le don ? [Demandez|Demande] des nouvelles de {thecore} {where}.', 'Pourquoi maintenant ? Parce que la collecte pour {def} court {until}.',
    ],
    how: [
      '[Fixez|Fixe] un montant qui ne [vous|te] met pas en difficulté, puis [donnez|donne] pour {def}.', 'Avant de donner pour {def}, [regardez|regarde] ceci : {fact}.', '[Gardez|Garde] le reçu de [votre|ton] don à {brand}, et [demandez|demande] à quoi il donne droit.',
      '[Donnez|Donne] une fois, ou chaque mois : pour {def}, les deux servent.',
    ],
    heading: ['Ce qui manque à {thecore}', 'Ce que permet un don', 'Où va l’argent', 'Donner pour {def}, (en pratique|pas à pas)'],
    title: ['{Thecore} : à quoi sert un don à {label}', 'Donner pour {thecore} : ce qu’il faut savoir', '{Thecore} : le besoin, les faits, la façon d’aider'],
    plan: {
      steps: [
        ['Faire voir un lieu, une personne', 'Un seul récit vrai autour de {def}, sans image volée ni culpabilité.'], ['Dire ce qui manque', 'Le besoin, ce que permet un don, les faits : {proofs}.'],
        ['Demander simplement', 'Un geste, un montant au choix, puis un merci{+where}.'],
      ],
      metric: ['Dons', 'Nombre de dons et somme réunie, avec le don moyen et la part mensuelle.'],
      obstacles: ['la question de l’usage de l’argent', 'le sentiment qu’un petit don ne change rien', 'la confiance à construire'],
      rivals: [
        ['La grande organisation', 'Présente partout en fin d’année.', 'Son nom est connu.', 'Loin du terrain : ici, on peut montrer {def}.'],
        ['La cagnotte d’un proche', 'Une histoire personnelle.', 'Le lien direct.', 'Pas de suite ni de compte rendu.'],
        ['Le don remis à décembre', 'On donne en fin d’année, ou jamais.', 'Une habitude.', 'Une raison de donner maintenant, tirée des faits.'],
      ],
      cadence: 'raconter trois semaines avant, ouvrir à dix jours, rappeler à trois jours, la veille et deux fois le jour même, remercier deux jours après',
      searches: ['{b} don', 'aider {b}', '{b} association', 'donner pour {b}', '{b} bénévolat', 'reçu fiscal don'],
    },
  },
  'sign-up': {
    headline: ['{Barecore} : {date}', '{Barecore} {inplace}', '{Barecore} : [inscrivez-vous|inscris-toi] {until}', '{Barecore} : {price}', '{Barecore}, avec {label}', '{Barecore} : {fact}', '{Barecore} : [gardez votre|garde ta] place'],
    cta: ['[Inscrivez-vous|Inscris-toi] : {barecore}', '[Réservez|Réserve] une place : {barecore}', '[Participez|Participe] à {thecore}', '[Rejoignez|Rejoins] {thecore}'],
    hook: [
      '{Def} : faut-il faire le déplacement ? Voici de quoi décider.', 'Qu’y aura-t-il à {def} ? Un avant-goût.', 'Une date à poser dans l’agenda : {core}.', 'Qui sera là, et pour quoi faire ? {Def}, en quelques lignes.',
      'On hésite toujours à s’inscrire seul. {Def}, cela se partage.', 'Ce que [vous verrez|tu verras] à {def} tient en peu de mots : {fact}.', '~Un mot dans l’agenda, une place à [votre|ton] nom : {core}.', '^{Brand} a l’honneur de [vous|te] convier à {def}.',
    ],
    action: [
      '[Inscrivez-vous|Inscris-toi] à {def}{+where}.', 'L’inscription se fait {where}.', '[Réservez votre|Réserve ta] place pour {def}{+where}.', '[Inscrivez-vous|Inscris-toi] {until}{+where}.', 'Inscription à {def} : {contact}.',
      '[Inscrivez-vous|Inscris-toi] à deux : {core} se partage.', '[Prévenez|Préviens] un ami, puis [inscrivez-vous|inscris-toi] à {def}.',
    ],
    answer: [
      'Combien ? {Price}.', 'C’est loin ? {Def}, cela se passe {inplace} : le trajet se prépare dès l’inscription.', 'Seul, c’est possible ? À {def}, personne ne demande avec qui l’on vient.', 'Pas sûr du programme ? Un point précis : {fact}.',
      'Et si un imprévu survient ? [Demandez|Demande] à {brand} comment céder une place.',
    ],
    how: [
      '[Inscrivez-vous|Inscris-toi], [notez|note] l’heure, [préparez|prépare] une question pour {def}.', 'Pour profiter de {def}, [arrivez|arrive] un peu en avance.', '[Lisez|Lis] le programme de {def} et [choisissez|choisis] un seul moment à ne pas rater.',
      'Avant {def}, [regardez|regarde] comment venir et à quelle heure repartir.',
    ],
    heading: ['Ce qu’il y aura à {def}', 'Quand, où, combien', 'Pour qui', 'S’inscrire, (en pratique|pas à pas)'],
    title: ['{Barecore} : le programme utile avant de s’inscrire', '{Barecore} : quand, où, pour qui', 'S’inscrire à {thecore} : ce qu’il faut savoir'],
    plan: {
      steps: [
        ['Dire pourquoi venir', 'Ce que l’on verra et entendra à {def}.'], ['Rendre la venue facile', 'Date, lieu, prix, accès, faits : {proofs}.'], ['Faire garder une place', 'Une inscription en un geste{+where}.'],
      ],
      metric: ['Inscriptions', 'Inscriptions confirmées, puis part des personnes présentes le jour venu.'],
      obstacles: ['un agenda déjà plein', 'la distance ou le prix', 'l’idée de venir seul'],
      rivals: [
        ['L’autre événement du même jour', 'Même public, même soirée.', 'Une habitude prise.', 'Dire ce que l’on ne verra qu’à {def}.'],
        ['Le canapé et l’écran', 'Suivre cela de loin.', 'Aucun trajet.', 'Rien ne remplace la rencontre sur place.'],
        ['La décision de dernière minute', 'On verra le jour même.', 'La liberté.', 'Une place gardée évite l’hésitation.'],
      ],
      cadence: 'annoncer six semaines avant, présenter les personnes à quatre semaines, le programme à deux, puis sept, trois, un jour et le matin même',
      searches: ['{b} programme', '{b} inscription', '{b} date', '{b} tarif', '{b} lieu', 'comment participer à {b}'],
    },
  },
  apply: {
    alone: ['price', 'quantity', 'present'],
    headline: ['{Brand} recrute : {core} (H/F)', '{Barecore} (H/F), chez {label}', '{Barecore} (H/F) : {price}', '{Barecore} (H/F) {inplace}', '{Barecore} (H/F) : {fact}', '{Barecore} (H/F) : candidatures {until}'],
    cta: ['[Postulez|Postule] : {barecore}', '[Envoyez votre|Envoie ta] candidature : {barecore}', '[Candidatez|Candidate] : {barecore}', '[Rejoignez|Rejoins]-nous : {barecore}'],
    hook: [
      '{Brand} recrute. Le poste : {offer}.', 'Une annonce dit rarement à quoi ressemble la journée. Pour {ask}, essayons.', 'Le métier, l’équipe, les conditions : {theask}, sans détour.', 'Et si le prochain nom dans l’équipe de {brand} était le [vôtre|tien] ?',
      'On cherche quelqu’un qui aime le travail bien fait. Le poste : {offer}.', 'Changer de travail, oui, mais pour quoi ? {Theask}, point par point.', '~Un métier, une équipe, une place libre : {ask}.', '^{Brand} ouvre un recrutement : {ask}.',
    ],
    present: [
      '{Brand} propose {ask}.', 'Le recrutement porte sur {ask}.', 'L’équipe de {brand} s’agrandit : {ask}.', 'Chez {brand}, il y a du travail et une place : {ask}.', 'À pourvoir : {ask}, chez {brand}.', 'Notre annonce tient en peu de mots : {ask}.',
    ],
    price: ['Rémunération : {price}.', 'Le salaire est écrit : {price}.', 'Côté paie : {price}.', '{Price} : c’est la rémunération annoncée pour {theask}.'],
    quantity: ['À pourvoir : {quantity}.', 'Recrutement en cours : {quantity}.'],
    action: [
      '[Postulez|Postule]{+where} pour {ask}.', '[Envoyez|Envoie] [votre|ton] candidature, quelques lignes et un parcours : {contact}.', 'Les candidatures arrivent ici : {contact}.', '[Candidatez|Candidate] {until}{+where}.', '[Postulez|Postule], ou [parlez|parle] de {theask} autour de [vous|toi].',
      '[Postulez|Postule] en disant ce que [vous savez|tu sais] faire{+where}.', '[Venez|Viens] voir le travail avant de postuler : {brand} [vous|te] répond {where}.',
    ],
    answer: [
      'Le salaire ? {Price}.', 'Pas le diplôme attendu ? [Écrivez|Écris] tout de même : pour {theask}, [montrez|montre] ce que [vous savez|tu sais] faire.', 'Peur de ne jamais avoir de réponse ? [Demandez|Demande] à {brand} la date de décision en postulant.',
      'À quoi ressemble la journée ? Un élément : {fact}.', 'Et l’équipe ? Chez {brand}, un repère : {fact}.',
    ],
    how: [
      'Pour {theask}, trois éléments suffisent : un parcours, un exemple, une façon de [vous|te] joindre.', '[Racontez|Raconte] à {brand} un travail dont [vous êtes|tu es] content.', 'Avant l’entretien, [préparez|prépare] une question sur {theask}.', '[Demandez|Demande] à passer un moment avec l’équipe de {brand} : on y apprend plus qu’en entretien.',
    ],
    heading: ['Le métier : {thecore}', 'L’équipe et la façon de travailler', 'Conditions, lieu, rémunération', 'Postuler, (en pratique|pas à pas)'],
    title: ['{Brand} recrute : {core}, ce que dit l’annonce et le reste', '{Barecore} : le poste, l’équipe, la candidature', 'Travailler chez {label} : {core}'],
    plan: {
      steps: [
        ['Montrer le métier', 'Une vraie journée, une vraie équipe, autour de {theask}.'], ['Dire les conditions', 'Rémunération, lieu, contrat, avantages, faits : {proofs}.'], ['Simplifier la candidature', 'Un message court suffit, avec une date de réponse{+where}.'],
      ],
      metric: ['Candidatures complètes', 'Candidatures complètes reçues, avec la part de celles que l’on rencontre.'],
      obstacles: ['le doute sur la paie et les horaires', 'la peur de n’avoir pas le profil', 'le silence après la candidature'],
      rivals: [
        ['Le grand employeur', 'Recrute en continu.', 'Salaires et marque connus.', 'On y voit peu le métier et l’équipe.'],
        ['L’agence d’intérim', 'Répond vite.', 'La souplesse.', 'Ne promet ni équipe ni durée.'],
        ['Rester en poste', 'Le connu.', 'Aucun risque.', 'Une annonce claire sur {theask} donne envie de comparer.'],
      ],
      cadence: 'publier à trente jours, relancer à vingt et un, quatorze, sept et deux jours, en début de semaine',
      searches: ['emploi {b}', '{b} recrutement', 'offre d’emploi {b}', '{b} salaire', '{b} formation', '{b} candidature'],
    },
  },
  visit: {
    headline: ['{Barecore} : [venez|viens] {until}', '{Barecore} {inplace}', '{Barecore} : {date}', '{Barecore} : {fact}', '{Barecore} : {price}', '[Venez|Viens] voir {thecore}', '{Barecore}, chez {label}'],
    cta: ['[Venez|Viens] voir {thecore}', '[Passez|Passe] voir {thecore}', '[Préparez votre|Prépare ta] visite : {barecore}', '[Venez|Viens] découvrir {thecore}'],
    hook: [
      'Pourquoi se déplacer pour {def} ? Voici une raison.', '{Def} : ce que l’on voit sur place et nulle part ailleurs.', 'Une idée de sortie, précise : {core}.', 'Que reste-t-il en mémoire après {def} ? Souvent un détail : {fact}.',
      '[Vous passez|Tu passes] peut-être devant chaque jour. {Brand}, c’est aussi {offer}.', 'Il y a des choses qu’une photo ne rend pas. {Def}, par exemple.', '~Rien de prévu ? {Core}, et la journée change.', '^{Brand} [vous |t’]ouvre ses portes : {offer}.',
    ],
    action: [
      '[Venez|Viens] voir {def}{+onsite}.', '[Poussez|Pousse] la porte de {brand}{+onsite}.', '[Venez|Viens], l’adresse est là : {contact}.', '[Passez|Passe] {until}{+onsite}.', '[Venez|Viens] à plusieurs : {def} <se raconte|se racontent> mieux ensuite.', '[Préparez votre|Prépare ta] visite : {contact}.',
      '[Venez|Viens] un jour, et [amenez|amène] quelqu’un.',
    ],
    answer: [
      'Quand venir ? {Hours}.', 'Combien ? {Price}.', 'Où exactement ? {Place}.', 'Avec des enfants ? [Demandez|Demande] à {brand} le moment le plus calme pour {def}.', 'Est-ce que cela vaut le trajet ? Un élément de réponse : {fact}.',
      'Accès, poussette, fauteuil : [posez|pose] la question à {brand} avant de venir voir {def}.',
    ],
    how: [
      'Pour {def}, [prévoyez|prévois] du temps et un seul objectif.', '[Regardez|Regarde] les horaires de {brand} avant de partir.', 'Devant {def}, [cherchez|cherche] ce détail : {fact}.', '[Commencez|Commence] par ce qui [vous|te] plaît, et [gardez|garde] le reste de {thecore} pour une autre fois.',
    ],
    hours: ['Horaires : {hours}.', 'Pour venir : {hours}.', '{Brand} [vous|te] reçoit : {hours}.'],
    heading: ['Ce que l’on voit sur place', 'Horaires, accès, prix', 'Avec qui venir', 'Préparer la visite'],
    title: ['{Barecore} : ce que l’on voit, quand venir', 'Voir {thecore} : horaires, accès, bonnes raisons', '{Barecore} : préparer sa venue chez {label}'],
    plan: {
      steps: [
        ['Donner une raison de venir', 'Un détail que l’on ne voit que sur place, autour de {def}.'], ['Lever les questions pratiques', 'Horaires, accès, prix, faits : {proofs}.'], ['Inviter', 'Une adresse, un jour, une personne à emmener{+onsite}.'],
      ],
      metric: ['Visites', 'Visites comptées sur place, comparées à la même période sans campagne.'],
      obstacles: ['le trajet', 'le manque d’une raison précise de venir maintenant', 'les questions d’horaires et d’accès'],
      rivals: [
        ['La sortie habituelle', 'Le lieu où l’on va toujours.', 'Aucune surprise.', 'Un fait précis sur {def} donne envie de changer.'],
        ['L’écran', 'Tout se regarde de chez soi.', 'Immédiat et gratuit.', 'Ne rend ni l’échelle, ni l’odeur, ni la rencontre.'],
        ['La semaine suivante', 'On ira plus tard.', 'Ne demande rien.', 'Une date et une raison suffisent à décider.'],
      ],
      cadence: 'un contenu par semaine, plus présent le jeudi et le vendredi, et la veille des grands jours',
      searches: ['{b} horaires', '{b} tarif', '{b} adresse', 'que voir {b}', '{b} parking', '{b} avis'],
    },
  },
  petition: {
    alone: ['present', 'price', 'quantity'],
    headline: ['[Signez|Signe] {theshortask}', '{Thecore} : [signez|signe] {until}', '{Thecore} : la demande est précise', '{Thecore} : {fact}', 'Pour {thecore}, une signature', '{Theshortask}, par {label}'],
    cta: ['[Signez|Signe] : {barecore}', '[Signez|Signe] {theshortask}', '[Signez|Signe] et [partagez|partage] : {barecore}', '[Signez|Signe] de [votre|ton] nom : {barecore}'],
    hook: [
      'Qui décide, et de quoi ? La demande de {brand} est simple : {offer}.', 'Une demande, une date, des signatures : {theask}.', 'On nous dira que cela ne sert à rien. {Theask} dit le contraire, noir sur blanc.', 'Ce que nous demandons tient en une ligne : {offer}.',
      '{Def} : ce n’est pas un slogan, c’est une demande.', 'Une signature prend une minute. {Def}, cela reste.', '~Une minute, un nom, et on avance : {core}.', '^{Brand} adresse une demande solennelle aux personnes qui décident : {offer}.',
    ],
    present: ['{Brand} porte {theask}.', 'La demande, mot pour mot : {offer}.', 'Ce que {brand} réclame : {offer}.', 'Au cœur du texte de {brand} : {offer}.', 'De quoi parle cette pétition ? {Offer}.', 'Une pétition, une demande : {offer}.'],
    price: ['Montant en jeu : {price}.'],
    quantity: ['Le compte visé : {quantity}.'],
    action: [
      '[Signez|Signe] {theask}{+where}.', 'La signature se fait {where}.', '[Signez|Signe] {until}, puis [partagez|partage] {theask}.', '[Envoyez|Envoie] {theask} à deux personnes qui vivent la même chose.', 'Pour signer : {contact}.', '[Ajoutez votre|Ajoute ton] nom à {theask}{+where}.',
      '[Parlez|Parle] de {thecore} autour de [vous|toi] : une signature en amène une autre.',
    ],
    answer: [
      'À quoi bon signer ? À montrer à qui décide que {def} <compte|comptent>.', 'Mes données ? [Lisez|Lis] ce que {brand} en fait avant de signer.', 'Est-ce politique ? La demande est écrite, et chacun peut la lire : {offer}.', 'Sur quoi s’appuie la demande ? Sur ceci : {fact}.', 'Pourquoi maintenant ? La signature est ouverte {until}.',
    ],
    how: [
      '[Lisez|Lis] la demande, [signez|signe] si elle est juste, [partagez|partage] ensuite {theask}.', 'Pour convaincre autour de [vous|toi], un fait vaut mieux qu’un cri : {fact}.', '[Expliquez|Explique] {def} en une phrase à quelqu’un qui n’en a jamais entendu parler.', 'Après {theask}, [demandez|demande] à {brand} quand tombera la décision.',
    ],
    heading: ['Ce que demande {label}', 'Qui décide, et quand', 'Les faits', 'Signer et partager'],
    title: ['{Thecore} : ce que demande la pétition de {label}', '{Thecore} : les faits avant de signer', 'Pourquoi signer pour {thecore}'],
    plan: {
      steps: [
        ['Dire qui décide', 'Nommer la décision attendue et la demande : {offer}.'], ['Poser les faits', 'Des faits vérifiables, sans attaque personnelle : {proofs}.'], ['Faire signer, puis partager', 'Une signature d’abord, un partage ensuite{+where}.'],
      ],
      metric: ['Signatures', 'Signatures vérifiées, avec la part des partages et des nouveaux contacts.'],
      obstacles: ['l’idée que signer ne sert à rien', 'l’usage des données', 'la peur de l’étiquette politique'],
      rivals: [
        ['L’indifférence', 'Le sujet paraît loin.', 'Elle ne demande rien.', 'Un exemple proche rend {def} concrets.'],
        ['Une autre pétition', 'Une cause voisine, le même jour.', 'Un sujet plus médiatique.', 'Une demande plus précise et une date.'],
        ['Le débat sans fin', 'On discute, on ne signe pas.', 'Tout le monde y parle.', 'Ramener à une seule demande écrite.'],
      ],
      cadence: 'un jalon par semaine, puis un contenu par jour les cinq derniers jours avant la décision ; sans publicité payée sur un sujet de société',
      searches: ['{b} pétition', 'signer {b}', '{b} vote', '{b} arguments', '{b} actualité', 'comment soutenir {b}'],
    },
  },
  know: {
    headline: ['{Barecore}, c’est {label}', '{Brand} : {core}', '{Barecore} : {fact}', 'Un nom à retenir pour {thecore} : {label}', '{Barecore} {inplace}', '{Barecore} : {date}', '{Barecore}, en une image'],
    cta: ['[Découvrez|Découvre] {thecore}', '[Retenez|Retiens] : {barecore}', '[Regardez|Regarde] {thecore}', '[Faites|Fais] connaître {thecore}'],
    hook: [
      'Si [vous ne deviez|tu ne devais] retenir qu’une chose de {brand} : {offer}.', '{Brand} : un nom, une idée, {core}.', 'Qui est {brand} ? La réponse courte : {offer}.', '{Def} : (une seule image suffit pour s’en souvenir|cela se retient en une image).',
      'Avant d’en parler, mieux vaut montrer {def}.', 'On a tous besoin d’un nom en tête le moment venu. Pour {thecore} : {brand}.', '~{Core} ? Il y a un nom pour cela : {brand}.', '^{Brand} fait connaître {offer}.',
    ],
    action: [
      '[Découvrez|Découvre] {def}{+where}.', '[Retenez|Retiens] le nom : {brand}.', 'Pour mieux connaître {def} : {contact}.', '[Montrez|Montre] {def} à quelqu’un qui ne connaît pas encore {brand}.', '[Retenez|Retiens] {brand} pour {thecore}.',
      '[Suivez|Suis] {brand} pour découvrir la suite de {thecore}.', '[Regardez|Regarde] de plus près {def}{+where}.',
    ],
    answer: [
      'Et alors ? Alors ceci : {fact}.', 'Pourquoi s’en souvenir ? Parce que {brand}, c’est {offer}.', 'Rien à acheter aujourd’hui : juste un nom à retenir pour {thecore}.', 'Qu’est-ce qui distingue {brand} ? Un fait : {fact}.', 'Encore un nom de plus ? Celui-ci va avec une chose précise : {core}.',
    ],
    how: ['Pour retenir {brand}, [associez|associe] le nom à ceci : {fact}.', 'Une idée suffit pour parler de {brand} : {core}.', '[Racontez|Raconte] {def} en une phrase : si elle tient, l’idée est claire.', 'Le jour où [vous aurez|tu auras] besoin de {thecore}, [cherchez|cherche] {brand}.'],
    heading: ['L’idée derrière {thecore}', 'Ce qui se vérifie', 'Les personnes et leur façon de faire', 'Où retrouver {label}'],
    title: ['{Barecore} : l’essentiel à retenir de {label}', '{Brand}, ou {core} en quelques faits', '{Barecore} : qui, quoi, où'],
    plan: {
      steps: [
        ['Une idée', 'Une seule idée, la même partout : {offer}.'], ['Une image', 'Un signe constant, reconnu sans lire, appuyé sur {proofs}.'], ['Un nom', 'Le nom de {brand} associé à {core}, semaine après semaine.'],
      ],
      metric: ['Recherches du nom', 'Recherches du nom et visites directes, relevées avant, pendant et après.'],
      obstacles: ['l’indifférence', 'le trop-plein de messages', 'la confusion avec d’autres noms'],
      rivals: [
        ['Le nom déjà installé', 'On pense à lui d’abord.', 'Des années de présence.', 'Il ne dit plus rien de précis sur {core}.'],
        ['Le bruit ambiant', 'Cent messages par jour.', 'Le volume.', 'Une idée répétée avec constance passe à travers.'],
        ['Le bouche-à-oreille des autres', 'Un ami recommande.', 'La confiance.', 'Donner une phrase facile à répéter sur {def}.'],
      ],
      cadence: 'la même idée pendant six à douze semaines, une à trois fois par semaine',
      searches: ['{b} définition', 'qui propose {b}', '{b} exemple', '{b} histoire', '{b} avis', 'où trouver {b}'],
    },
  },
};
