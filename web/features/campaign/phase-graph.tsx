// The phases as a graph from top to bottom, as the room between list and detail is high. Its places follow from what depends on what and never from how far it is.
import dagre from '@dagrejs/dagre';
import {
  Background,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Panel,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import './phase-graph.css';
import { Maximize } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { IconButton } from '../../design/button.tsx';
import { designWords } from '../../design/messages.ts';
import { PhaseStatusIcon, phaseSigns } from '../../design/status.tsx';
import { useLanguage, useWords } from '../../i18n/messages.ts';
import { campaignWords } from './messages.ts';
import { elapsedOf } from './phase-list.tsx';
import { nameOf, namesOf } from './phase-names.ts';
import { useNow } from './use-now.ts';

interface PhaseGraphProps {
  readonly campaign: CampaignDetail;
  readonly selected: string | undefined;
  readonly onSelect: (phaseId: string) => void;
}

const fit = { padding: 0.03, maxZoom: 1.15 } as const;
const hideAttribution = { hideAttribution: true } as const;
const size = { width: 132, height: 58 } as const;
/** Told beforehand, so that lines are drawn without measuring boxes that change every second. */
const handles = [
  { type: 'target', position: Position.Top, x: size.width / 2, y: 0, width: 1, height: 1 },
  { type: 'source', position: Position.Bottom, x: size.width / 2, y: size.height, width: 1, height: 1 },
] as const;
type PhaseNode = Node<{ phase: Phase; elapsed: string; isSelected: boolean }, 'phase'>;

/** Places by what depends on what. */
function placesOf(phases: readonly Phase[]): ReadonlyMap<string, { x: number; y: number }> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', ranksep: 32, nodesep: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of phases) graph.setNode(id, { ...size });
  for (const { id, dependsOn } of phases) for (const before of dependsOn) graph.setEdge(before, id);
  dagre.layout(graph);
  return new Map(
    phases.map(({ id }) => {
      const { x, y } = graph.node(id) as { x: number; y: number };
      return [id, { x: x - size.width / 2, y: y - size.height / 2 }];
    }),
  );
}

const origin = { x: 0, y: 0 };
const drawn = new WeakMap<Phase, PhaseNode>();

/** The node of a phase; the same object for as long as nothing of it has changed, so that its box is not drawn again. */
function nodeOf(phase: Phase, position: typeof origin, elapsed: string, isSelected: boolean): PhaseNode {
  const known = drawn.get(phase);
  const ariaLabel = nameOf(phase);
  if (
    known?.position === position &&
    known.ariaLabel === ariaLabel &&
    known.data.elapsed === elapsed &&
    known.data.isSelected === isSelected
  )
    return known;
  const data = { phase, elapsed, isSelected };
  const node: PhaseNode = { id: phase.id, type: 'phase', position, ...size, handles: [...handles], data, ariaLabel };
  drawn.set(phase, node);
  return node;
}

/** The lines between phases, made anew when one of them is done or has to be waited for again. */
function useEdges(phases: readonly Phase[], shape: string): Edge[] {
  const say = useWords(campaignWords);
  const language = useLanguage();
  const open = phases.map(({ waitsFor }) => waitsFor.join()).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say all that the lines depend on
  return useMemo(
    () =>
      phases.flatMap(({ id, dependsOn, waitsFor }) =>
        dependsOn.map((before) => ({
          id: `${before}-${id}`,
          source: before,
          target: id,
          type: 'default',
          ariaLabel: say('edge', { from: namesOf({ phases }, [before]), to: namesOf({ phases }, [id]) }),
          focusable: false,
          className: waitsFor.includes(before) ? 'edge-waiting' : 'edge-done',
        })),
      ),
    [shape, open, language],
  );
}

export default function PhaseGraph(props: PhaseGraphProps) {
  return (
    <ReactFlowProvider>
      <Graph {...props} />
    </ReactFlowProvider>
  );
}

function Graph({ campaign, selected, onSelect }: PhaseGraphProps) {
  const say = useWords(campaignWords);
  const now = useNow(campaign.status === 'RUNNING');
  const flow = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const { phases } = campaign;
  const shape = phases.map(({ id, dependsOn }) => `${id}:${dependsOn.join()}`).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape says all that the places depend on
  const places = useMemo(() => placesOf(phases), [shape]);
  const nodes = phases.map((phase) =>
    nodeOf(phase, places.get(phase.id) ?? origin, elapsedOf(phase, now), phase.id === selected),
  );
  const edges = useEdges(phases, shape);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(() => void flow.fitView(fit));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [flow]);

  return (
    <div className="graph" ref={frame}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        nodesFocusable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        panOnScroll={false}
        minZoom={0.3}
        maxZoom={1.5}
        fitView
        fitViewOptions={fit}
        onNodeClick={(_event, node) => onSelect(node.id)}
        proOptions={hideAttribution}
      >
        <Background gap={20} size={1} />
        <Panel position="bottom-right">
          <IconButton
            kind="plain"
            label={say('fit')}
            icon={<Maximize aria-hidden="true" />}
            onClick={() => void flow.fitView({ ...fit, duration: 200 })}
          />
        </Panel>
      </ReactFlow>
    </div>
  );
}

function PhaseBox({ data: { phase, elapsed, isSelected } }: NodeProps<PhaseNode>) {
  const say = useWords(designWords);
  return (
    <div className="graph-node" data-status={phase.status} data-selected={isSelected || undefined}>
      <Handle type="target" position={Position.Top} />
      <PhaseStatusIcon status={phase.status} />
      <span className="graph-note">{say(phaseSigns[phase.status].word)}</span>
      <span className="graph-time">{elapsed}</span>
      <button type="button" className="graph-name" aria-current={isSelected ? 'true' : undefined}>
        {nameOf(phase)}
      </button>
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
}

const nodeTypes = { phase: PhaseBox };
