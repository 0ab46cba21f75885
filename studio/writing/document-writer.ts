// Writes the sentences of working documents: the same writer with what only the team reads (tone, budget, obstacles, measure).

import type { Channel } from '../../shared/contracts/channels.ts';
import { channelName as nameInLists } from '../../shared/contracts/channels.ts';
import { fitText } from '../../shared/domain/text/fit-text.ts';
import { workingNotes } from './asked-lines.ts';
import { catalogues, documentFrames, type GoalPlan, type Role } from './catalogue.ts';
import { fillFrame, type Slots } from './fill-frame.ts';
import { upperFirst } from './plain-text.ts';
import { breaksRules } from './rules.ts';
import type { Voice } from './voice-of-brief.ts';
import { type WritingAgent, writerFor } from './writer.ts';

const LONGEST_SENTENCE = 590;

export interface DocumentWriter {
  readonly plan: GoalPlan;
  /** What people asked for, in its own words. */
  readonly notes: readonly string[];
  /** At least `least` and at most `most` different sentences of these roles, all turns of one role before the next. */
  points(roles: readonly Role[], least: number, most: number): string[];
  /** The sentences of a role in the order of the catalogue, those that have their facts. */
  ordered(role: Role, most: number): string[];
  /** A frame of the goal's plan, filled. */
  fill(frame: string, slots?: Slots): string;
}

export function documentWriterFor(voice: Voice, agent: WritingAgent, extra: Slots = {}): DocumentWriter {
  const { plan, verb } = catalogues[voice.language].goals[voice.goal];
  const documents = documentFrames(voice.language, voice.goal);
  const writer = writerFor(voice, agent, [], documents);
  const { random } = writer;
  const asked: Slots = { ...voice.slots, ...documentSlots(voice), ...extra };
  const fillWith = (frame: string, slots: Slots) => fillFrame(frame, slots, { ...voice, random });
  const known: Slots = {
    ...asked,
    goalverb: fillWith(verb, asked),
    metric: plan.metric.name.toLowerCase(),
    cadence: plan.cadence,
  };
  const obstacles = plan.obstacles
    .map((frame) => fillWith(frame, known) ?? '')
    .filter((obstacle) => obstacle && !breaksRules(obstacle, voice.rules));
  let turn = random.integer(0, 2);
  const slots = (): Slots => ({ ...known, obstacle: obstacles[turn++ % obstacles.length] });
  return {
    plan,
    notes: workingNotes(voice, random),
    fill: (frame, more = {}) => fitText(upperFirst(fillWith(frame, { ...known, ...more }) ?? ''), LONGEST_SENTENCE),
    ordered: (role, most) =>
      (documents[role] ?? [])
        .flatMap((frame) => fillWith(frame, slots()) ?? [])
        .filter((sentence) => !breaksRules(sentence, voice.rules))
        .slice(0, most),
    points(roles, least, most) {
      const said: string[] = [];
      for (const role of roles)
        for (let more = true; more && said.length < most; ) {
          const sentence = writer.say(role, { slots: slots() });
          if (sentence) said.push(fitText(sentence, LONGEST_SENTENCE));
          more = sentence !== undefined;
        }
      // Only a brief that forbids nearly everything comes here.
      while (said.length < least) said.push(writer.say('present') ?? `${voice.brand}, ${said.length + 1}`);
      return said;
    },
  };
}

/** The channel's name inside a sentence. */
export const channelName = (channel: Channel, { language }: Voice): string =>
  catalogues[language].labels.channelNames[channel] ?? nameInLists(channel, language);

function documentSlots(voice: Voice): Slots {
  const { missing, counts, fallback } = catalogues[voice.language].labels;
  const { weeks, channels, budgetAmount, rules } = voice;
  const counted = (count: number, words: readonly string[]) => `${count} ${words[count > 1 ? 1 : 0]}`;
  return {
    name: voice.brand,
    tone: voice.tone,
    sector: voice.sector,
    people: voice.slots.people ?? (voice.goal === 'notice' ? undefined : fallback.people),
    audience: voice.audience,
    objective: voice.objectives[0],
    duration: counted(weeks, counts.weeks),
    channelcount: counted(channels.length, counts.channels),
    firstchannel: channelName(channels[0] ?? 'blog', voice),
    budget: budgetAmount > 0 && !rules.withoutPrices ? voice.money(budgetAmount) : undefined,
    noproof: voice.proofs.length > 0 ? undefined : missing.proof,
    noprice: voice.reading.offer.price || rules.withoutPrices ? undefined : missing.price,
    nobudget: budgetAmount > 0 ? undefined : missing.budget,
  };
}
