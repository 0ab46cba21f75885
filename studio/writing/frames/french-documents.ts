// French sentences of working documents: study, strategy, findings. `=>` parts what a line holds: risk and answer, task, owner and moment.
import type { Frames } from './goal-bank.ts';

// biome-ignore format: sentences
export const frenchDocuments: Frames = {
  study: ['Étude de marché : {thecore}, par {name}', '{Name} et {thecore} : étude de marché', '{Name} : étude avant campagne sur {thecore}', '{Thecore} : ce qu’il faut savoir avant la campagne de {name}'],
  strength: [
    '(Un fait que {name} peut montrer|Ce que {name} peut mettre sur la table|Un appui solide pour {name}) : {fact}.', '(Preuve fournie par le brief|Le brief l’écrit|Élément déjà en main) : {fact}.', '(Une offre qui se dit en une ligne|L’offre tient en une ligne|On peut la dire simplement) : {offer}.', '(Des valeurs que l’on peut raconter|Des valeurs à montrer en actes|De quoi nourrir le récit) : {values}.',
    '(Un ton défini pour parler de {thecore}|Le ton voulu au sujet de {thecore}) : {tone}.', '(Le public est nommé|On sait à qui l’on parle) : {audience}.', '(Un prix clair, donc facile à dire|Le prix est connu, c’est un atout) : {price}.', '(Une adresse unique où agir|Un seul endroit où agir) : {contact}.', 'Le nom {name} (peut s’attacher|reste attaché) à une seule chose : {thecore}.',
  ],
  weakness: [
    '{Noproof} sur {def} : (en réunir une ou deux avant la première publication|en demander deux à {name} sans attendre).', '{Noprice} pour {def} : (la question viendra, mieux vaut préparer la réponse|{name} doit dire ce que l’on répondra).', 'En {duration}, {name} ne pourra (faire retenir|installer) qu’une idée : {thecore}.', 'La campagne repose sur {channelcount} : (peu de place pour l’à-peu-près|chaque mot compte) dans le message sur {def}.',
    'Avec {budget}, {name} doit choisir : (concentrer l’effort|commencer) sur {firstchannel}.', '{Nobudget} : la portée de {thecore} (dépendra des contenus et des relais|tiendra à la régularité et au bouche-à-oreille).', '(Les conditions de {thecore} ne figurent pas toutes dans le brief|Le brief ne dit pas tout des conditions de {thecore}) : les compléter avec {name}.',
    'On ne sait pas encore ce que {people} pensent de {thecore} : une dizaine d’entretiens courts le (diraient|montreraient).',
  ],
  opportunity: [
    '{People} n’ont pas besoin d’un discours : (un fait sur {def} peut suffire|une preuve au sujet de {thecore} vaut mieux).', 'Le calendrier aide : {deadline} (donne une raison d’agir maintenant|fixe un terme que tout le monde comprend).', 'Un rendez-vous daté, {date}, (rend le message concret|donne un but à la campagne).', '{Firstchannel} permet de (montrer {def} sans grand moyen|parler de {thecore} dès la première semaine).',
    '(Ancrer le message|Parler en voisin) {inplace} : la proximité de {name} se voit.', 'L’objectif (est précis et se mesure|tient en une phrase) : {objective}.', '(Peu de messages du secteur disent|Dans le secteur, peu de messages disent) simplement ce que l’on obtient ({sector}) ; {name} peut le faire avec {def}.', 'Les valeurs de {name} ({values}) (parlent à qui compare|donnent une raison de choisir).',
  ],
  threat: [
    'Ce qui (retiendra|peut arrêter) {people} : {obstacle}.', '(Autre frein à prévoir|Second obstacle) au sujet de {thecore} : {obstacle}.', 'Un message trop large sur {def} (se perdrait parmi ceux du secteur|ressemblerait à tous les autres) ({sector}).', '(Les prix des espaces montent quand tout le monde annonce|En période chargée, l’espace coûte plus cher) ; {name} peut y être exposé sur {firstchannel}.',
    '(Promettre|Laisser croire) plus que ce que {name} peut montrer au sujet de {thecore}.',
  ],
  public: [
    '(Public du brief, mot pour mot|Le public, tel que le brief le nomme) : {audience}.', 'Ce que {people} doivent pouvoir (répéter|redire à un ami) : {thecore}, c’est {name}.', 'Ce qui les fera hésiter (devant {def}|au sujet de {thecore}) : {obstacle}.', 'La question qu’ils poseront (d’abord|avant toute autre) au sujet de {thecore} : {obstacle}.', 'Ce qui peut les (décider|convaincre) : {fact}.', 'À vérifier auprès d’eux : les mots qu’ils (emploient pour parler|attendent au sujet) de {thecore}.',
    'Le ton (demandé|choisi) pour leur parler de {thecore} : {tone}.',
  ],
  evidence: [
    '(À mettre en avant|À dire d’abord) : {fact}.', '(À montrer plutôt qu’à dire|À filmer ou photographier) : {fact}.', '(Utilisable tel quel|À citer mot pour mot) : {fact}.', 'Aucun chiffre de marché n’a été mesuré pour cette étude de {thecore} : les constats partent du brief de {name}.', 'À (obtenir de|demander à) {name} : un avis daté, une photo récente et un fait vérifiable sur {def}.', 'À ne pas affirmer sans source, au sujet de {thecore} : un rang, une note, un délai.',
  ],
  calendar: [
    'Cadence (conseillée|proposée) pour {def} : {cadence}.', 'La campagne pour {def} (s’étend sur|dure) {duration}.', 'Dernière date pour agir : {deadline} ; (rien n’invite plus à agir ensuite|la campagne se tait ensuite).', 'Le (moment fort|point d’orgue) : {date}.', '(Début prévu pour {thecore}|Premier jour pour {thecore}) : {starts} ; (fin|dernier jour) : {ends}.', 'Garder (un créneau|une heure) chaque semaine pour répondre aux questions sur {def}.',
  ],
  summary: [
    'La campagne « {campaign} » (demande une chose|poursuit un seul but) : {goalverb}.', '(L’offre, telle que le brief la donne|Ce qui est proposé) : {offer}.', '(Elle s’adresse à un public nommé|Elle parle à ce public) : {audience}.', 'Elle (lève d’abord un frein|répond d’abord à un doute), {obstacle}, avec ce que {name} peut montrer : {proofs}.', '(Le prix annoncé|Prix) : {price}.', '(Le calendrier va jusqu’à une date connue|Tout mène à une date) : {deadline}.',
    '(Le rendez-vous|Le jour à retenir) : {date}.', 'Le budget de {budget} va (d’abord|en premier) à {firstchannel}, puis aux autres canaux dans l’ordre du brief.', '{Nobudget} : l’effort va à la régularité, {firstchannel} en tête.', '(On jugera le résultat sur une mesure|Une mesure dira le résultat) : {metric}.', 'Pour agir, (une seule direction|un seul chemin) : {contact}.',
  ],
  message: [
    '{Offer} : voilà ce que propose {brand}.', 'Chez {brand}, {def} <se juge|se jugent> sur un fait : {fact}.', '{Thecore}, avec une exigence : {value}.', '{Barecore} : {fact}.', '{Barecore} : {price}.', '{Barecore} : {until}.', '{Barecore} : {date}{+inplace}.', 'Pour {def}, une seule direction : {contact}.', '{Brand} et {def} : {values}.', 'Pour {def}, {brand} répond présent.',
  ],
  risk: [
    '(Le frein principal demeure|Un doute persiste) : {obstacle}. => (Y répondre tôt, dans l’article et dans une publication sur trois au sujet de {thecore}.|Lui consacrer une réponse claire, relayée chaque semaine, à propos de {thecore}.)', 'Trop de messages à la fois sur {def}. => (S’en tenir à trois, répétés avec les mêmes mots.|Garder les trois messages clés de {name} et rien d’autre.)', 'Les faits sur {def} manquent au moment de publier. => Les demander à {name} (avant la première semaine, par écrit|dès la validation de ce plan).',
    'Les premiers résultats de {thecore} restent sous les hypothèses. => Déplacer une part de l’effort vers le meilleur canal après (deux semaines de mesure|quinze jours de relevés).', 'L’adresse ou la page de {thecore} n’est pas prête. => La vérifier avant la première publication, (sur téléphone aussi|du clic à la confirmation).', 'Une question publique sur {def} reste sans réponse. => Prévoir chez {name} une personne qui répond (dans la journée|chaque matin).',
    'La date arrive sans rappel ({deadline}). => Réserver deux publications aux derniers jours.',
  ],
  task: [
    'Réunir les faits à montrer sur {def} (photos, chiffres, conditions). => {Name}, marketing => 0', '(Relire et valider|Corriger puis valider) les textes, l’image et le film de {thecore}. => {Name}, direction => 0.1', '(Vérifier|Essayer sur téléphone) la page d’arrivée et les liens : {contact}. => Responsable web => 0.1', 'Publier l’article sur {def} et le relayer sur {firstchannel}. => Rédaction => 0.25',
    'Répondre chaque jour aux questions sur {thecore}. => Animation des réseaux de {name} => 0.4', '(Comparer les accroches de {thecore} et garder la meilleure|Tester deux accroches pour {thecore}, n’en garder qu’une). => Média => 0.5', 'Demander à quelques personnes ce qui les a décidées pour {def}. => {Name}, relation client => 0.6', '(Concentrer l’effort|Mettre le reste du budget) sur le canal qui apporte le plus : {metric}. => Média => 0.75',
    '(Faire le bilan|Tirer les leçons) de « {campaign} » et décider de la suite. => {Name}, marketing => 1',
  ],
  indicator: [
    'Visites de la page de {thecore} => en hausse chaque semaine => Liens balisés vers la page de {thecore}, lus chaque lundi.', 'Questions reçues sur {def} => toutes avec une réponse dans la journée => Relevé par la personne qui répond chez {name}.', 'Lecture de l’article sur {thecore} => à mesurer dès la première semaine => Durée de lecture et clics vers la page de {thecore}.',
    'Taux d’interaction sur {firstchannel} => à fixer après deux semaines de mesure => Statistiques du réseau pour les publications sur {def}.',
  ],
  finding: [
    '(Il s’agit de prévisions et non de mesures|Prévisions, et non mesures) : pour {def}, les hypothèses donneraient {figures}.', '(À rapprocher de l’objectif de {name}|À lire en face de l’objectif) : {objective}.', '{Busiest} porte {busiestcount} des {postcount} publications sur {def} : ses premiers résultats pèseront le plus.', 'La mesure qui compte pour {name} : {metric}. Elle se relève (à la source, chez {name}|chez {name}, pas sur les réseaux).',
  ],
  advice: [
    '(Relever|Lire) les chiffres réels de {thecore} après deux semaines et remplacer les hypothèses ligne par ligne.', '(Suivre d’abord|Regarder en premier) les publications sur {thecore} qui répondent à ce frein : {obstacle}.', 'Si {busiest} dépasse les prévisions, y déplacer une part de l’effort pour {def} ; sinon, (changer d’abord d’accroche|revoir d’abord l’accroche).', 'Baliser chaque lien vers {contact} avant la première publication.',
    'Compter à part, chaque semaine, chez {name} : {metric}.', 'Garder pour la fin ({deadline}) les deux rappels les plus courts sur {def}.', 'Noter chez {name} d’où vient chaque personne : une question suffit, « comment nous avez-vous connus ? ».',
  ],
  page: [
    '(Publier une page qui répond à une seule question|Répondre sur une page à cette question) : que comprend l’offre de {name} pour {def} ?', 'Montrer sur une page dédiée ce que {name} peut prouver : {proofs}.', 'Tenir une courte foire aux questions sur {def}, (en commençant par ce frein|qui s’ouvre sur ce doute) : {obstacle}.', 'Vérifier que la recherche « {name} {barecore} » mène à une page à jour.', '(Écrire|Afficher) le prix sur la page de {thecore} : {price}.',
    'Préciser sur la page le lieu de {thecore} : {place}.', 'Relier l’article sur {thecore} à la page où l’on agit : {contact}.',
  ],
};
