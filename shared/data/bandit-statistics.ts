// What is known of how well models do the work of an agent in a workspace: sums, to which each outcome is added by one atomic write. Later outcomes
// count more: the n-th of an epoch weighs decay^-n, and reading divides by the weight of the newest. An epoch is short, so the weights stay small;
// beginning the next one divides what is stored.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** Whose work, where: outcomes are compared within a cell only. */
export interface Cell {
  readonly workspaceId: string;
  readonly agent: string;
  readonly language: string;
}

const partNames = ['n', 'v', 'f', 'c', 's', 'j', 'k'] as const;
/** n: outcomes, v: valid ones, f: valid at first, c: micro-dollars, s: seconds, j: sum of verdicts, k: number of verdicts. */
export type PartName = (typeof partNames)[number];
const partsSchema = z.partialRecord(z.enum(partNames), z.number());
/** Parts of an outcome by one letter each, for the item to stay below the 1 KB of a write unit. */
export type Parts = Readonly<z.infer<typeof partsSchema>>;
/** Parts of outcomes by the short names of their models. */
export const partsByArmSchema = z.record(z.string(), partsSchema);
/** How many outcomes an arm had, without any weight. */
const seenName = 't';

export interface ArmSums {
  readonly parts: Readonly<Record<PartName, number>>;
  readonly seen: number;
}

/** One that decides is told once: its outcome under its name, its verdict under another. */
export interface Told {
  readonly decision: string;
  readonly arms: Readonly<z.infer<typeof partsByArmSchema>>;
  /** Whether a new outcome begins with it, which makes all earlier ones count less. */
  readonly isOutcome: boolean;
}

const cellSchema = z.looseObject({
  epoch: z.int().default(0),
  /** Outcomes since the epoch began. */
  count: z.number().default(0),
  /** Writes to the item: it has not changed where their number has not. */
  writes: z.number().default(0),
  told: z.set(z.string()).optional(),
  toldBefore: z.set(z.string()).optional(),
});
type StoredCell = z.infer<typeof cellSchema>;
const emptyCell: StoredCell = { epoch: 0, count: 0, writes: 0 };

/** Also how many decisions an item remembers at least, so that none counts twice: a repeated write comes within seconds. */
const outcomesPerEpoch = 16;
/** An arm of which so little is left has not been asked for long. */
const negligibleOutcomes = 0.05;

/** Short enough for an item to hold dozens, long enough for those of a cell not to meet. */
const shortName = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, length);
export const armOf = ({ provider, id }: { readonly provider: string; readonly id: string }): string =>
  shortName(`${provider} ${id}`, 5);

/** How much an outcome counts against the one after it: models, prices and tastes drift, and a cell has few outcomes (tests/bench/router.ts). */
export const outcomeDecay = 0.995;

export type BanditStatistics = ReturnType<typeof createBanditStatistics>;

export function createBanditStatistics(table: Table, decay = outcomeDecay) {
  const keyOf = ({ workspaceId, agent, language }: Cell) => keys.armStatistics(workspaceId, agent, language);
  const stored = async (cell: Cell, consistent: boolean) =>
    (await table.get(keyOf(cell), cellSchema, consistent)) ?? emptyCell;

  /** Divides what is stored by the weight of the newest. Whoever wrote meanwhile keeps the epoch: the next one begins the other. */
  async function beginEpoch(cell: Cell, before: StoredCell): Promise<void> {
    const kept = [...sumsOf(before, decay)].filter(([, { parts }]) => parts.n >= negligibleOutcomes);
    const item = {
      ...{ epoch: before.epoch + 1, count: 0, writes: before.writes + 1 },
      ...(before.told ? { toldBefore: before.told } : {}),
      ...Object.fromEntries(
        kept.flatMap(([arm, { parts, seen }]) => [
          ...partNames.map((name) => [attribute(arm, name), rounded(parts[name])]),
          [attribute(arm, seenName), seen],
        ]),
      ),
    };
    await table.put(keyOf(cell), item, {
      expression: '#epoch = :epoch AND #writes = :writes',
      names: { '#epoch': 'epoch', '#writes': 'writes' },
      values: { ':epoch': before.epoch, ':writes': before.writes },
    });
  }

  return {
    /** Access pattern 36. The sums of each arm; the newest outcome weighs 1. */
    read: async (cell: Cell): Promise<ReadonlyMap<string, ArmSums>> => sumsOf(await stored(cell, false), decay),

    /** Adds to the sums of arms, once for each name. Safe to repeat, and to do at once with others. */
    async tell(cell: Cell, { decision, arms, isOutcome }: Told): Promise<void> {
      const name = shortName(decision, 6);
      for (let tries = 0; tries < 5; tries += 1) {
        const before = await stored(cell, tries > 0);
        if (before.told?.has(name) || before.toldBefore?.has(name)) return;
        const written = await table.upsert(keyOf(cell), changeOf(before, name, arms, isOutcome, decay), cellSchema);
        if (!written) continue;
        if (written.count >= outcomesPerEpoch) await beginEpoch(cell, written);
        return;
      }
    },
  };
}

function changeOf({ epoch, count }: StoredCell, name: string, arms: Told['arms'], isOutcome: boolean, decay: number) {
  const weight = decay ** -(count + (isOutcome ? 1 : 0));
  const added = Object.entries(arms).flatMap(([arm, parts]) => [
    ...Object.entries(parts).map(
      ([part, value]) => [attribute(arm, part as PartName), rounded(value * weight)] as const,
    ),
    ...(isOutcome ? [[attribute(arm, seenName), 1] as const] : []),
  ]);
  return {
    expression: [
      'SET #epoch = :epoch ADD #writes :one, #told :told',
      ...(isOutcome ? ['#count :one'] : []),
      ...added.map((_, index) => `#a${index} :a${index}`),
    ].join(', '),
    condition:
      '(attribute_not_exists(#epoch) OR #epoch = :epoch) AND NOT contains(#told, :name) AND NOT contains(#before, :name)',
    names: {
      ...{ '#epoch': 'epoch', '#writes': 'writes', '#told': 'told', '#before': 'toldBefore' },
      ...(isOutcome ? { '#count': 'count' } : {}),
      ...Object.fromEntries(added.map(([attributeName], index) => [`#a${index}`, attributeName])),
    },
    values: {
      ...{ ':epoch': epoch, ':one': 1, ':told': new Set([name]), ':name': name },
      ...Object.fromEntries(added.map(([, value], index) => [`:a${index}`, value])),
    },
  };
}

const attribute = (arm: string, part: PartName | typeof seenName): string => `${arm}.${part}`;

function sumsOf(cell: StoredCell, decay: number): Map<string, ArmSums> {
  const scale = decay ** cell.count;
  const arms = new Set(Object.keys(cell).flatMap((name) => (name.endsWith(`.${seenName}`) ? [name.slice(0, -2)] : [])));
  const numberOf = (name: string) => Number(cell[name] ?? 0);
  return new Map(
    [...arms].map((arm) => [
      arm,
      {
        parts: Object.fromEntries(
          partNames.map((part) => [part, scale * numberOf(attribute(arm, part))]),
        ) as ArmSums['parts'],
        seen: numberOf(attribute(arm, seenName)),
      },
    ]),
  );
}

/** As many digits as matter: what is stored is paid by its length. */
const rounded = (value: number): number => Number(value.toPrecision(7));
