/** Reads a brief's free-text sector (French or English) as one of the sectors the offline studio can draw. */
import { wordsOf } from './text/clean-text.ts';

export type SectorKind =
  | 'food'
  | 'technology'
  | 'health'
  | 'ecology'
  | 'beauty'
  | 'luxury'
  | 'finance'
  | 'education'
  | 'sport'
  | 'travel'
  | 'property'
  | 'retail'
  | 'other';

/** Word beginnings, accents removed. Narrow sectors stand first: organic cosmetics is beauty before it is ecology, fintech is finance before technology. */
const KEYWORDS: readonly (readonly [SectorKind, string])[] = [
  ['beauty', 'cosmet beaut skincare soin maquillage makeup coiff hair spa parfumerie'],
  ['luxury', 'lux joaill bijou jewel horlog watch couture parfum perfume yacht premium'],
  [
    'finance',
    'financ fintech banq bank assur insur invest payment paiement compta account crypto epargne saving credit',
  ],
  [
    'food',
    'food boulang baker patiss pastr restau cafe coffee traiteur cater aliment gastro cuisin kitchen epicer grocer chocol vin wine bras brew boisson beverage the tea',
  ],
  [
    'education',
    'educ ecole school univers formation train cours course learn enseign teach edtech livre book librair tutor',
  ],
  ['sport', 'sport fitness gym yoga running velo bike cycl athlet coach outdoor ski football'],
  ['travel', 'travel voyag touris hotel vacanc holiday sejour airline aerien croisier cruise camping aventur adventur'],
  [
    'health',
    'health sante medic pharma clini hopital hospital dentai dental therap wellness bien-etre psycho veterin nutrition',
  ],
  [
    'property',
    'immob real-estate estate property propert archit constru batiment building logement housing habitat interior decor',
  ],
  [
    'technology',
    'tech saas logiciel software informat cloud data donnee app digital numeri ai ia cyber web b2b startup robot telecom iot',
  ],
  [
    'ecology',
    'eco bio organic durable sustain green vert solar solaire energie energy renouvel recycl environ jardin garden plant agric farm ferme climat nature naturel natural',
  ],
  [
    'retail',
    'mode fashion vetement cloth apparel boutique shop retail commerce ecommerce magasin store chauss shoe textile jouet toy',
  ],
];

/** Short beginnings would catch unrelated words ("the" in "theatre", "ai" in "aide"), so up to this length the whole word must match. */
const WHOLE_WORD_LENGTH = 3;

/** The first sector with a keyword in the text; `other` when none is known. */
export function sectorKind(sector: string): SectorKind {
  const words = wordsOf(sector);
  const named = KEYWORDS.find(([, keywords]) =>
    keywords.split(' ').some((keyword) => words.some((word) => begins(word, keyword))),
  );
  return named?.[0] ?? 'other';
}

function begins(word: string, keyword: string): boolean {
  if (word === keyword || word === `${keyword}s`) return true;
  return keyword.length > WHOLE_WORD_LENGTH && word.startsWith(keyword);
}
