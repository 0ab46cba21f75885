// Names that mean the same: how models write keys and words of a list in another case, with accents, or in the other language.

/** Letters and digits alone, without case and accents. */
export const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]+|\p{M}+/gu, '')
    .toLowerCase();

/** What models write in the place of our names, in bare letters: French ones, and English synonyms. One line for each of our names. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  title: ['titre', 'intitule', 'heading'],
  name: ['nom'],
  kind: ['type', 'genre'],
  description: ['descriptif'],
  summary: ['resume', 'synthese'],
  points: ['constats', 'bullets', 'items'],
  strengths: ['forces', 'atouts'],
  weaknesses: ['faiblesses'],
  opportunities: ['opportunites'],
  threats: ['menaces'],
  competitors: ['concurrents'],
  positioning: ['positionnement'],
  strength: ['force', 'atout'],
  gap: ['faille', 'lacune'],
  slides: ['diapositives', 'diapos'],
  keyMessages: ['messagescles', 'messages'],
  pillars: ['piliers'],
  channelMix: ['mixdecanaux', 'mixcanaux', 'canaux'],
  channel: ['canal'],
  role: ['fonction'],
  budgetPercent: ['budgetpourcent', 'pourcentagedubudget', 'partdubudget', 'budget', 'budgetpercentage'],
  kpis: ['indicateurs'],
  target: ['cible', 'objectif'],
  measurement: ['mesure'],
  risks: ['risques'],
  risk: ['risque'],
  mitigation: ['parade', 'attenuation'],
  owner: ['responsable'],
  week: ['semaine'],
  platform: ['plateforme', 'canal', 'channel'],
  hook: ['accroche'],
  visual: ['visuel', 'image'],
  voiceOver: ['voixoff', 'narration'],
  seconds: ['secondes', 'duree', 'duration', 'durationseconds'],
  cta: ['appelalaction', 'calltoaction'],
  keyword: ['motcle'],
  keywords: ['motscles'],
  intent: ['intention'],
  difficulty: ['difficulte'],
  clusters: ['groupes', 'grappes'],
  headline: ['titre', 'accroche', 'title'],
  headlines: ['titres', 'accroches'],
  ctaList: ['ctas', 'appelsalaction'],
  copyByChannel: ['textesparcanal', 'textes'],
  body: ['corps', 'texte', 'text', 'contenu'],
  hashtags: ['motsdiese', 'tags'],
  emails: ['courriels', 'mails'],
  subject: ['objet', 'sujet'],
  preheader: ['preentete', 'preview'],
  adGroups: ['groupesdannonces', 'annonces'],
  descriptions: ['descriptifs'],
  articleTitle: ['titredelarticle'],
  articleMarkdown: ['article', 'corpsdelarticle', 'articlemarkdown'],
  metaDescription: ['metadescription'],
  altTexts: ['textesalternatifs', 'textesderemplacement', 'alttext'],
  ABVariants: ['variantesab', 'abtests', 'variantes'],
  element: ['elementateste'],
  posts: ['publications'],
  slot: ['creneau', 'id'],
  text: ['texte', 'contenu', 'body', 'content'],
  insights: ['constats', 'enseignements'],
  recommendations: ['recommandations'],
};

/** Whether a key can only be meant for one of our names. */
export const means = (written: string, name: string): boolean =>
  bare(written) === bare(name) || (synonyms[name]?.includes(bare(written)) ?? false);

/** Words of lists that a model translates, in bare letters. */
const translated: Readonly<Record<string, readonly string[]>> = {
  informational: ['informationnel', 'informationnelle', 'information'],
  commercial: ['commerciale'],
  transactional: ['transactionnel', 'transactionnelle', 'achat'],
  navigational: ['navigationnel', 'navigationnelle', 'navigation'],
  email: ['courriel', 'mail', 'emailing', 'newsletter'],
  search: ['recherche', 'sea', 'googleads'],
  x: ['twitter'],
  benchmark: ['comparatif'],
  insight: ['constat', 'constats'],
};

/** The one word of a list that is meant; undefined where none is, or more than one could be. */
export function meantWord(written: string, words: readonly string[]): string | undefined {
  const letters = bare(written);
  if (letters === '') return undefined;
  const only = (found: readonly string[]) => (found.length === 1 ? found[0] : undefined);
  const same = words.filter((word) => bare(word) === letters || translated[word]?.includes(letters));
  if (same.length > 0) return only(same);
  const parts = written
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(bare)
    .filter(Boolean);
  return only(words.filter((word) => parts.some((part) => part === bare(word) || translated[word]?.includes(part))));
}
