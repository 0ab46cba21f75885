import type { GovernanceMode } from '../shared/contracts/brief.ts';
import type { Language } from '../shared/contracts/language.ts';
import { websiteSchema } from '../shared/contracts/website.ts';
import { UsageError } from './command-errors.ts';
import type { ModelChoice } from './platform-process.ts';
import { helpOption, modelsOf, modelsOption, readOptions } from './read-options.ts';

export const campaignUsage = `Usage: npm run campaign -- [file] [options]

  file                     a brief as JSON (default: test-campaign.json, in AUTO)
  --mode <mode>            auto, guided or semi-auto; otherwise what the brief says
  --language <language>    fr or en: the language of everything the agents write
  --mute                   films without sound
  --out <directory>        where the export goes (default: out)
  --media-url <address>    where you publish the export's assets folder: the tables for publishing tools link there
  --models <models>        offline: the offline studio does all the work, whatever providers .env configures
  --pdf                    also print report.pdf, with Chromium, Chrome or Edge (or CHROME_PATH)
  --directory <directory>  state of the platform (default: .astromedia)
  --resume [campaign]      go on with the newest unfinished campaign, or the one named (cmp_…)
  -h, --help               this text

Exit codes: 0 the campaign is complete, 1 it is not, 2 the command or the brief is wrong, 130 stopped with Ctrl-C.`;

const defaultOut = 'out';
const defaultDirectory = '.astromedia';
export const defaultBriefFile = 'test-campaign.json';

export interface CampaignArguments {
  readonly help: boolean;
  readonly file: string;
  readonly mode: GovernanceMode | undefined;
  readonly language: Language | undefined;
  /** Films without a sound bed. */
  readonly mute: boolean;
  readonly out: string;
  readonly mediaUrl: string | undefined;
  readonly models: ModelChoice;
  readonly pdf: boolean;
  readonly directory: string;
  /** Go on with a campaign instead of creating one; without an id, with the newest unfinished one. */
  readonly resume: { readonly campaignId: string | undefined } | undefined;
}

/** The command that goes on with what was begun, with the same folders. */
export const resumeCommand = ({ directory, out, mediaUrl, models, pdf }: CampaignArguments, campaignId = ''): string =>
  [
    'npm run campaign -- --resume',
    campaignId,
    ...(directory === defaultDirectory ? [] : ['--directory', inShell(directory)]),
    ...(out === defaultOut ? [] : ['--out', inShell(out)]),
    ...(mediaUrl === undefined ? [] : ['--media-url', inShell(mediaUrl)]),
    ...(models === 'offline' ? ['--models offline'] : []),
    ...(pdf ? ['--pdf'] : []),
  ]
    .filter(Boolean)
    .join(' ');

/** As it must be typed. */
const inShell = (text: string): string => (/^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

const modes: Readonly<Record<string, GovernanceMode>> = { auto: 'AUTO', guided: 'GUIDED', 'semi-auto': 'SEMI_AUTO' };

/** Reads the command line. Throws UsageError with what is wrong and the usage. */
export const parseCampaignArguments = (args: readonly string[]): CampaignArguments => {
  const { values, positionals } = parse(args);
  const { help, resume, mode, language, mute, out, directory } = values;
  const [positional, ...excess] = positionals;
  if (excess.length > 0) throw wrong(`Only one file can be given, and here are ${positionals.length}.`);
  if (resume && positional !== undefined && !positional.startsWith('cmp_')) {
    throw wrong(`--resume takes the identifier of a campaign (cmp_…), not "${positional}".`);
  }
  return {
    help,
    file: (resume ? undefined : positional) ?? defaultBriefFile,
    mode: modeOf(mode) ?? (!resume && positional === undefined ? 'AUTO' : undefined),
    language: languageOf(language),
    mute,
    out,
    mediaUrl: addressOf(values['media-url']),
    models: modelsOf(values.models, campaignUsage),
    pdf: values.pdf,
    directory,
    resume: resume ? { campaignId: positional } : undefined,
  };
};

const parse = (args: readonly string[]) =>
  readOptions(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        help: helpOption,
        resume: { type: 'boolean', default: false },
        mode: { type: 'string' },
        language: { type: 'string' },
        mute: { type: 'boolean', default: false },
        out: { type: 'string', default: defaultOut },
        'media-url': { type: 'string' },
        models: modelsOption,
        pdf: { type: 'boolean', default: false },
        directory: { type: 'string', default: defaultDirectory },
      },
    },
    campaignUsage,
  );

const modeOf = (text: string | undefined): GovernanceMode | undefined => {
  if (text === undefined) return undefined;
  const mode = modes[text.toLowerCase().replace('_', '-')];
  if (mode) return mode;
  throw wrong(`--mode must be auto, guided or semi-auto, not "${text}".`);
};

const languageOf = (text: string | undefined): Language | undefined => {
  if (text === undefined || text === 'fr' || text === 'en') return text;
  throw wrong(`--language must be fr or en, not "${text}".`);
};

const addressOf = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const address = websiteSchema.safeParse(text);
  if (address.success) return address.data;
  throw wrong(`--media-url must be a web address such as https://cdn.example.com/launch, not "${text}".`);
};

const wrong = (message: string): UsageError => new UsageError(`${message}\n\n${campaignUsage}`);
