/** The search for closed sets, in a worker of its own: the page stays quick, and the search can be stopped. */
import type {
  Answer,
  ProposeExchangeParameters,
  ProposeExchangeResult,
} from '../../../wasm/index.ts';
import { Work } from '../../worker/work.ts';

export interface ExchangeSearch {
  /** Never settles once it was stopped. */
  readonly found: Promise<ProposeExchangeResult | 'failed'>;
  readonly stop: () => void;
}

export function searchExchange(wishes: ProposeExchangeParameters['wishes']): ExchangeSearch {
  let stopped = false;
  let work: Work | null = null;
  const search = async (): Promise<ProposeExchangeResult | 'failed'> => {
    try {
      work = await Work.start();
      if (!stopped) {
        await work.ask({ ask: 'start', wasm: await boot.wasm });
        const answer = (await work.ask({
          ask: 'run',
          operation: 'propose_exchange',
          parameters: { wishes },
        })) as Answer<ProposeExchangeResult>;
        if (answer.ok) return answer.result;
      }
      return 'failed';
    } catch {
      return 'failed';
    } finally {
      work?.stop();
    }
  };
  return {
    found: new Promise((resolve) => {
      void search().then((outcome) => {
        if (!stopped) resolve(outcome);
      });
    }),
    stop: () => {
      stopped = true;
      work?.stop();
    },
  };
}
