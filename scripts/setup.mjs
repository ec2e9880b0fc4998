// Installs what is missing: on Debian and Ubuntu with apt-get, elsewhere it says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { delimiter } from 'node:path';
import { has, root, stop, tries } from './run.mjs';

const buildTools = [
  { needs: ['em++', 'emcmake'], package: 'emscripten' },
  { needs: ['cmake'], package: 'cmake' },
  { needs: ['ninja'], package: 'ninja-build' },
  { needs: ['c++'], package: 'g++' },
  { header: 'nlohmann/json.hpp', package: 'nlohmann-json3-dev' },
];
const testTools = [
  { header: 'doctest/doctest.h', package: 'doctest-dev' },
  { needs: ['clang-format'], package: 'clang-format' },
  { needs: ['pdftotext', 'pdfinfo'], package: 'poppler-utils' },
  { needs: ['clang++'], package: 'clang' },
  { needs: ['z3'], package: 'z3' },
  { fuzzer: true, package: 'libclang-rt-dev' },
  { needs: ['chromium'], setting: 'CHROMIUM', package: 'chromium' },
  { needs: ['soffice'], package: 'libreoffice-calc' },
  { needs: ['firefox-esr'], setting: 'FIREFOX', package: 'firefox-esr' },
  { needs: ['WebKitWebDriver'], package: 'webkit2gtk-driver' },
  { needs: ['Xvfb'], package: 'xvfb' },
];

const headerFolders = ['/usr/include', '/usr/local/include', '/opt/homebrew/include'];

// clang brings libFuzzer and the sanitizers in a package of their own.
function hasFuzzer() {
  const { stdout } = spawnSync('clang++', ['-print-resource-dir'], { encoding: 'utf8' });
  const folder = `${(stdout ?? '').trim()}/lib`;
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) =>
      /libclang_rt\.fuzzer(?!_no)[^/]*\.a$/.test(String(name)),
    )
  );
}

function isMissing({ needs = [], header, setting, fuzzer = false }) {
  if (fuzzer) return !hasFuzzer();
  if (setting !== undefined && process.env[setting]) return false;
  if (header !== undefined)
    return !headerFolders.some((folder) => existsSync(`${folder}/${header}`));
  return !needs.every(has);
}

function aptGet(packages) {
  const root = process.getuid?.() === 0;
  if (!has('apt-get') || (!root && !has('sudo'))) return false;
  const [command, ...first] = root ? ['apt-get'] : ['sudo', 'apt-get'];
  const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  console.log(`Installeert met apt-get: ${packages.join(' ')}`);
  return (
    tries(command, [...first, 'update', '-q'], environment) &&
    tries(
      command,
      [...first, 'install', '-y', '-q', '--no-install-recommends', ...packages],
      environment,
    )
  );
}

function explain(packages) {
  stop(
    `Er ontbreekt nog iets: ${packages.join(', ')}. ` +
      'Debian, Ubuntu en Windows (in WSL): sudo apt-get install ' +
      `${packages.join(' ')}. ` +
      'macOS: brew install emscripten cmake ninja nlohmann-json doctest clang-format poppler, met Chrome en Firefox ' +
      'in CHROMIUM en FIREFOX. ' +
      'Met emsdk: zet eerst emsdk_env.sh aan, dan telt die Emscripten. Daarna dezelfde opdracht opnieuw.',
  );
}

// Headers that are not there are fetched by CMake; only what nothing can replace stops the work.
function installTools(tools) {
  const missing = tools.filter(isMissing);
  if (missing.length === 0) return;
  aptGet(missing.map((tool) => tool.package));
  const still = missing.filter((tool) => tool.header === undefined && isMissing(tool));
  if (still.length > 0) explain(still.map((tool) => tool.package));
}

function installPackages() {
  const installed = `${root}node_modules/.package-lock.json`;
  const lock = `${root}package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  // Everything is a development dependency, also where NODE_ENV says production.
  // And here, also where a script of another checkout started this one: npm tells it of that.
  if (!tries('npm', ['ci', '--prefix', root, '--include=dev', '--no-fund', '--no-audit']))
    stop(
      'npm kon de pakketten niet installeren. Is er geen netwerk (zie hierboven bij "npm error")? ' +
        'Die zijn één keer nodig; daarna werkt alles zonder netwerk. Maak verbinding en geef dezelfde opdracht opnieuw.',
    );
  const now = new Date();
  utimesSync(installed, now, now);
}

/** @param {{tests?: boolean}} [what] */
export function setUp({ tests = false } = {}) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(
      `Node 20.19 of nieuwer is nodig; dit is ${process.versions.node}. ` +
        `Deze regel werkt ook hiermee: npx -y -p node@22 npm ${tests ? 'test' : 'start'}`,
    );
  installTools(tests ? [...buildTools, ...testTools] : buildTools);
  installPackages();
  // Debian's Emscripten finds its JavaScript parts here.
  if (existsSync('/usr/share/nodejs/acorn')) {
    process.env.NODE_PATH = ['/usr/share/nodejs', process.env.NODE_PATH]
      .filter(Boolean)
      .join(delimiter);
  }
}
