import { describe, expect, it } from 'vitest';
import type { Playbook } from '../../contracts/playbook.ts';
import { defaultPlaybook } from './default-playbook.ts';
import { ancestorsOf, chainsBehind, checkPlaybook, criticalPath, dependentsOf } from './playbook-graph.ts';

const playbookOf = (...phases: (Partial<Playbook['phases'][number]> & { id: string })[]): unknown => ({
  id: 'test',
  version: 1,
  name: { fr: 'Essai', en: 'Test' },
  phases: [
    {
      id: 'brief',
      name: { fr: 'b', en: 'b' },
      agent: 'Human',
      inputs: [],
      outputs: ['briefContext'],
      dependsOn: [],
      validation: 'optional',
    },
    ...phases.map((phase) => ({
      name: { fr: 'p', en: 'p' },
      agent: 'SEO',
      inputs: [],
      outputs: [`${phase.id}Output`],
      dependsOn: ['brief'],
      validation: 'optional',
      ...phase,
    })),
  ],
});
const faultsOf = (candidate: unknown) => checkPlaybook(candidate).faults;

describe('a playbook', () => {
  it('is accepted when it is the default one', () => {
    expect(faultsOf(defaultPlaybook)).toEqual([]);
  });

  it.each([
    [
      'a cycle',
      playbookOf({ id: 'a', dependsOn: ['b'] }, { id: 'b', dependsOn: ['a'] }),
      '#/phases/1/dependsOn',
      'a → b → a',
    ],
    [
      'an unknown dependency',
      playbookOf({ id: 'a', dependsOn: ['ghost'] }),
      '#/phases/1/dependsOn/0',
      '"ghost" is not a phase',
    ],
    [
      'an input nobody makes',
      playbookOf({ id: 'a', inputs: ['nothing'] }),
      '#/phases/1/inputs/0',
      'no phase makes "nothing"',
    ],
    [
      'an optional input nobody makes',
      playbookOf({ id: 'a', inputs: ['nothing?'] }),
      '#/phases/1/inputs/0',
      'no phase makes',
    ],
    [
      'an input made by a phase it does not wait for',
      playbookOf({ id: 'a' }, { id: 'b', inputs: ['aOutput'] }),
      '#/phases/2/inputs/0',
      'does not wait for',
    ],
    ['an unreachable phase', playbookOf({ id: 'a', dependsOn: [] }), '#/phases/1/dependsOn', 'cannot be reached'],
    [
      'two phases of one name',
      playbookOf({ id: 'a', outputs: ['x'] }, { id: 'a', outputs: ['y'] }),
      '#/phases/2/id',
      'names two phases',
    ],
    [
      'two makers of one output',
      playbookOf({ id: 'a', outputs: ['x'] }, { id: 'b', outputs: ['x'] }),
      '#/phases/2/outputs/0',
      'is made by "a" already',
    ],
    ['a Human phase that waits', playbookOf({ id: 'a', agent: 'Human' }), '#/phases/1/dependsOn', 'cannot wait'],
    ['an unknown agent', playbookOf({ id: 'a', agent: 'Wizard' as 'SEO' }), '#/phases/1/agent', ''],
    ['a misspelt key', { ...(playbookOf() as object), phasses: [] }, '#/phasses', 'is not a known field'],
  ])('is refused with the place and the reason for %s', (_case, candidate, pointer, reason) => {
    const reasons = faultsOf(candidate).filter((fault) => fault.pointer === pointer);
    expect(reasons.map((fault) => fault.detail).join()).toContain(reason);
    expect(reasons).toHaveLength(1);
  });

  it('is returned as it was checked', () => {
    expect(checkPlaybook(defaultPlaybook)).toEqual({ playbook: defaultPlaybook, faults: [] });
  });

  it('is refused for a cycle by the phases that form it, not by those on the way there', () => {
    const candidate = playbookOf(
      { id: 'a', dependsOn: ['b'] },
      { id: 'b', dependsOn: ['c'] },
      { id: 'c', dependsOn: ['b'] },
    );
    expect(faultsOf(candidate)).toEqual([{ pointer: '#/phases/2/dependsOn', detail: 'waits for itself: b → c → b' }]);
  });

  it('is refused when nobody takes the brief in', () => {
    const { phases } = playbookOf({ id: 'a', dependsOn: [] }) as Playbook;
    expect(faultsOf({ ...(playbookOf() as object), phases: phases.slice(1) })).toEqual([
      { pointer: '#/phases', detail: 'no Human phase takes the brief in, so nothing can begin' },
    ]);
  });

  /** Two phases in each layer, each waiting for both of the layer before: the ways double with each. */
  const ladder = (layers: number) =>
    playbookOf(
      ...Array.from({ length: layers }, (_, layer) =>
        ['a', 'b'].map((side) => ({
          id: `${side}${layer}`,
          ...(layer > 0 ? { dependsOn: [`a${layer - 1}`, `b${layer - 1}`] } : {}),
        })),
      ).flat(),
    );

  it('is checked phase by phase, for no one would live to see every way through it', () => {
    expect(faultsOf(ladder(50))).toEqual([{ pointer: '#/phases', detail: expect.stringContaining('101 phases') }]);
  });

  it('is asked how long each phase takes once', () => {
    const asked: string[] = [];
    const { duration, phaseIds } = criticalPath((ladder(19) as Playbook).phases, (id) => asked.push(id) && 1);
    expect([duration, phaseIds.length, asked.length]).toEqual([20, 20, 39]);
  });

  it('is refused when it has more than 40 phases', () => {
    const phases = Array.from({ length: 40 }, (_, index) => ({ id: `p${index}` }));
    expect(faultsOf(playbookOf(...phases))[0]?.detail).toContain('41 phases');
    expect(faultsOf(playbookOf(...phases.slice(1)))).toEqual([]);
  });
});

describe('the graph of the default playbook', () => {
  it('knows who waits for whom', () => {
    expect(dependentsOf(defaultPlaybook.phases, 'strategy')).toEqual(['scriptwriting', 'seo', 'copy']);
    expect([...ancestorsOf(defaultPlaybook.phases, 'content')].sort()).toEqual([
      'briefing',
      'research',
      'scriptwriting',
      'seo',
      'strategy',
    ]);
  });

  it('knows how long the chain behind each phase is', () => {
    const behind = chainsBehind(defaultPlaybook.phases);
    expect(['strategy', 'copy', 'seo', 'analytics'].map((id) => behind.get(id))).toEqual([5, 4, 3, 0]);
  });

  it('knows of no phase before one that it does not have, and goes round in no cycle', () => {
    expect(ancestorsOf(defaultPlaybook.phases, 'ghost')).toEqual(new Set());
    const { phases } = playbookOf({ id: 'a', dependsOn: ['b'] }, { id: 'b', dependsOn: ['a'] }) as Playbook;
    expect(ancestorsOf(phases, 'a')).toEqual(new Set(['b', 'a']));
  });

  it('finds, of chains that last as long, the one that is named first', () => {
    const of = (...dependsOn: string[]) =>
      criticalPath((playbookOf({ id: 'a' }, { id: 'b' }, { id: 'end', dependsOn }) as Playbook).phases, () => 1)
        .phaseIds;
    expect(of('a', 'b')).toEqual(['brief', 'a', 'end']);
    expect(of('b', 'a')).toEqual(['brief', 'b', 'end']);
    const { phases } = playbookOf({ id: 'a' }, { id: 'b' }) as Playbook;
    expect(criticalPath(phases, () => 1)).toEqual({ phaseIds: ['brief', 'a'], duration: 2 });
    expect(criticalPath(phases, () => 0)).toEqual({ phaseIds: ['brief'], duration: 0 });
  });

  it('finds the longest chain', () => {
    const durations: Record<string, number> = {
      research: 800,
      strategy: 600,
      scriptwriting: 700,
      seo: 300,
      copy: 1200,
      content: 900,
      visuals: 1500,
      video: 4000,
      distribution: 300,
      analytics: 400,
    };
    expect(criticalPath(defaultPlaybook.phases, (id) => durations[id] ?? 0)).toEqual({
      phaseIds: ['briefing', 'research', 'strategy', 'copy', 'visuals', 'video', 'distribution', 'analytics'],
      duration: 8800,
    });
  });
});
