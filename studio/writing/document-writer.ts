// Writes the sentences of working documents: the same writer with what only the team reads (tone, budget, obstacles, measure).
import { fitText } from '../../shared/agents/fit-text.ts';
import { channelName } from './frames/channel-roles.ts';
import { documentFrames } from './frames/documents.ts';
import { fillFrame, type Slots } from './frames/fill-frame.ts';
import type { GoalPlan, Role } from './frames/goal-bank.ts';
import { goalBanks, goalVerbs } from './frames/goal-banks.ts';
import { upperFirst } from './plain-text.ts';
import { breaksRules } from './rules.ts';
import type { Voice } from './voice.ts';
import { type Writer, type WritingAgent, writerFor } from './writer.ts';

const LONGEST_SENTENCE = 590;

export interface DocumentWriter {
  readonly plan: GoalPlan;
  /** At least `least` and at most `most` different sentences of these roles, all turns of one role before the next. */
  points(roles: readonly Role[], least: number, most: number): string[];
  one(role: Role): string;
  /** The sentences of a role in the order of their bank, those that have their facts. */
  ordered(role: Role, most: number): string[];
  /** A frame of the goal's plan, filled. */
  fill(frame: string): string;
}

export function documentWriterFor(voice: Voice, agent: WritingAgent, extra: Slots = {}): DocumentWriter {
  const { plan } = goalBanks[voice.language][voice.goal];
  const writer = writerFor(voice, agent, [], documentFrames[voice.language]);
  const base = documentSlots(voice);
  const random = writer.random;
  const asked = { ...voice.slots, ...base, ...extra };
  const goalverb = fillFrame(goalVerbs[voice.language][voice.goal], asked, { ...voice, random });
  const known: Slots = { ...asked, goalverb, metric: plan.metric[0].toLowerCase(), cadence: plan.cadence };
  const fill = (frame: string) => fillFrame(frame, known, { ...voice, random }) ?? '';
  const obstacles = plan.obstacles.map(fill).filter((obstacle) => obstacle && !breaksRules(obstacle, voice.rules));
  let turn = random.integer(0, 2);
  const slots = (): Slots => ({ ...known, obstacle: obstacles[turn++ % obstacles.length] });
  const say = (roles: readonly Role[]) => writer.say(roles, { slots: slots() });
  return {
    plan,
    fill: (frame) => fitText(upperFirst(fill(frame)), LONGEST_SENTENCE),
    one: (role) => say([role]) ?? `${voice.slots.brand}`,
    ordered: (role, most) =>
      (documentFrames[voice.language][role] ?? [])
        .flatMap((frame) => fillFrame(frame, slots(), { ...voice, random }) ?? [])
        .filter((sentence) => !breaksRules(sentence, voice.rules))
        .slice(0, most),
    points(roles, least, most) {
      const said: string[] = [];
      for (const role of roles)
        while (said.length < most) {
          const sentence = say([role]);
          if (!sentence) break;
          said.push(fitText(sentence, LONGEST_SENTENCE));
        }
      for (const more of fillers(voice, writer, least - said.length)) said.push(more);
      return said;
    },
  };
}

/** Only a brief that forbids nearly everything comes here. */
const fillers = ({ slots }: Voice, writer: Writer, count: number): string[] =>
  Array.from({ length: Math.max(count, 0) }, (_, index) => writer.say('present') ?? `${slots.brand}, ${index + 1}`);

function documentSlots(voice: Voice): Slots {
  const { language, weeks, channels, budgetAmount } = voice;
  const [first = 'blog'] = channels;
  const french = language === 'fr';
  const count = channels.length;
  return {
    name: voice.brand,
    tone: voice.tone,
    sector: voice.sector,
    audience: voice.audience,
    objective: voice.objectives[0],
    duration: french ? `${weeks} semaine${weeks > 1 ? 's' : ''}` : `${weeks} week${weeks > 1 ? 's' : ''}`,
    channelcount: french ? `${count} ${count > 1 ? 'canaux' : 'canal'}` : `${count} channel${count > 1 ? 's' : ''}`,
    firstchannel: channelName(first, language),
    budget: budgetAmount > 0 && !voice.rules.withoutPrices ? voice.money(budgetAmount) : undefined,
    noproof:
      voice.proofs.length > 0
        ? undefined
        : french
          ? 'le brief ne donne pas de preuve chiffrée'
          : 'the brief gives no proof in figures',
    noprice:
      voice.reading.offer.price || voice.rules.withoutPrices
        ? undefined
        : french
          ? 'aucun prix n’est indiqué'
          : 'no price is stated',
    nobudget: budgetAmount > 0 ? undefined : french ? 'aucun budget média' : 'no media budget',
  };
}
