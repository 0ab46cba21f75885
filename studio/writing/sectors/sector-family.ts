// Reads a brief's free-text sector (French or English) as one of the trades the studio has words for.
import { wordsOf } from '../../media/text/clean-text.ts';

const sectorFamilies = [
  'food', 'health', 'beauty', 'fashion', 'sport', 'finance', 'education', 'travel', 'property', 'nonprofit',
  'software', 'industry', 'ecology', 'general',
] as const; // biome-ignore format: a table
export type SectorFamily = (typeof sectorFamilies)[number];

/** Beginnings of words without accents. Where two trades match equally often, the earlier line wins. */
const BEGINNINGS: readonly (readonly [SectorFamily, string])[] = [
  ['nonprofit', 'associati ong ngo charit nonprofit solidair humanitair caritati fondation foundation benevol volunteer'],
  ['beauty', 'cosmet beaut skincare maquillage makeup coiff hair parfum perfume onglerie'],
  ['food', 'boulang baker patiss pastr restau cafe coffee traiteur cater aliment food gastro cuisin epicer grocer chocol vin wine brass brew boisson beverage fromag cheese bouch glacier'],
  ['health', 'sante health medic medec clini hopital hospital dent pharma therap wellness bien-etre psycho veterin kine osteo nutrition optic'],
  ['fashion', 'mode fashion vetement cloth apparel textile couture chauss shoe bijou jewel maroquin accessoire accessor'],
  ['sport', 'sport fitness gym yoga running velo bike cycl escalad climb football tennis'],
  ['finance', 'financ fintech banq bank assur insur invest compta account credit epargne mutuel patrimoin'],
  ['education', 'educ ecole school univers formation training cours course learn enseign teach edtech tutor librair book'],
  ['travel', 'voyag travel touris hotel hospital camping sejour vacanc holiday croisier cruise gite airline'],
  ['property', 'immob estate propert archit construct batiment building logement housing habitat renov interior'],
  ['industry', 'industri logist warehous entrepot transport manufact usine factory supply robot machin automation automobile'],
  ['ecology', 'ecolo environ durable sustain solar solaire energi energy renouvel renewab recycl climat agric farm jardin garden bio organic vert green'],
  ['software', 'logiciel software saas numeri digital informat cloud data donnee app tech ia ai cyber web startup telecom'],
]; // biome-ignore format: a table
const WHOLE_WORD_LENGTH = 3;

/** The trade named most often by the words of the sector; `general` when none is. */
export function sectorFamily(sector: string): SectorFamily {
  const words = [...new Set(wordsOf(sector))];
  let best: { family: SectorFamily; hits: number } = { family: 'general', hits: 0 };
  for (const [family, beginnings] of BEGINNINGS) {
    const hits = words.filter((word) => beginnings.split(' ').some((beginning) => begins(word, beginning))).length;
    if (hits > best.hits) best = { family, hits };
  }
  return best.family;
}

function begins(word: string, beginning: string): boolean {
  if (word === beginning || word === `${beginning}s`) return true;
  return beginning.length > WHOLE_WORD_LENGTH && word.startsWith(beginning);
}
