/** Runs media jobs in at most two worker threads, started when needed; further jobs wait their turn. Idle workers never keep the process alive. */
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import type { VideoSpecification, VisualSpecification } from './specifications.ts';

export type MediaJob =
  | { kind: 'visual'; specification: VisualSpecification }
  | { kind: 'video'; specification: VideoSpecification }
  /** Any picture as PNG of the same size. */
  | { kind: 'conversion'; picture: Uint8Array };

/** A finished file, and of a film one still picture as JPEG. */
export interface MadeMedia {
  bytes: Uint8Array;
  poster?: Uint8Array;
}

export type MediaReply = MadeMedia | { problem: string };

interface MediaWorkers {
  /** The finished file. Rejects when the job fails or its thread dies; other jobs go on. */
  run(job: MediaJob): Promise<MadeMedia>;
}

/** One per core of the smallest machine we run on; each takes about 150 MB. */
const MAXIMUM_WORKERS = 2;
/** An idle worker gives its memory back after this. */
const IDLE_SECONDS = 30;

/** In source the worker lies beside this file as `.ts`; in a bundle beside the bundle, with the bundle's own extension (`.mjs`). */
const WORKER_URL = new URL(`./media-worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

export function createMediaWorkers(workerUrl: URL = WORKER_URL, maximumWorkers = MAXIMUM_WORKERS): MediaWorkers {
  const line = new PQueue({ concurrency: maximumWorkers });
  const idle = new Map<Worker, NodeJS.Timeout>();
  const leave = (worker: Worker) => {
    clearTimeout(idle.get(worker));
    idle.delete(worker);
  };
  const start = (): Worker => {
    const worker = new Worker(workerUrl);
    // An error in a thread that has no job must not become an uncaught exception of the process; its exit follows.
    return worker.on('error', () => {}).once('exit', () => leave(worker));
  };
  const rest = (worker: Worker) => {
    worker.unref();
    const retire = () => {
      leave(worker);
      void worker.terminate();
    };
    idle.set(worker, setTimeout(retire, IDLE_SECONDS * 1000).unref());
  };
  return {
    run: (job) =>
      line.add(async () => {
        const [worker = start()] = idle.keys();
        leave(worker);
        const reply = await perform(worker, job);
        rest(worker);
        if ('problem' in reply) throw new Error(reply.problem);
        return reply;
      }),
  };
}

/** The process's own workers. */
export const mediaWorkers = createMediaWorkers();

/** Gives the job to the worker. Rejects when the thread dies, and only then. */
async function perform(worker: Worker, job: MediaJob): Promise<MediaReply> {
  const over = new AbortController();
  const { signal } = over;
  try {
    worker.ref();
    worker.postMessage(job);
    const died = once(worker, 'exit', { signal }).then(([code]) => Promise.reject(new Error(`exit code ${code}`)));
    const [reply] = await Promise.race([once(worker, 'message', { signal }), died]);
    return reply;
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    throw new Error(
      `The ${job.kind} could not be made: its worker thread died (${reason}). Try once more; if it dies again, report the specification.`,
    );
  } finally {
    over.abort();
  }
}
