// Tools whose work can be waited for. An agent that fails while other calls of its run are under way leaves them behind; they
// cost money and must be settled before the step ends, because a function may be frozen the moment it answers.
import type { AgentTools } from '../agents/agent.ts';

export interface TrackedTools {
  readonly tools: AgentTools;
  /** Resolves when nothing started through the tools is under way any more, however it ended. */
  idle(): Promise<void>;
}

export function trackTools(tools: AgentTools): TrackedTools {
  const underWay = new Set<Promise<unknown>>();
  const attend = <Result>(work: Promise<Result>): Promise<Result> => {
    underWay.add(work);
    const forget = () => underWay.delete(work);
    work.then(forget, forget);
    return work;
  };
  return {
    tools: {
      text: (request) => attend(tools.text(request)),
      image: (request) => attend(tools.image(request)),
      video: (request) => attend(tools.video(request)),
      readAsset: (assetId) => attend(tools.readAsset(assetId)),
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
