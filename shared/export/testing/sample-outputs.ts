// What the agents of a finished French campaign handed on: long enough to fill every part of the report.
import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import type { AgentId } from '../../contracts/agents.ts';
import type { BriefData } from '../../contracts/brief.ts';
import { readBrief } from '../../domain/brief-reading/read-brief.ts';
import { sampleArticle } from './sample-article.ts';

export const sampleCampaignUlid = '01JDZZZZZZZZZZZZZZZZZZZZZZ';
/** Identifier of the sample's asset of a phase and variant. */
export const sampleAssetId = (phaseId: string, variant: string): string =>
  `ast_${sampleCampaignUlid}_${phaseId}_1_${variant}`;

export const sampleBriefData: BriefData = {
  companyInfo: {
    name: 'Maison Lumière',
    sector: 'Boulangerie artisanale',
    size: '24 personnes',
    website: 'https://maison-lumiere.example',
  },
  campaignGoals: {
    objectives: ['Faire connaître la Brioche de Minuit à Lyon', 'Obtenir 1 200 précommandes avant les fêtes'],
    targetAudience: 'Gourmands de 25 à 45 ans, urbains, qui achètent local et partagent leurs découvertes',
    budget: { amount: 18_000, currency: 'EUR' },
    duration: '6 semaines',
  },
  brandIdentity: {
    tone: 'Chaleureux, malicieux, précis',
    brandValues: 'Farines locales, gestes d’artisan, zéro invendu',
    priorityChannels: ['instagram', 'linkedin', 'x', 'email'],
  },
  analysisDepth: 'quick',
  ragEnabled: false,
};

export const sampleOutputs: { readonly [Id in AgentId]: AgentOutput<Id> } = {
  Human: {
    briefContext: {
      campaignName: 'Lancement Brioche de Minuit',
      language: 'fr',
      companyInfo: sampleBriefData.companyInfo,
      campaignGoals: sampleBriefData.campaignGoals,
      brandIdentity: sampleBriefData.brandIdentity,
      analysisDepth: sampleBriefData.analysisDepth,
      ragEnabled: false,
      reading: readBrief(
        { name: 'Lancement Brioche de Minuit', language: 'fr', briefData: sampleBriefData },
        '2026-11-23',
      ),
    },
    analysisDepth: 'quick',
    goals: sampleBriefData.campaignGoals,
  },
  MarketAnalyst: {
    marketAnalysisReport: {
      title: 'Une place à prendre entre la pâtisserie fine et la viennoiserie du matin',
      slides: [
        {
          kind: 'swot',
          title: 'Forces, faiblesses, opportunités, menaces',
          strengths: ['Un rituel que personne d’autre ne propose', 'Des farines locales que l’on peut nommer'],
          weaknesses: ['Une notoriété limitée à deux quartiers', 'Une production plafonnée à 300 pièces par nuit'],
          opportunities: ['Les sorties tardives de décembre', 'Le goût des achats partagés en direct'],
          threats: ['Le prix du beurre', 'Les enseignes ouvertes la nuit'],
        },
        {
          kind: 'benchmark',
          title: 'Qui parle déjà à ces gourmands',
          competitors: [
            {
              name: 'Fournil du Rhône',
              positioning: 'Le pain de tous les jours',
              strength: 'Six boutiques',
              gap: 'Aucun produit événement',
            },
            {
              name: 'Pâtisserie Alba',
              positioning: 'La création signée',
              strength: 'Très suivie sur Instagram',
              gap: 'Un prix trois fois plus haut',
            },
          ],
        },
        {
          kind: 'insight',
          title: 'Ce que cela change',
          points: ['La rareté est un atout si elle est annoncée', 'L’heure est le message autant que la brioche'],
        },
      ],
    },
  },
  CMO: {
    strategyReport: {
      summary:
        'Faire de minuit un rendez-vous. La campagne annonce une fournée unique, montre les mains qui la font, et donne à chacun une raison de réserver.\n\nSix semaines, trois temps : intriguer, inviter, remercier.',
      keyMessages: [
        'À minuit, la brioche sort du four.',
        'Trois cents pièces, pas une de plus.',
        'Réservée, jamais jetée.',
      ],
      pillars: [
        { title: 'Le rendez-vous', description: 'Une heure, un lieu, une odeur : tout part de minuit.' },
        { title: 'La main', description: 'Des gestes d’artisan filmés de près, sans voix de publicité.' },
        { title: 'Zéro invendu', description: 'La précommande est le moyen de ne rien jeter, et on le dit.' },
      ],
      channelMix: [
        { channel: 'instagram', role: 'Montrer la fournée et ouvrir les réservations', budgetPercent: 45 },
        { channel: 'email', role: 'Donner la priorité aux clients fidèles', budgetPercent: 25 },
        { channel: 'linkedin', role: 'Parler aux entreprises qui offrent', budgetPercent: 20 },
        { channel: 'x', role: 'Compter les pièces qui restent', budgetPercent: 10 },
      ],
      kpis: [
        { name: 'Précommandes', target: '1 200', measurement: 'Boutique en ligne, chaque lundi' },
        { name: 'Portée locale', target: '180 000', measurement: 'Comptes touchés dans un rayon de 25 km' },
      ],
      risks: [
        { risk: 'Rupture dès la première nuit', mitigation: 'Ouvrir les réservations par tranche' },
        { risk: 'Retard de livraison du beurre', mitigation: 'Deux fournisseurs de la même vallée' },
      ],
      actions: [
        { action: 'Filmer la première fournée', owner: 'Studio', week: 1 },
        { action: 'Ouvrir la liste d’attente', owner: 'Boutique', week: 2 },
        { action: 'Remercier les mille premiers', owner: 'Équipe sociale', week: 6 },
      ],
    },
  },
  Scriptwriter: {
    creativeBriefs: [
      {
        platform: 'instagram',
        format: 'Reel vertical',
        concept: 'Une horloge, un four, une ville qui dort.',
        hook: 'À 23 h 59, personne ne bouge.',
        scenes: [
          { order: 1, visual: 'Rue vide, une seule vitrine allumée', voiceOver: 'Tout est fermé.', seconds: 2.5 },
          { order: 2, visual: 'Des mains façonnent la pâte', voiceOver: 'Presque tout.', seconds: 3 },
          { order: 3, visual: 'La porte du four s’ouvre, vapeur', voiceOver: 'Il est minuit.', seconds: 3 },
          { order: 4, visual: 'Une file souriante sous la neige', voiceOver: 'On vous attend.', seconds: 2.5 },
        ],
        cta: 'Réserver ma brioche',
      },
      {
        platform: 'linkedin',
        format: 'Carrousel',
        concept: 'Offrir une nuit à son équipe.',
        hook: 'Et si le cadeau de fin d’année sortait du four ?',
        scenes: [
          { order: 1, visual: 'Bureau éteint, boîte dorée', voiceOver: 'Un merci qui se partage.', seconds: 4 },
          { order: 2, visual: 'L’équipe autour d’une table', voiceOver: 'Livré à l’aube.', seconds: 4 },
        ],
        cta: 'Commander pour mon équipe',
      },
    ],
  },
  SEO: {
    keywordsList: [
      'brioche de minuit',
      'brioche lyon',
      'boulangerie ouverte la nuit',
      'brioche artisanale',
      'précommander brioche',
      'brioche de noël',
      'farine locale lyon',
      'cadeau gourmand entreprise',
      'boulangerie zéro gaspillage',
      'maison lumière lyon',
    ].map((keyword, index) => ({
      keyword,
      intent: (['transactional', 'commercial', 'informational', 'navigational'] as const)[index % 4] ?? 'commercial',
      difficulty: 14 + index * 7,
    })),
    clusters: [
      { name: 'La brioche', keywords: ['brioche de minuit', 'brioche artisanale', 'brioche de noël'] },
      { name: 'La nuit à Lyon', keywords: ['boulangerie ouverte la nuit', 'brioche lyon'] },
      { name: 'Offrir', keywords: ['cadeau gourmand entreprise'] },
    ],
    seoOpportunities: ['Une page par quartier livré', 'Une recette courte que l’on cite'],
  },
  Copywriter: {
    headlines: ['Minuit sent le beurre.', 'Trois cents brioches. Une seule nuit.', 'La ville dort, pas le four.'],
    ctaList: ['Réserver ma brioche', 'Voir la fournée', 'Offrir une nuit'],
    emails: [
      {
        id: 'email-1',
        purpose: 'announcement',
        subject: 'La Brioche de Minuit sort du four mardi',
        preheader: 'Précommandez la vôtre avant les fêtes, au prix de lancement.',
        body: 'Bonjour,\n\nLa Brioche de Minuit arrive.\n\nL’équipe de Maison Lumière',
        cta: 'Précommander',
        link: 'https://maison-lumiere.example/?utm_source=email&utm_medium=email&utm_campaign=lancement-brioche-de-minuit-20261124',
        sendAt: '2026-11-24T09:00:00.000Z',
      },
    ],
    adGroups: [],
    copyByChannel: [
      {
        channel: 'instagram',
        headline: 'Minuit sent le beurre.',
        body: 'Ce soir, à minuit pile, on ouvre le four.\nTrois cents brioches, et l’odeur pour tout le quartier.',
        cta: 'Réserver ma brioche',
        hashtags: ['#BriocheDeMinuit', '#Lyon'],
      },
      {
        channel: 'linkedin',
        headline: 'Un cadeau d’équipe qui ne finit pas au placard',
        body: 'Nos boulangers livrent vos bureaux à l’aube, dans toute l’agglomération.\n\nDes farines locales, des gestes précis, et pas un invendu.',
        cta: 'Commander pour mon équipe',
        hashtags: ['#ArtisanatFrançais'],
      },
      {
        channel: 'email',
        headline: 'Votre brioche vous attend à minuit',
        body: 'Parce que vous êtes de la maison, la réservation ouvre pour vous un jour avant tout le monde.',
        cta: 'Voir la fournée',
        hashtags: [],
      },
      {
        channel: 'search',
        headline: 'Brioche de Minuit | Maison Lumière Lyon',
        body: 'Réservez en ligne la brioche qui sort du four à minuit. Farines locales, retrait ou livraison.',
        cta: 'Réserver',
        hashtags: [],
      },
    ],
  },
  ContentWriter: {
    articleTitle: 'Pourquoi nous allumons le four à minuit',
    articleMarkdown: sampleArticle,
    metaDescription:
      'À Lyon, Maison Lumière sort sa brioche du four à minuit. Visite d’une fournée, de ses farines et de ceux qui la réservent.',
    altTexts: ['Une brioche dorée qui fume sous une lampe', 'Des mains farinées devant un four ouvert'],
    ABVariants: [
      { element: 'Titre', a: 'Pourquoi nous allumons le four à minuit', b: 'Une nuit avec ceux qui font la brioche' },
      { element: 'Bouton', a: 'Réserver ma brioche', b: 'Garder ma place' },
    ],
  },
  designer: {
    visuals: [
      {
        variant: 'A',
        style: 'artistic',
        assetId: sampleAssetId('visuals', 'A'),
        ratios: ['1.91:1'],
        prompt: 'Affiche peinte, brioche et lune',
        altText: 'Affiche peinte : une brioche en forme de lune au-dessus des toits',
        score: 0.82,
      },
      {
        variant: 'B',
        style: 'realistic',
        assetId: sampleAssetId('visuals', 'B'),
        ratios: ['1.91:1'],
        prompt: 'Photographie, vapeur et four',
        altText: 'Photographie : une brioche fumante sort du four',
        score: 0.74,
      },
    ],
    validatedVisual: { variant: 'A', assetId: sampleAssetId('visuals', 'A'), ratios: ['1.91:1'], chosenBy: 'score' },
  },
  'video-producer': {
    videos: [
      {
        variant: 'A',
        style: 'narrative',
        assetId: sampleAssetId('video', 'A'),
        ratios: ['16:9'],
        prompt: 'Récit de la nuit',
        durationSeconds: 6,
        score: 0.71,
      },
      {
        variant: 'B',
        style: 'dynamic',
        assetId: sampleAssetId('video', 'B'),
        ratios: ['16:9'],
        prompt: 'Montage rythmé',
        durationSeconds: 6,
        score: 0.78,
      },
    ],
    validatedVideo: { variant: 'B', assetId: sampleAssetId('video', 'B'), ratios: ['16:9'], chosenBy: 'person' },
  },
  Social: {
    scheduledPosts: [
      {
        id: 'x-2',
        channel: 'x',
        text: 'Plus que 40 brioches pour ce soir. La suite à minuit.',
        hashtags: ['#BriocheDeMinuit'],
        scheduledAt: '2026-12-10T21:00:00.000Z',
      },
      {
        id: 'instagram-1',
        channel: 'instagram',
        text: 'À minuit, la brioche sort du four.\nTrois cents pièces, pas une de plus ; la vôtre est à réserver, dès maintenant.',
        hashtags: ['#BriocheDeMinuit', '#Lyon'],
        scheduledAt: '2026-12-01T18:30:00.000Z',
        assetId: sampleAssetId('visuals', 'A'),
      },
      {
        id: 'linkedin-1',
        channel: 'linkedin',
        text: 'Et si le cadeau de fin d’année sortait du four ?\n\nNous livrons les équipes à l’aube.',
        hashtags: [],
        scheduledAt: '2026-12-03T08:00:00.000Z',
        assetId: sampleAssetId('video', 'B'),
      },
      {
        id: 'x-1',
        channel: 'x',
        text: '=Minuit pile, et pas une minute de plus.',
        hashtags: [],
        scheduledAt: '2026-12-03T21:00:00.000Z',
      },
    ],
    liveCampaign: {
      summary: 'Quatre publications sur trois réseaux, du 1er au 10 décembre.',
      startsAt: '2026-12-01T00:00:00.000Z',
      endsAt: '2026-12-31T00:00:00.000Z',
      channels: ['instagram', 'linkedin', 'x'],
    },
  },
  Analytics: {
    forecastNotes: [
      'Les publications non payées ne sont pas prévues : il manque le nombre d’abonnés de chaque compte.',
    ],
    kpiTable: [
      {
        kpi: 'Portée locale',
        value: 182_000,
        unit: 'comptes',
        basis: 'Budget de chaque canal et coût médian pour mille',
        status: 'forecast',
      },
      {
        kpi: 'Précommandes',
        value: 1_240,
        unit: 'commandes',
        basis: 'Taux de conversion de 1,4 %',
        status: 'forecast',
      },
      {
        kpi: 'Coût par commande',
        value: 14.5,
        unit: 'EUR',
        basis: 'Budget divisé par les commandes',
        status: 'forecast',
      },
    ],
    insights: ['La semaine 2 décide de tout : la liste d’attente y prend les deux tiers des commandes.'],
    recommendations: ['Garder 10 % du budget pour la dernière semaine', 'Répondre à chaque photo partagée'],
  },
};
