// How each provider makes pictures and videos, by its name on cards. Its code is loaded when one of its models is used for the first time.
import type { ProviderSettings } from '../../contracts/provider-settings.ts';
import { type ProviderName, providers } from '../../contracts/providers.ts';
import type { ImageModel, Models, VideoModel } from '../model.ts';
import type { ModelCard } from '../model-card.ts';
import type { Access } from './media/access.ts';

type Load<Model> = (card: ModelCard, settings: ProviderSettings) => Promise<Model>;

const accessTo = (
  provider: ProviderName,
  baseUrl: string,
  headers: Readonly<Record<string, string | undefined>>,
): Access => {
  const sent = Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return { provider, baseUrl: baseUrl.replace(/\/+$/, ''), headers: () => sent };
};

const openRouter = ({ OPENROUTER_API_KEY: key, OPENROUTER_BASE_URL }: ProviderSettings): Access =>
  accessTo('openrouter', OPENROUTER_BASE_URL ?? providers.openrouter.address, {
    authorization: `Bearer ${key}`,
    'x-openrouter-title': 'AstroMedia',
  });

const gemini = ({ GEMINI_API_KEY: key, GEMINI_BASE_URL }: ProviderSettings): Access =>
  accessTo('gemini', GEMINI_BASE_URL ?? providers.gemini.address, { 'x-goog-api-key': key });

/** Chat lies below /v1, hosts beside it. */
const huggingFace = ({ HF_API_KEY: key, HF_BASE_URL }: ProviderSettings): Access =>
  accessTo('hugging-face', (HF_BASE_URL ?? providers['hugging-face'].address).replace(/\/v1\/?$/, ''), {
    authorization: `Bearer ${key}`,
  });

/** A model may be served in other regions than the one that is set: then it is asked where it is. */
const regionOf = ({ regions = [] }: ModelCard, { BEDROCK_REGION: set = 'us-east-1' }: ProviderSettings): string =>
  regions.length === 0 || regions.includes(set) ? set : (regions[0] ?? set);

async function bedrock(card: ModelCard, settings: ProviderSettings) {
  const { createBedrockClient } = await import('./bedrock-client.ts');
  const client = createBedrockClient(regionOf(card, settings), { key: settings.BEDROCK_API_KEY });
  return { client: () => client };
}

const imageLoaders: Readonly<Record<string, Load<ImageModel>>> = {
  openrouter: async (card, settings) =>
    (await import('./media/openrouter-media.ts')).openRouterImages(openRouter(settings), card),
  gemini: async (card, settings) => (await import('./media/google-media.ts')).geminiImages(gemini(settings), card),
  'hugging-face': async (card, settings) =>
    (await import('./media/hugging-face-media.ts')).huggingFaceImages(huggingFace(settings), card),
  bedrock: async (card, settings) =>
    (await import('./media/bedrock-images.ts')).stabilityImages(await bedrock(card, settings), card),
};

const videoLoaders: Readonly<Record<string, Load<VideoModel>>> = {
  openrouter: async (card, settings) =>
    (await import('./media/openrouter-media.ts')).openRouterVideos(openRouter(settings), card),
  gemini: async (card, settings) => (await import('./media/google-media.ts')).veoVideos(gemini(settings), card),
  'hugging-face': async (card, settings) =>
    (await import('./media/hugging-face-media.ts')).huggingFaceVideos(huggingFace(settings), card),
  bedrock: async (card, settings) => {
    const [{ lumaVideos }, access, { S3Client }] = await Promise.all([
      import('./media/bedrock-videos.ts'),
      bedrock(card, settings),
      import('@aws-sdk/client-s3'),
    ]);
    const bucketClient = new S3Client({ region: regionOf(card, settings) });
    const outputUri = settings.BEDROCK_VIDEO_S3_URI ?? '';
    return lumaVideos({ ...access, bucketClient: async () => bucketClient, outputUri }, card);
  },
};

/** What a card offers beside texts. Bedrock's videos need a bucket of one's own. */
export function mediaOffers(card: ModelCard, settings: ProviderSettings): Pick<Models, 'image' | 'video'> {
  const { image, video } = card.secondsPerCall;
  const [loadImage, loadVideo] = [imageLoaders[card.provider], videoLoaders[card.provider]];
  const hasPlace = card.provider !== 'bedrock' || settings.BEDROCK_VIDEO_S3_URI !== undefined;
  return {
    ...(loadImage && image !== undefined ? { image: lazyImage(card, () => loadImage(card, settings)) } : {}),
    ...(loadVideo && video !== undefined && hasPlace
      ? { video: lazyVideo(card, () => loadVideo(card, settings)) }
      : {}),
  };
}

function lazyImage(card: ModelCard, load: () => Promise<ImageModel>): ImageModel {
  const model = once(load);
  return { card, generate: async (request, options) => (await model()).generate(request, options) };
}

function lazyVideo(card: ModelCard, load: () => Promise<VideoModel>): VideoModel {
  const model = once(load);
  return {
    card,
    submit: async (request, options) => (await model()).submit(request, options),
    poll: async (jobId, options) => (await model()).poll(jobId, options),
  };
}

function once<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined;
  return () => (loading ??= load());
}
