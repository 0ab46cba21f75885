// The English article: useful to the reader first, then what the brand brings.
import type { ArticleParts } from './article-parts.ts';
import { callsToAction } from './calls-to-action.ts';
import { toYou } from './english-grammar.ts';
import { publicLines } from './feedback-lines.ts';
import { lowerFirst, upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';

/** `keywords` are those of the SEO list that read well in a sentence. */
export function englishArticle(voice: Voice, keywords: readonly string[], message: string): ArticleParts {
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
      `${upperFirst(voice.topic ?? voice.label)}: ${lowerFirst(advice[0]?.[0] ?? bank.desire)}`,
      `${question} Four tips to find your way`,
    ]),
    introduction: [
      `${question} It is a good way into a subject we think we know: ${sector}. ${upperFirst(people)} want, above all, to ${bank.desire}. Yet one obstacle keeps coming back: ${bank.doubt}.`,
      `This article offers simple markers that help whatever you decide in the end. It then presents how ${name} approaches the question, without inflated promises and with things that anyone can check.`,
      ...asked,
    ],
    sections: [
      {
        heading: pick(['What people are really looking for', 'Behind the request, a simple wish']),
        paragraphs: [
          `Before you compare, it helps to go back to essentials. The choice is not only about price: it also depends on the time you have, on the moment and on the trust you place in the people behind the work. A search such as “${firstKeyword}” shows it well, for it speaks of a concrete need rather than a fashion.`,
          `The obstacle is real. Neither a slogan nor a beautiful photo will remove it; ${bank.proofs[0]} and ${bank.proofs[1]} do so far better.`,
        ],
      },
      { heading: pick(['Four markers for a good choice', 'Four tips to keep in mind']), paragraphs: adviceParts },
      {
        heading: `How ${voice.label} answers`,
        paragraphs: [
          `${message} That conviction rests on stated values: ${list(values)}. They only matter if they turn into actions that are visible and regular.`,
          'In practice, here is what you can look at closely:',
          bank.proofs.map((proof) => `- ${proof}`).join('\n'),
        ],
      },
    ],
    spare: [
      {
        heading: 'Questions worth asking',
        paragraphs: [
          `A good question is worth more than a long speech. When it comes to “${secondKeyword}”, three are enough to form a fair opinion:`,
          '- Who takes care of it, and with what experience?\n- What happens if the result does not suit?\n- Which recent example can be shown?',
        ],
      },
      {
        heading: 'Give yourself a head start',
        paragraphs: [
          'Starting early changes everything. You have time to compare two or three possibilities, to come back on a first idea and to ask the awkward questions without hurry. A decision made calmly is seldom regretted, and it is easier to explain to everyone it concerns.',
        ],
      },
      {
        heading: 'A picture to remember',
        paragraphs: [
          `Sometimes one scene is enough to understand: ${bank.scenes[0]}. Or this one: ${bank.scenes[1]}. Careful work is recognised in such details far more than in grand statements.`,
        ],
      },
      {
        heading: 'Take the time to try',
        paragraphs: [
          'Nothing forces you to decide everything at once. A first contact, a visit or a limited trial often brings the answer. You leave with something concrete, a personal impression and sometimes new questions. It is also a chance to talk it over with friends or colleagues, whose view completes your own.',
        ],
      },
      {
        heading: 'Keep a written trace',
        paragraphs: [
          'Write down what you saw, what you were told and what remains open. A page of notes makes two offers comparable a week later, when first impressions have faded. It also helps the people who decide with you, because they can follow your reasoning and add what you may have missed.',
        ],
      },
    ],
    conclusion: {
      heading: 'And now?',
      paragraphs: [
        `Choosing well takes less time than we imagine: a few markers, two or three questions and the wish to check for yourself. ${upperFirst(thing)} deserves that attentive look.`,
        `**${cta}**: it is the best way to make up your own mind.`,
      ],
    },
    metaDescription: `${upperFirst(voice.topic ?? voice.label)}: four tips to ${toYou(bank.desire)}, and concrete things to check before you choose.`,
  };
}
