// The French article: useful to the reader first, then what the brand brings.
import type { ArticleParts } from './article-parts.ts';
import { callsToAction } from './calls-to-action.ts';
import { publicLines } from './feedback-lines.ts';
import { de } from './french-grammar.ts';
import { lowerFirst, upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';

/** `keywords` are those of the SEO list that read well in a sentence. */
export function frenchArticle(voice: Voice, keywords: readonly string[], message: string): ArticleParts {
  const { bank, brand, name, sector, people, values, list, pick } = voice;
  const thing = voice.topic ?? brand;
  const [cta] = callsToAction(voice);
  const advice = voice.shuffled(bank.advice);
  const asked = publicLines(voice);
  const [firstKeyword = sector, secondKeyword = sector] = keywords;
  const question = pick([bank.questions[0], bank.questions[1]]);
  const adviceParts = advice.map(([heading, body]) => `**${heading}.** ${body}`);
  return {
    title: pick([
      `${upperFirst(voice.topic ?? voice.label)} : ${lowerFirst(advice[0]?.[0] ?? bank.desire)}`,
      `${question.replace(/\s*\?$/u, '')} ? Nos conseils pour s’y retrouver`,
    ]),
    introduction: [
      `${question} C’est une bonne façon d’aborder un sujet que l’on croit connaître : « ${sector} ». ${upperFirst(people)} veulent avant tout ${bank.desire}. Pourtant, un frein revient souvent : ${bank.doubt}.`,
      `Cet article propose des repères simples, utiles quelle que soit la décision finale. Il présente ensuite la manière dont ${name} aborde la question, sans promesse excessive et avec des éléments que chacun peut vérifier.`,
      ...asked,
    ],
    sections: [
      {
        heading: pick(['Ce que l’on cherche vraiment', 'Derrière la demande, une attente simple']),
        paragraphs: [
          `Avant de comparer, il est utile de revenir à l’essentiel. Dans ce domaine, le choix ne tient pas seulement au prix : il dépend aussi du temps disponible, du moment et de la confiance que l’on accorde à celles et ceux qui travaillent derrière. Une recherche comme « ${firstKeyword} » le montre bien : elle parle d’un besoin concret, pas d’une mode.`,
          `Le frein, lui, est réel. Ni un slogan ni une belle photo ne suffisent à l’effacer ; ${bank.proofs[0]} et ${bank.proofs[1]} y parviennent bien mieux.`,
        ],
      },
      {
        heading: pick(['Quatre repères pour bien choisir', 'Quatre conseils à garder en tête']),
        paragraphs: adviceParts,
      },
      {
        heading: `La réponse ${de(voice.label)}`,
        paragraphs: [
          `${message} Cette conviction s’appuie sur des valeurs affichées : ${list(values)}. Elles n’ont d’intérêt que si elles se traduisent en actes, visibles et réguliers.`,
          'Concrètement, voici ce qu’il est possible de regarder de près :',
          bank.proofs.map((proof) => `- ${proof}`).join('\n'),
        ],
      },
    ],
    spare: [
      {
        heading: 'Les questions à poser',
        paragraphs: [
          `Une bonne question vaut mieux qu’un long discours. Au sujet de « ${secondKeyword} », trois suffisent pour se faire une idée juste :`,
          '- Qui s’en occupe, et avec quelle expérience ?\n- Que se passe-t-il si le résultat ne convient pas ?\n- Quel exemple récent peut être montré ?',
        ],
      },
      {
        heading: 'Se donner un peu d’avance',
        paragraphs: [
          'S’y prendre tôt change tout. On a le temps de comparer deux ou trois possibilités, de revenir sur une première idée et de poser les questions qui fâchent sans se presser. Une décision prise dans le calme se regrette rarement, et elle s’explique mieux à celles et ceux qu’elle concerne.',
        ],
      },
      {
        heading: 'Une image pour s’en souvenir',
        paragraphs: [
          `Il suffit parfois d’une scène pour comprendre : ${bank.scenes[0]}. Ou encore : ${bank.scenes[1]}. C’est dans ces détails que se reconnaît un travail soigné, bien plus que dans les grandes déclarations.`,
        ],
      },
      {
        heading: 'Prendre le temps d’essayer',
        paragraphs: [
          'Rien n’oblige à tout décider d’un coup. Un premier contact, une visite ou un essai limité apporte souvent la réponse. On repart avec des éléments concrets, une impression personnelle et, parfois, de nouvelles questions. C’est aussi l’occasion d’en parler avec des proches ou des collègues, dont le regard complète le sien.',
        ],
      },
      {
        heading: 'Garder une trace',
        paragraphs: [
          'Noter ce que l’on a vu, ce qui a été dit et ce qui reste en suspens prend quelques minutes. Une semaine plus tard, quand les premières impressions se sont estompées, ces lignes permettent de comparer honnêtement. Elles aident aussi les personnes qui décident avec nous à suivre le raisonnement et à le compléter.',
        ],
      },
    ],
    conclusion: {
      heading: 'Et maintenant ?',
      paragraphs: [
        `Bien choisir demande moins de temps qu’on ne l’imagine : quelques repères, deux ou trois questions et l’envie de vérifier par soi-même. ${upperFirst(thing)} mérite ce regard attentif.`,
        `**${cta}** : c’est le meilleur moyen de [[vous faire votre|te faire ta]] propre idée.`,
      ],
    },
    metaDescription: `${upperFirst(voice.topic ?? voice.label)} : quatre conseils pour ${bank.desire}, et des éléments concrets à vérifier avant de choisir.`,
  };
}
