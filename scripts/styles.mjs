// A style sheet without the rules that nothing on the page can match: components bring many more than are used.

/** The position after the brace that closes the block opened at `open`. */
function endOfBlock(css, open) {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '"' || css[at] === "'") at = css.indexOf(css[at], at + 1);
    else if (css[at] === '{') depth += 1;
    else if (css[at] === '}' && (depth -= 1) === 0) return at + 1;
  }
  throw new Error('a block of the style sheet is not closed');
}

/** Selectors of one rule, at the commas outside brackets. */
function selectorsOf(text) {
  const selectors = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) selectors.push('');
    else selectors[selectors.length - 1] += character;
  }
  return selectors;
}

/**
 * @param {string} css minified: no comments
 * @param {string} written everything that can put a class on the page, as text
 * @param {string} prefix only classes that begin so are judged
 */
export function usedStyle(css, written, prefix) {
  const names = new RegExp(`\\.(${prefix}[\\w-]+)`, 'g');
  // A class stands in the text as a whole word: `x-button` is not used where only `x-button--large` is.
  const known = new Set(written.match(new RegExp(`${prefix}[\\w-]+`, 'g')));
  const matches = (selector) =>
    // What may be absent decides nothing.
    [...selector.replace(/:not\([^)]*\)/g, '').matchAll(names)].every(([, name]) =>
      known.has(name),
    );
  let kept = '';
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf('{', at);
    const statement = css.indexOf(';', at);
    if (statement !== -1 && (open === -1 || statement < open)) {
      kept += css.slice(at, statement + 1);
      at = statement + 1;
      continue;
    }
    if (open === -1) return kept + css.slice(at);
    const end = endOfBlock(css, open);
    const head = css.slice(at, open);
    const body = css.slice(open + 1, end - 1);
    if (/^\s*@(media|supports|layer|container)/.test(head)) {
      const inside = usedStyle(body, written, prefix);
      if (inside.trim() !== '') kept += `${head}{${inside}}`;
    } else if (/^\s*@/.test(head)) {
      kept += css.slice(at, end);
    } else {
      const selectors = selectorsOf(head).filter(matches);
      if (selectors.length > 0) kept += `${selectors.join(',')}{${body}}`;
    }
    at = end;
  }
  return kept;
}
