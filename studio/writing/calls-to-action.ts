// Three calls to action that suit a trade and a brief, most fitting first.
import type { Language } from '../../shared/contracts/brief.ts';
import type { SectorFamily } from './sectors/sector-family.ts';
import type { Voice } from './voice.ts';

type Three = readonly [string, string, string];

const BY_FAMILY: Record<Language, Partial<Record<SectorFamily, Three>>> = {
  fr: {
    food: ['[[Réservez|Réserve]] dès maintenant', '[[Venez|Viens]] goûter', '[[Découvrez|Découvre]] nos recettes'],
    software: [
      '[[Demandez|Demande]] une démonstration',
      '[[Voyez|Vois]] le produit à l’œuvre',
      '[[Parlez|Parle]] à notre équipe',
    ],
    industry: [
      '[[Demandez|Demande]] une démonstration',
      '[[Planifiez|Planifie]] une visite de site',
      '[[Parlez|Parle]] à un spécialiste',
    ],
    health: [
      '[[Prenez|Prends]] rendez-vous',
      '[[Posez vos|Pose tes]] questions',
      '[[Découvrez|Découvre]] notre approche',
    ],
    sport: [
      '[[Réservez|Réserve]] une séance d’essai',
      '[[Rejoignez|Rejoins]] le groupe',
      '[[Trouvez votre|Trouve ton]] rythme',
    ],
    travel: [
      '[[Réservez|Réserve]] en direct',
      '[[Préparez votre|Prépare ton]] séjour',
      '[[Découvrez|Découvre]] le lieu',
    ],
    education: [
      '[[Recevez|Reçois]] le programme',
      '[[Assistez|Assiste]] à un cours',
      '[[Échangez|Échange]] avec notre équipe',
    ],
    finance: [
      '[[Faites|Fais]] le point avec nous',
      '[[Comparez|Compare]] en toute clarté',
      '[[Posez vos|Pose tes]] questions',
    ],
    nonprofit: ['[[Agissez|Agis]] avec nous', '[[Devenez|Deviens]] bénévole', '[[Soutenez|Soutiens]] une action'],
    property: [
      '[[Planifiez|Planifie]] une visite',
      '[[Parlez-nous de votre|Parle-nous de ton]] projet',
      '[[Recevez|Reçois]] le dossier',
    ],
  },
  en: {
    food: ['Reserve now', 'Come and taste', 'Discover our recipes'],
    software: ['Book a demo', 'See it at work', 'Talk to our team'],
    industry: ['Book a demo', 'Plan a site visit', 'Talk to a specialist'],
    health: ['Book an appointment', 'Ask your questions', 'Discover our approach'],
    sport: ['Book a trial session', 'Join the group', 'Find your pace'],
    travel: ['Book direct', 'Plan your stay', 'Discover the place'],
    education: ['Get the programme', 'Sit in on a lesson', 'Talk to our team'],
    finance: ['Review it with us', 'Compare with clarity', 'Ask your questions'],
    nonprofit: ['Act with us', 'Become a volunteer', 'Support an action'],
    property: ['Plan a viewing', 'Tell us your project', 'Get the details'],
  },
};
const ANY: Record<Language, Three> = {
  fr: ['[[Découvrez|Découvre]] la gamme', '[[Trouvez|Trouve]] ce qui [[vous|te]] convient', '[[Écrivez|Écris]]-nous'],
  en: ['Discover the range', 'Find what suits you', 'Write to us'],
};

export const callsToAction = ({ language, family }: Voice): Three => BY_FAMILY[language][family] ?? ANY[language];
