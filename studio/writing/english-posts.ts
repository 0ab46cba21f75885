// English posts, two ways for each theme.
import type { PostWriter } from './compose-posts.ts';
import { toYou } from './english-grammar.ts';
import { lowerFirst, upperFirst } from './plain-text.ts';

const at = <Item>(items: readonly [Item, ...Item[]], turn: number): Item => items[turn % items.length] ?? items[0];

export const englishPost: PostWriter = (theme, { turn, headline, callToAction, articleTitle }, voice) => {
  const { bank, brand, label, values, list, topic } = voice;
  const thing = upperFirst(topic ?? brand);
  const [title, body] = bank.advice[turn % bank.advice.length] ?? ['', ''];
  const proof = at(bank.proofs, turn);
  const versions = {
    announcement: [
      `${sentence(headline)} ${thing} begins with a simple idea: you should be able to ${toYou(bank.desire)}. ${callToAction}.`,
      `A new chapter for ${thing}: more that you can check, the same values (${list(values)}). ${callToAction}.`,
    ],
    benefit: [
      `What people come for: to ${bank.desire}. What ${brand} adds: ${at(values, turn)}. ${callToAction}.`,
      `The real obstacle is often ${bank.doubt}. We answer it point by point, starting with ${proof}. ${callToAction}.`,
    ],
    'behind-the-scenes': [
      `Behind the scenes: ${bank.scenes[0]}. This is where it starts at ${label}.`,
      `Caught in the moment: ${bank.scenes[1]}. Nothing staged, just our everyday work.`,
    ],
    advice: [`Tip of the week: ${lowerFirst(title)}. ${body}`, `One to keep. ${title}. ${body}`],
    article: [
      `On our site: “${articleTitle.replace(/[.]$/u, '')}”. Concrete markers, and the questions to ask before you choose.`,
      `Short on time? Our article gets to the point: four tips to ${toYou(bank.desire)}. Find it on our site.`,
    ],
    question: [
      `${bank.questions[0]} Tell us in the comments what matters most to you.`,
      `${bank.questions[1]} We read every answer, and we reply.`,
    ],
    proof: [
      `Nothing to take on trust: ${proof}, shown openly. ${callToAction}.`,
      `“${upperFirst(at(values, turn))}” is not a slogan at ${label}. See for yourself: ${proof}.`,
    ],
    invitation: [
      `A question, a wish, a doubt? The team at ${label} answers. ${callToAction}.`,
      `${sentence(headline)} The simplest thing is to see for yourself. ${callToAction}.`,
    ],
  } as const;
  return at(versions[theme], turn);
};

const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);
