// What people write before the parts of a brief, in both languages.

/** A field of the form, or what goes into one beside its own text: the offer to the goals, rules to the tone. */
export type Section =
  | 'name'
  | 'companyName'
  | 'sector'
  | 'size'
  | 'website'
  | 'objectives'
  | 'offer'
  | 'targetAudience'
  | 'tone'
  | 'rules'
  | 'brandValues'
  | 'language'
  | 'channels'
  | 'budgetAmount'
  | 'duration';

const labels: Readonly<Record<Section, string>> = {
  name: 'campagne, nom de la campagne, titre, projet, nom du projet, objet, re, campaign, campaign name, name of the campaign, title, project, project name, subject',
  companyName:
    'client, entreprise, société, marque, enseigne, association, annonceur, établissement, nom, company, company name, brand, brand name, organisation, organization, advertiser, business name, name',
  sector: 'secteur, secteur d’activité, activité, domaine, métier, sector, industry, trade, business, line of business',
  size: 'taille, effectif, effectifs, équipe, salariés, size, company size, team, headcount, employees, staff',
  website:
    'site, site web, site internet, url, lien, adresse web, page d’atterrissage, website, web site, web, link, landing page',
  objectives:
    'objectif, objectifs, but, buts, objectif principal, ce qu’on veut, ce que nous voulons, ce que l’on veut, besoin, mission, goal, goals, objective, objectives, aim, aims, main goal, what we want, kpi, kpis, ask',
  offer:
    'offre, l’offre, produit, produits, service, prix, tarif, tarifs, promo, promotion, contexte, offer, the offer, product, products, price, prices, context, background, what we sell',
  targetAudience:
    'cible, cibles, cœur de cible, coeur de cible, public, public cible, public visé, audience, pour qui, à qui, clients visés, persona, personas, target, targets, target audience, audience, who, who for, who is it for, customers',
  tone: 'ton, tonalité, style, ton souhaité, tone, tone of voice, voice, style of writing, mood',
  rules:
    'contraintes, contrainte, à éviter, éviter, interdits, interdit, ne pas, mentions obligatoires, mentions légales, obligations, règles, à ne pas dire, constraints, constraint, avoid, to avoid, do not, don’t, dont, don’ts, must, mandatory, mandatories, legal, rules, restrictions, no go',
  brandValues:
    'valeurs, nos valeurs, valeurs de la marque, points forts, atouts, preuves, les plus, arguments, values, brand values, our values, strengths, proof, proofs, usp, usps, reasons to believe, selling points',
  language: 'langue, langues, language, languages',
  channels:
    'canaux, canal, réseaux, réseaux sociaux, médias, supports, plateformes, où, diffusion, channels, channel, social media, media, networks, platforms, where',
  budgetAmount:
    'budget, budget média, budget pub, budget total, budget publicitaire, enveloppe, media budget, ad budget, total budget, ad spend, spend',
  duration:
    'durée, dates, date, période, calendrier, planning, quand, échéance, date limite, timing, duration, period, when, schedule, timeline, deadline, run, flight, time frame, timeframe',
};

const letters = (label: string): string =>
  label
    .normalize('NFKD')
    .replace(/\([^)]*\)/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('œ', 'oe');
const known = new Map(
  Object.entries(labels).flatMap(([section, names]) =>
    names.split(', ').map((name) => [letters(name), section as Section] as const),
  ),
);

const LABELLED = /^(.{2,40}?)\s*(?::|：|\t|\||\s[–—=-]\s)\s*(.*)$/u;
const LONGEST_HEADING = 40;

export interface Labelled {
  readonly section: Section;
  /** As it is written. */
  readonly label: string;
  /** Empty for a heading, whose lines follow. */
  readonly value: string;
}

/** `Budget : 5 000 €`, a row of a table, or a heading alone in its line. */
export function labelledField(line: string): Labelled | undefined {
  const [, label = '', value = ''] = LABELLED.exec(line) ?? [];
  const section = known.get(letters(label));
  if (section) return { section, label, value: value.replaceAll('|', ', ').trim() };
  const heading = line.length <= LONGEST_HEADING && /\s|^.{5,}$/u.test(line) && known.get(letters(line));
  return heading ? { section: heading, label: line, value: '' } : undefined;
}

const SAYS_NOTHING = /^(?:contraintes?|r[eè]gles|obligations|constraints?|rules|restrictions|legal)$/iu;
const IS_VERB = /^(?:ne pas|avoid|do not|don['’]t|must)$/iu;

/** A rule without what stood before it would say the opposite: `Do not` and `say painless`. */
export const withLabel = (label: string, rule: string): string => {
  if (SAYS_NOTHING.test(label)) return rule;
  return `${label}${IS_VERB.test(label) ? '' : ' :'} ${rule}`;
};
