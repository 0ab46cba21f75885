// French posts, two ways for each theme.
import type { PostWriter } from './compose-posts.ts';
import { de } from './french-grammar.ts';
import { upperFirst } from './plain-text.ts';

const at = <Item>(items: readonly [Item, ...Item[]], turn: number): Item => items[turn % items.length] ?? items[0];

export const frenchPost: PostWriter = (theme, { turn, headline, callToAction, articleTitle }, voice) => {
  const { bank, brand, label, values, list, topic } = voice;
  const thing = upperFirst(topic ?? brand);
  const [title, body] = bank.advice[turn % bank.advice.length] ?? ['', ''];
  const proof = at(bank.proofs, turn);
  const versions = {
    announcement: [
      `${sentence(headline)} ${thing} ${topic ? 'arrive' : 'prend la parole'}, avec une idée simple : ${bank.desire}. ${callToAction} !`,
      `Nouvelle étape pour ${thing} : encore plus de concret, toujours les mêmes valeurs (${list(values)}). ${callToAction}.`,
    ],
    benefit: [
      `Ce que l’on vient chercher : ${bank.desire}. Ce que ${brand} y ajoute : ${at(values, turn)}. ${callToAction}.`,
      `Le vrai frein, c’est souvent ${bank.doubt}. On y répond point par point, à commencer par ${proof}. ${callToAction}.`,
    ],
    'behind-the-scenes': [
      `En coulisses : ${bank.scenes[0]}. C’est là que tout commence chez ${label}.`,
      `Un instant pris sur le vif : ${bank.scenes[1]}. Pas de mise en scène, juste notre quotidien.`,
    ],
    advice: [
      `Le conseil de la semaine : ${title.charAt(0).toLowerCase()}${title.slice(1)}. ${body}`,
      `À garder sous la main. ${title}. ${body}`,
    ],
    article: [
      `À lire sur notre site : « ${articleTitle} ». Des repères concrets, et des questions à poser avant de choisir.`,
      `Peu de temps ? Notre article va droit au but : quatre conseils pour ${bank.desire}. À retrouver sur notre site.`,
    ],
    question: [
      `${bank.questions[0]} [[Dites-nous|Dis-nous]] en commentaire ce qui compte le plus pour [[vous|toi]].`,
      `${bank.questions[1]} Nous lisons toutes les réponses, et nous répondons.`,
    ],
    proof: [
      `Rien à croire sur parole : ${proof}, cela se montre. ${callToAction}.`,
      `« ${upperFirst(at(values, turn))} » : chez ${label}, ce n’est pas une formule. [[Regardez|Regarde]] plutôt : ${proof}.`,
    ],
    invitation: [
      `Une question, une envie, un doute ? L’équipe ${de(label)} répond. ${callToAction}.`,
      `${sentence(headline)} Le plus simple est de [[venir vous faire votre|venir te faire ta]] propre idée. ${callToAction} !`,
    ],
  } as const;
  return at(versions[theme], turn);
};

const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);
