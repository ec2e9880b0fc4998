/** Starts the worker that the page carries inside it, and asks it questions. */
import type { Question, Reply, Results, WorkerFault } from './protocol.ts';

export class WorkFault extends Error {
  constructor(readonly code: WorkerFault) {
    super(code);
  }
}

/** How long a worker may take to say that it is there; a refused one says nothing at all. */
const patience = 20_000;

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (fault: WorkFault) => void;
  readonly progress: ((done: number, all: number) => void) | undefined;
}

let source: Promise<string> | undefined;
const sourceAddress = (): Promise<string> => {
  source ??= boot
    .part('werker')
    .then((bytes) => URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' })));
  source.catch(() => {
    source = undefined; // another time the network may give it
  });
  return source;
};

/** One worker. When it stops, whatever was asked of it fails; nothing waits without end. */
export class Work {
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;
  private stopped = false;

  private constructor(private readonly worker: Worker) {}

  /** Rejects with `worker_refused` where the browser allows no worker, `page_incomplete` where it is damaged. */
  static async start(): Promise<Work> {
    const address = await sourceAddress().catch(() => {
      throw new WorkFault('page_incomplete');
    });
    let worker: Worker;
    try {
      worker = new Worker(boot.scriptAddress(address));
    } catch {
      throw new WorkFault('worker_refused');
    }
    const work = new Work(worker);
    await new Promise<void>((resolve, reject) => {
      const refuse = (): void => {
        clearTimeout(alarm);
        work.stop();
        reject(new WorkFault('worker_refused'));
      };
      const alarm = setTimeout(refuse, patience);
      worker.onerror = refuse;
      worker.onmessage = () => {
        clearTimeout(alarm);
        resolve();
      };
    });
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      work.take(data);
    };
    worker.onerror = () => {
      work.fail('worker_broken');
    };
    worker.onmessageerror = () => {
      work.fail('worker_broken');
    };
    return work;
  }

  ask<Q extends Question>(
    question: Q,
    progress?: (done: number, all: number) => void,
    transfer: Transferable[] = [],
  ): Promise<Results[Q['ask']]> {
    if (this.stopped) return Promise.reject(new WorkFault('worker_broken'));
    const id = this.next;
    this.next += 1;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, progress });
      this.worker.postMessage({ id, question }, transfer);
    });
  }

  stop(): void {
    this.worker.terminate();
    this.fail('worker_broken');
  }

  private take(reply: Reply): void {
    if (reply.say === 'ready') return;
    const waiting = this.waiting.get(reply.id);
    if (waiting === undefined) return;
    if (reply.say === 'progress') {
      waiting.progress?.(reply.done, reply.all);
      return;
    }
    this.waiting.delete(reply.id);
    if (reply.say === 'result') waiting.resolve(reply.result as never);
    else waiting.reject(new WorkFault(reply.code));
  }

  private fail(code: WorkerFault): void {
    this.stopped = true;
    for (const { reject } of this.waiting.values()) reject(new WorkFault(code));
    this.waiting.clear();
  }
}
