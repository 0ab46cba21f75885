/** Runs media jobs in at most two worker threads, started when needed; further jobs wait their turn. Idle workers never keep the process alive. */
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { VideoSpecification, VisualSpecification } from './specifications.ts';

export type MediaJob =
  | { kind: 'visual'; specification: VisualSpecification }
  | { kind: 'video'; specification: VideoSpecification };

/** A finished file, and of a film one still picture as JPEG. */
export interface MadeMedia {
  bytes: Uint8Array;
  poster?: Uint8Array;
}

export type MediaReply = MadeMedia | { problem: string };

interface Waiting {
  job: MediaJob;
  resolve(made: MadeMedia): void;
  reject(error: Error): void;
}

interface MediaWorkers {
  /** The finished file. Rejects when the job fails or its thread dies; other jobs go on. */
  run(job: MediaJob): Promise<MadeMedia>;
}

/** One per core of the smallest machine we run on; each takes about 150 MB. */
const MAXIMUM_WORKERS = 2;
/** An idle worker gives its memory back after this. */
const IDLE_SECONDS = 30;

/** In source the worker lies beside this file as `.ts`; in a bundle beside the bundle, with the bundle's own extension (`.mjs`). */
const WORKER_URL = new URL(`./mp4-worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

export function createMediaWorkers(workerUrl: URL = WORKER_URL, maximumWorkers = MAXIMUM_WORKERS): MediaWorkers {
  const queue: Waiting[] = [];
  const idle = new Map<Worker, NodeJS.Timeout>();
  let alive = 0;

  const start = (): Worker => {
    const worker = new Worker(workerUrl);
    alive += 1;
    // An error in a thread that has no job must not become an uncaught exception of the process; its exit follows.
    worker.on('error', () => {});
    worker.once('exit', () => {
      alive -= 1;
      clearTimeout(idle.get(worker));
      idle.delete(worker);
      next();
    });
    return worker;
  };
  const takeIdle = (): Worker | undefined => {
    const [worker] = idle.keys();
    if (!worker) return undefined;
    clearTimeout(idle.get(worker));
    idle.delete(worker);
    return worker;
  };
  const release = (worker: Worker): void => {
    worker.unref();
    const retire = () => {
      idle.delete(worker);
      void worker.terminate();
    };
    idle.set(worker, setTimeout(retire, IDLE_SECONDS * 1000).unref());
    next();
  };
  const next = (): void => {
    if (queue.length === 0 || (idle.size === 0 && alive >= maximumWorkers)) return;
    const waiting = queue.shift();
    if (waiting) perform(takeIdle() ?? start(), waiting, release);
  };
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        queue.push({ job, resolve, reject });
        next();
      }),
  };
}

/** The process's own workers. */
export const mediaWorkers = createMediaWorkers();

/** Gives the job to the worker; a worker that dies is not released, because its exit has already made room for another. */
function perform(worker: Worker, { job, resolve, reject }: Waiting, release: (worker: Worker) => void): void {
  const stopListening = () => worker.off('message', onReply).off('error', onError).off('exit', onExit);
  const onReply = (reply: MediaReply) => {
    stopListening();
    if ('problem' in reply) reject(new Error(reply.problem));
    else resolve(reply);
    release(worker);
  };
  const onError = (error: Error) => {
    stopListening();
    reject(crash(job, error.message));
  };
  const onExit = (code: number) => {
    stopListening();
    reject(crash(job, `exit code ${code}`));
  };
  worker.on('message', onReply).on('error', onError).on('exit', onExit);
  worker.ref();
  worker.postMessage(job);
}

function crash(job: MediaJob, reason: string): Error {
  return new Error(
    `The ${job.kind} could not be made: its worker thread died (${reason.slice(0, 200)}). Try once more; if it dies again, report the specification.`,
  );
}
