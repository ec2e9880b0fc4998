// npm run mutate [-- key places …]: mutation testing of the core. A copy of the sources is rewritten so that
// every operator, bound and constant asks whether it is to be another one; it is compiled once, and the
// tests run with each of them. What no test notices is printed with its line. `files`: the readers, by Stryker.
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run } from './run.mjs';

const folder = `${root}build/mutants`;
/** How long a test may take once, in milliseconds, before it is left out. */
const patience = 10_000;
const rooms = ['core/key', 'core/published', 'core/province'];

const proxies = {
  '<': 'Below',
  '<=': 'AtMost',
  '>': 'Above',
  '>=': 'AtLeast',
  '==': 'Equal',
  '!=': 'Unequal',
  '+': 'Plus',
  '-': 'Minus',
  '*': 'Times',
  '/': 'Over',
  '%': 'Modulo',
};
const others = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '==': ['!='],
  '!=': ['=='],
  '+': ['-'],
  '-': ['+'],
  '*': ['+'],
  '/': ['*'],
  '%': ['+'],
};
/** What binds an operand on either side of a proxy as the operator in its place did. */
const around = (operator) => {
  if ('<=>='.includes(operator) && operator !== '==') return ['<', '>'];
  if (['==', '!='].includes(operator)) return ['!=', '!='];
  return '+-'.includes(operator) ? ['+', '+'] : ['*', '*'];
};

// Comments, texts, signs and preprocessor lines are passed over. The formatter leaves a space on both sides
// of an operator of two operands, and none within the brackets of a template.
const token =
  /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])'|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*|\bstd::(min|max)(<\w+>)?\(|(?<=\s)([<>]=?|[=!]=|[-+*/%]|&&|\|\||[-+]=)(?=\s)|(?<![\w.'])(\d[\d']*U?|true|false)(?![\w.'])/gm;
// Where nothing but a constant can stand, or where a change says nothing: also a member before it is given.
const passedOver =
  /\b(constexpr|static_assert|template|using|requires|concept|enum|operator)\b|std::array<|^\s+[\w:]+ \w+ = (\d+|true|false);\s+\/\/\/</;

/**
 * @param {number} first number of its first place
 * @returns the text with a switch at every place, and what each place becomes
 */
function withSwitches(text, first) {
  const lines = text.split('\n');
  const places = [];
  let next = first;
  const place = (line, was, becomes) => {
    places.push({ number: next, line, was, becomes, text: lines[line - 1].trim() });
    next += 1;
    return next - 1;
  };
  const code = text.replace(token, (all, extreme, of, operator, literal, offset) => {
    const line = text.slice(0, offset).split('\n').length;
    if (passedOver.test(lines[line - 1])) return all;
    if (extreme !== undefined) {
      const at = place(line, all, extreme === 'min' ? 'max' : 'min');
      return `mutants::Extreme<${at}, ${extreme === 'min'}>::of${of ?? ''}(`;
    }
    if (literal !== undefined) {
      const becomes = { true: 'false', false: 'true' }[literal] ?? `${literal} + 1`;
      return `mutants::literal(${place(line, literal, becomes)}, ${literal})`;
    }
    if (operator === undefined) return all;
    if (operator === '&&') return `&& !mutants::on(${place(line, '&&', 'false')}) &&`;
    if (operator === '||') return `|| mutants::on(${place(line, '||', 'true')}) ||`;
    if (operator.length === 2 && '+-'.includes(operator[0]))
      return `${operator} mutants::Added{${place(line, operator, operator === '+=' ? '-=' : '+=')}} =`;
    const [one, other] = others[operator];
    const at = place(line, operator, one);
    // Two are asked for, always: where there is one, the second number is nobody's.
    if (other === undefined) next += 1;
    else place(line, operator, other);
    const [outer, inner] = around(operator);
    return `${outer} mutants::${proxies[operator]}{${at}} ${inner}`;
  });
  return { code, places, next };
}

/** A copy of the project whose sources have switches, and all the places. */
function prepare() {
  const source = `${folder}/source`;
  mkdirSync(source, { recursive: true });
  for (const name of ['CMakeLists.txt', 'package.json', 'public', 'scripts', 'tests', 'wasm'])
    if (!existsSync(`${source}/${name}`)) symlinkSync(`${root}${name}`, `${source}/${name}`);
  const all = [];
  let next = 1;
  const roomOf = (name) => rooms.findIndex((room) => `core/${name}`.startsWith(`${room}/`));
  const names = readdirSync(`${root}core`, { recursive: true }).map(String).sort();
  for (const name of names.sort((one, other) => roomOf(one) - roomOf(other))) {
    const file = `core/${name}`;
    if (!/\.\w+$/.test(name)) continue;
    let text = readFileSync(`${root}${file}`, 'utf8');
    if (roomOf(name) >= 0 && /\.[ch]pp$/.test(name)) {
      const made = withSwitches(text, next);
      next = made.next;
      text = `#include "${root}scripts/mutants.hpp"\n#line 1 "${file}"\n${made.code}`;
      for (const each of made.places) all.push({ file, ...each });
    }
    // Written only where it differs, so that a second time little is compiled.
    const copy = `${source}/${file}`;
    if (existsSync(copy) && readFileSync(copy, 'utf8') === text) continue;
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, text);
  }
  return { source, all };
}

function build(source) {
  const flags = `-w -Wno-narrowing -D_GLIBCXX_ASSERTIONS -O1 -g0`;
  run('cmake', [
    '-S',
    source,
    '-B',
    `${folder}/build`,
    '-G',
    'Ninja',
    '-D',
    'CMAKE_BUILD_TYPE=Debug',
    '-D',
    `CMAKE_CXX_FLAGS=${flags}`,
  ]);
  run('cmake', ['--build', `${folder}/build`, '--target', 'core_tests']);
  return `${folder}/build/tests/core_tests`;
}

/** The tests of a file of tests, as options of doctest that choose one. */
const testsOf = (program, file) =>
  spawnSync(program, [`--source-file=*/${file}`, '--list-test-cases'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line !== '' && !/^(\[doctest\]|=+$)/.test(line))
    // What means something else there stands for any sign.
    .map((name) => [`--source-file=*/${file}`, `--test-case=${name.replace(/[,\\*]/g, '?')}`]);

/**
 * Which places each test reaches, and how long it takes, in milliseconds; those of its own room first. A
 * place that cannot be another one (a sum of texts) is reached below nought.
 */
function surveyed(program, asked) {
  const own = new Set(asked.map(({ file }) => file.split('/')[1]));
  const list = `${folder}/reached`;
  return readdirSync(`${root}tests/core`, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('_test.cpp') && existsSync(`${root}core/${dirname(name)}`))
    .flatMap((file) => testsOf(program, file).map((options) => ({ file, options })))
    .flatMap(({ file, options }) => {
      rmSync(list, { force: true });
      const begin = performance.now();
      const { status, signal } = spawnSync(program, options, {
        env: { ...process.env, REACHED: list },
        cwd: root,
        timeout: patience,
        killSignal: 'SIGKILL',
      });
      if (signal !== null) {
        console.log(`${options.join(' ')} is left out: it takes too long`);
        return [];
      }
      if (status !== 0) throw new Error(`${options.join(' ')} fails as it is`);
      const reached = existsSync(list) ? readFileSync(list, 'utf8').split('\n').map(Number) : [];
      const time = performance.now() - begin + (own.has(file.split('/')[0]) ? 0 : patience);
      return [{ options, reached: new Set(reached), time }];
    })
    .sort((one, other) => one.time - other.time);
}

/** Whether a test notices a place; one that goes on for ever is noticed too. */
const notices = (program, { options, time }, { number }) =>
  new Promise((resolve) => {
    const child = spawn(program, [...options, '--abort-after=1'], {
      env: { ...process.env, MUTANT: String(number) },
      cwd: root,
      stdio: 'ignore',
      timeout: Math.ceil(5_000 + 5 * (time % patience)),
      killSignal: 'SIGKILL',
    });
    child.on('close', (status) => resolve(status !== 0));
  });

async function mutateCore(names) {
  const { source, all } = prepare();
  const program = build(source);
  const named = all.filter(({ file }) => names.some((name) => file.includes(name)));
  const tests = surveyed(program, named);
  const asked = named.filter(({ number }) => !tests.some(({ reached }) => reached.has(-number)));
  const left = [...asked];
  const outcome = new Map();
  const worker = async () => {
    for (let each = left.shift(); each !== undefined; each = left.shift()) {
      const able = tests.filter(({ reached }) => reached.has(each.number));
      outcome.set(each, able.length === 0 ? 'not run' : 'survives');
      for (const test of able) {
        if (!(await notices(program, test, each))) continue;
        outcome.set(each, 'killed');
        break;
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  for (const file of new Set(asked.map((each) => each.file))) {
    const own = asked.filter((each) => each.file === file);
    const killed = own.filter((each) => outcome.get(each) === 'killed').length;
    const run = own.filter((each) => outcome.get(each) !== 'not run').length;
    console.log(`${file}: ${killed} of ${run} killed, ${own.length - run} not run`);
    for (const each of own) {
      const came = outcome.get(each);
      if (came !== 'killed')
        console.log(`  ${each.line}: ${came}: ${each.was} → ${each.becomes}   ${each.text}`);
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const names = process.argv.slice(2);
  const ofCore = names.filter((name) => name !== 'files');
  if (ofCore.length > 0 || names.length === 0)
    await mutateCore(ofCore.length === 0 ? rooms.map((room) => `${room}/`) : ofCore);
  if (names.length === 0 || names.includes('files'))
    run('npx', ['stryker', 'run', `${root}tests/files/stryker.json`]);
}
