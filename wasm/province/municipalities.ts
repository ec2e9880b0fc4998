/** Who a text is about: by the one finder of municipalities, among those of the province alone. */
import type { Core } from '../index.ts';
import { spelling } from './headings.ts';
import type { Called } from './table-reading.ts';

/** The code that each text stands for; undefined where no municipality is called so, or more are. */
export function municipalitiesCalled(
  _core: Core,
  municipalities: readonly Called[],
  texts: readonly string[],
): (string | undefined)[] {
  return texts.map((text) => {
    const found = municipalities.filter(({ code, name }) =>
      [code, name, name.replace(/\s*\(.*\)$/, '')].some(
        (each) => spelling(each) === spelling(text),
      ),
    );
    return found.length === 1 ? found[0]?.code : undefined;
  });
}
