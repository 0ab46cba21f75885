// French sentences of working documents: study, strategy, findings. `=>` parts what a line holds: risk and answer, task, owner and moment.
import type { Frames } from './goal-bank.ts';

// biome-ignore format: one sentence a line
export const frenchDocuments: Frames = {
  study: ['Étude de marché : {core}, par {name}', '{Name} et {thecore} : étude de marché', '{Name} : étude avant campagne sur {thecore}'],
  strength: [
    'Un fait que {name} peut montrer : {fact}.', 'Preuve fournie par le brief : {fact}.', 'Une offre qui se dit en une ligne : {offer}.', 'Des valeurs que l’on peut raconter : {values}.', 'Un ton défini, utile pour parler de {thecore} : {tone}.', 'Le public est nommé : {audience}.',
    'Un prix clair, donc facile à dire : {price}.', 'Une adresse unique où agir : {contact}.', 'Le nom {name} reste attaché à une seule chose : {thecore}.', 'Le brief donne de la matière pour parler de {thecore} : {fact}.',
  ],
  weakness: [
    '{Noproof} sur {def} : en réunir une ou deux avant la première publication.', '{Noprice} pour {def} : la question viendra, mieux vaut préparer la réponse.', 'En {duration}, {name} ne pourra faire retenir qu’une idée : {thecore}.',
    'La campagne repose sur {channelcount} : peu de place pour l’à-peu-près dans le message sur {def}.', 'Avec {budget}, {name} doit choisir : concentrer l’effort sur {firstchannel}.', '{Nobudget} : la portée de {thecore} dépendra des contenus et des relais.', 'Les conditions de {thecore} ne figurent pas toutes dans le brief : les compléter avec {name}.',
    'On ne sait pas encore ce que {people} pensent de {thecore} : une dizaine d’entretiens courts le (diraient|montreraient).',
  ],
  opportunity: [
    '{People} n’ont pas besoin d’un discours : un fait sur {def} peut suffire.', 'Le calendrier aide : {deadline} donne une raison d’agir maintenant.', 'Un rendez-vous daté, {date}, rend le message concret.', '{Firstchannel} permet de montrer {def} sans grand moyen.', 'Ancrer le message {inplace} : la proximité de {name} se voit.',
    'L’objectif est précis et se mesure : {objective}.', 'Peu de messages du secteur ({sector}) disent simplement ce que l’on obtient ; {name} peut le faire avec {def}.', 'Les valeurs de {name} ({values}) parlent à qui compare.',
  ],
  threat: [
    'Ce qui retiendra {people} : {obstacle}.', 'Autre frein à prévoir au sujet de {thecore} : {obstacle}.', 'Un message trop large sur {def} se perdrait parmi ceux du secteur ({sector}).', 'Les prix des espaces montent quand tout le monde annonce en même temps ; {name} peut y être exposé sur {firstchannel}.', 'Promettre plus que ce que {name} peut montrer au sujet de {thecore}.',
  ],
  public: [
    'Public du brief, mot pour mot : {audience}.', 'Ce que {people} doivent pouvoir répéter : {thecore}, c’est {name}.', 'Ce qui les fera hésiter : {obstacle}.', 'La question qu’ils poseront d’abord au sujet de {thecore} : {obstacle}.', 'Ce qui peut les décider : {fact}.', 'À vérifier auprès d’eux : les mots qu’ils emploient pour parler de {thecore}.', 'Le ton demandé pour leur parler de {thecore} : {tone}.',
  ],
  evidence: [
    'À mettre en avant : {fact}.', 'À montrer plutôt qu’à dire : {fact}.', 'Utilisable tel quel : {fact}.', 'Aucun chiffre de marché n’a été mesuré pour cette étude de {thecore} : les constats partent du brief de {name}.', 'À obtenir de {name} : un avis daté, une photo récente et un fait vérifiable sur {def}.', 'À ne pas affirmer sans source, au sujet de {thecore} : un rang, une note, un délai.',
  ],
  calendar: [
    'Cadence conseillée : {cadence}.', 'La campagne pour {def} s’étend sur {duration}.', 'Dernière date pour agir : {deadline} ; rien n’invite plus à agir ensuite.', 'Le moment fort : {date}.', 'Début prévu pour {thecore} : {starts} ; fin : {ends}.', 'Garder un créneau chaque semaine pour répondre aux questions sur {def}.',
  ],
  summary: [
    'La campagne « {campaign} » demande une chose : {goalverb}.', 'L’offre, telle que le brief la donne : {offer}.', 'Elle s’adresse à un public nommé : {audience}.', 'Elle lève d’abord un frein, {obstacle}, avec ce que {name} peut montrer : {proofs}.', 'Le prix annoncé : {price}.', 'Le calendrier va jusqu’à une date connue : {deadline}.',
    'Le rendez-vous : {date}.', 'Le budget de {budget} va d’abord à {firstchannel}, puis aux autres canaux dans l’ordre du brief.', '{Nobudget} : l’effort va à la régularité, {firstchannel} en tête.', 'On jugera le résultat sur une mesure : {metric}.', 'Pour agir, une seule direction : {contact}.',
  ],
  message: [
    '{Offer} : voilà ce que propose {brand}.', 'Chez {brand}, {def} <se juge|se jugent> sur un fait : {fact}.', '{Barecore}, avec une exigence : {value}.', '{Fact}.', '{Barecore} : {price}.', '{Barecore} : {until}.', '{Barecore} : {date}{+inplace}.', 'Pour {def}, une seule direction : {contact}.', '{Brand} et {def} : {values}.', 'Quand il s’agit de {thecore}, {brand} a une réponse.',
  ],
  risk: [
    'Le frein principal demeure : {obstacle}. => Y répondre tôt, dans l’article et dans une publication sur trois au sujet de {thecore}.', 'Trop de messages à la fois sur {def}. => S’en tenir à trois, répétés avec les mêmes mots.', 'Les faits sur {def} manquent au moment de publier. => Les demander à {name} avant la première semaine, par écrit.',
    'Les premiers résultats de {thecore} restent sous les hypothèses. => Déplacer une part de l’effort vers le meilleur canal après deux semaines de mesure.', 'L’adresse ou la page de {thecore} n’est pas prête. => La vérifier avant la première publication, sur téléphone aussi.', 'Une question publique sur {def} reste sans réponse. => Prévoir chez {name} une personne qui répond dans la journée.',
    'La date du {deadline} arrive sans rappel. => Réserver deux publications aux derniers jours.',
  ],
  task: [
    'Réunir les faits à montrer sur {def} (photos, chiffres, conditions). => {Name}, marketing => 0', 'Relire et valider les textes, l’image et le film de {thecore}. => {Name}, direction => 0.1', 'Vérifier la page d’arrivée et les liens : {contact}. => Responsable web => 0.1', 'Publier l’article sur {def} et le relayer sur {firstchannel}. => Rédaction => 0.25',
    'Répondre chaque jour aux questions sur {thecore}. => Animation des réseaux => 0.4', 'Comparer les accroches de {thecore} et garder la meilleure. => Média => 0.5', 'Demander à quelques personnes ce qui les a décidées pour {def}. => {Name}, relation client => 0.6', 'Concentrer l’effort sur le canal qui apporte le plus : {metric}. => Média => 0.75',
    'Faire le bilan de {campaign} et décider de la suite. => {Name}, marketing => 1',
  ],
  indicator: [
    'Visites venues de la campagne => en hausse chaque semaine => Liens balisés vers la page de {thecore}, lus chaque lundi.', 'Questions reçues sur {def} => toutes avec une réponse dans la journée => Relevé par la personne qui répond chez {name}.', 'Lecture de l’article sur {thecore} => à mesurer dès la première semaine => Durée de lecture et clics vers la page d’action.',
    'Taux d’interaction sur {firstchannel} => à fixer après deux semaines de mesure => Statistiques du réseau pour les publications sur {def}.',
  ],
  finding: [
    'Il s’agit de prévisions et non de mesures : pour {def}, les hypothèses donneraient {figures}.', 'À rapprocher de l’objectif de {name} : {objective}.', '{Busiest} porte {busiestcount} des {postcount} publications sur {def} : ses premiers résultats pèseront le plus.', 'La mesure qui compte pour {name} : {metric}. Elle n’est dans aucun réseau ; il faut la relever à la source.',
  ],
  advice: [
    'Relever les chiffres réels de {thecore} après deux semaines et remplacer les hypothèses ligne par ligne.', 'Suivre d’abord les publications qui répondent à ce frein : {obstacle}.', 'Si {busiest} dépasse les prévisions, y déplacer une part de l’effort pour {def} ; sinon, changer d’abord d’accroche.', 'Baliser chaque lien vers {contact} avant la première publication.',
    'Compter à part, chaque semaine : {metric}.', 'Garder pour {deadline} et la veille les deux rappels les plus courts sur {def}.', 'Noter chez {name} d’où vient chaque personne : une question suffit, « comment nous avez-vous connus ? ».',
  ],
  page: [
    'Publier une page qui répond à une seule question : que comprend l’offre de {name} pour {def} ?', 'Montrer sur une page dédiée ce que {name} peut prouver : {proofs}.', 'Tenir une courte foire aux questions sur {def}, en commençant par ce frein : {obstacle}.', 'Vérifier que la recherche « {name} {barecore} » mène à une page à jour.', 'Écrire le prix sur la page de {thecore} : {price}.',
    'Préciser sur la page le lieu de {thecore} : {place}.', 'Relier l’article à la page où l’on agit : {contact}.',
  ],
};
