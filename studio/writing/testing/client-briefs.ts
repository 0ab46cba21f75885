// Briefs as clients write them, one or two of each goal in both languages, for tests that read whole campaigns.
import { type Brief, briefSchema } from '../../../shared/contracts/brief.ts';
import type { ReadingCorrection } from '../../../shared/contracts/brief-reading.ts';

interface ClientBrief {
  readonly name: string;
  readonly language: 'fr' | 'en';
  readonly company: string;
  readonly sector: string;
  readonly website?: string;
  readonly objectives: readonly string[];
  readonly audience: string;
  readonly tone: string;
  readonly values: string;
  readonly channels: readonly string[];
  readonly amount: number;
  readonly currency: string;
  readonly duration: string;
  readonly reading?: ReadingCorrection;
}

export function clientBrief(brief: ClientBrief): Brief {
  const {
    name,
    language,
    company,
    sector,
    website,
    objectives,
    audience,
    tone,
    values,
    channels,
    amount,
    currency,
    duration,
    reading,
  } = brief;
  return briefSchema.parse({
    name, language, governanceMode: 'AUTO',
    briefData: {
      companyInfo: { name: company, sector, size: '10', ...(website ? { website } : {}) },
      campaignGoals: { objectives, targetAudience: audience, budget: { amount, currency }, duration },
      brandIdentity: { tone, brandValues: values, priorityChannels: channels },
      analysisDepth: 'detailed', ...(reading ? { reading } : {}),
    },
  }); // biome-ignore format: a table
}

// biome-ignore format: a table
export const clientBriefs = {
  watchmaker: {
    name: 'Équinoxe, 28 pièces', language: 'fr', company: 'Atelier Vauquier', sector: 'Horlogerie indépendante', website: 'https://vauquier.example', audience: 'Amateurs de montres mécaniques de 35 à 60 ans',
    objectives: ['Vendre les 28 montres Équinoxe avant Noël, à 4 200 € pièce', 'Montre mécanique assemblée à Besançon, mouvement garanti 5 ans'], tone: 'Sobre, précis, vouvoiement, pas d’emoji',
    values: 'Assemblage à la main, réparable à vie, fournisseurs à moins de 80 km', channels: ['instagram', 'email', 'linkedin', 'pinterest'], amount: 6000, currency: 'EUR', duration: 'du 30 novembre au 24 décembre',
  },
  plumber: {
    name: 'Plombier Garonne', language: 'fr', company: 'Garonne Plomberie', sector: 'Plomberie', objectives: ['recevoir plus d appels pour dépannage de chaudière'], audience: 'habitants de Toulouse', tone: 'Clair', values: 'rapide, honnête',
    channels: ['facebook', 'search'], amount: 900, currency: 'EUR', duration: '1 mois',
  },
  bakery: {
    name: 'Le pain du matin', language: 'fr', company: 'Boulangerie Maréchal', sector: 'Boulangerie artisanale', website: 'https://marechal.example/abonnement', audience: 'Familles et jeunes actifs du centre de Nantes',
    objectives: ['Obtenir 300 abonnements à notre panier de pain hebdomadaire à 18 € par mois', 'Livré à vélo le samedi matin dans le centre de Nantes'], tone: 'Familier, chaleureux, on tutoie', values: 'Levain naturel, farines de Loire-Atlantique, zéro invendu',
    channels: ['instagram', 'facebook', 'email', 'tiktok', 'blog'], amount: 5000, currency: 'EUR', duration: 'du 1er mars au 15 avril',
  },
  festival: {
    name: 'Festival Les Ondes', language: 'fr', company: 'Les Ondes', sector: 'Festival de musique', website: 'https://lesondes.example', audience: 'Jeunes de 18 à 30 ans', tone: 'Fun, énergique, tutoiement',
    objectives: ['Obtenir 1 500 inscriptions au festival Les Ondes, les 12 et 13 juin 2027 à Annecy', 'Pass deux jours à 49 €, 22 concerts, navette gratuite depuis la gare'], values: 'Scènes locales, circuits courts, parité sur scène',
    channels: ['tiktok', 'instagram', 'x', 'threads'], amount: 20_000, currency: 'EUR', duration: '3 mois',
  },
  museum: {
    name: 'Paroles vivantes', language: 'fr', company: 'Musée de la Rivière', sector: 'Musée', website: 'https://museeriviere.example', audience: 'Familles de Montréal et visiteurs de passage', tone: 'Chaleureux, français du Québec',
    objectives: ['Attirer 5 000 visiteurs à l’exposition « Premières Nations, paroles vivantes »', 'Entrée 14 $, gratuite le premier dimanche du mois'], values: 'Respect des Premières Nations, transmission, accueil',
    channels: ['facebook', 'instagram', 'email'], amount: 15_000, currency: 'CAD', duration: 'du 12 janvier au 30 mars',
  },
  cheese: {
    name: 'Fondue au village', language: 'fr', company: 'Fromagerie du Jorat', sector: 'Fromagerie', website: 'https://jorat.example', audience: 'Familles de Lausanne et environs', tone: 'Convivial, simple', objectives: ['Vendre 400 coffrets de fondue à CHF 39.- pour les fêtes', 'Lait cru de 7 fermes, moitié-moitié primé en 2025'],
    values: 'Lait cru, alpage, proximité', channels: ['instagram', 'facebook', 'email'], amount: 3500, currency: 'CHF', duration: '4 semaines, jusqu’au 20 décembre',
  },
  tramway: {
    name: 'Un tram pour Lormont', language: 'fr', company: 'Collectif Rive Droite', sector: 'Association citoyenne', website: 'https://rivedroite.example/petition', audience: 'Habitants de la rive droite bordelaise', tone: 'Déterminé, respectueux',
    objectives: ['Réunir 8 000 signatures pour le prolongement du tram A avant le vote du 18 février', 'Aujourd’hui, 40 minutes de bus pour 6 km aux heures de pointe'], values: 'Écoute, faits vérifiés', channels: ['facebook', 'email', 'x'], amount: 0, currency: 'EUR', duration: 'jusqu’au 18 février',
  },
  hospital: {
    name: 'Launch of WardFlow', language: 'en', company: 'WardFlow', sector: 'SaaS for hospitals', website: 'https://wardflow.example/demo', audience: 'Chief nursing officers & operations directors at US hospitals with 200+ beds', tone: 'Expert, concrete, no hashtags, no exclamation marks',
    objectives: ['Book 40 demos of our bed management software for hospitals in Q1 2027 (Jan 11 - Mar 31)', 'HIPAA / SOC 2 certified, live in 14 hospitals, average bed turnaround cut by 22% at St. Brendan’s (2026)'], values: 'Patient safety first, clarity, privacy',
    channels: ['linkedin', 'email', 'search', 'blog'], amount: 45_000, currency: 'USD', duration: 'Q1 2027 (Jan 11 - Mar 31)',
  },
  reef: {
    name: 'Seagrass for the bay', language: 'en', company: 'Blue Tern Ocean Trust', sector: 'Ocean conservation charity', website: 'https://bluetern.example/give', audience: 'Supporters and divers across the UK', tone: 'Warm, honest, never say “crisis”',
    objectives: ['Raise £30,000 for the seagrass meadows of Portland by Giving Tuesday', '£12 plants one square metre'], values: 'Science in the open, local hands', channels: ['email', 'instagram', 'facebook', 'x'], amount: 4000, currency: 'GBP', duration: '2 weeks',
  },
  compost: {
    name: 'Launch of Pocket Compost', language: 'en', company: 'Loam', sector: 'Mobile app', website: 'https://loam.example/app', audience: 'Home gardeners and flat dwellers', tone: 'Playful, US English', objectives: ['10,000 installs of the Pocket Compost app by May 31', 'Tells you what goes in the compost from one photo, works offline, free, no account needed'],
    values: 'Privacy, less waste', channels: ['tiktok', 'instagram', 'youtube', 'bluesky'], amount: 12_000, currency: 'USD', duration: '8 weeks',
  },
  dentist: {
    name: 'New patients', language: 'en', company: 'Hartley Dental', sector: 'Dental clinic', objectives: ['Get new patients to book a check-up for £48, call 0113 496 0102'], audience: 'Families in Leeds', tone: 'Reassuring, plain English, British English', values: 'No lectures, same dentist every time',
    channels: ['facebook', 'search', 'email'], amount: 2500, currency: 'GBP', duration: '2 months',
  },
} as const satisfies Record<string, ClientBrief>;

/** The same bakery, looking for bakers instead of subscribers; and the same, in a solemn tone. */
export const hiringBakery: ClientBrief = {
  ...clientBriefs.bakery,
  objectives: [
    'Recruter deux boulangers en CDI, 2 300 € brut par mois, repos le dimanche et le lundi',
    'Candidatures à emploi@marechal.example avant le 15 avril',
  ],
};
export const solemnBakery: ClientBrief = { ...clientBriefs.bakery, tone: 'Solennel, vouvoiement' };
