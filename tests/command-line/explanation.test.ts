// `explain` as people and scripts call it.
import { expect, test } from 'vitest';
import { call } from './program.ts';

test('the explanation of the practice round is the sum as by hand', () => {
  const { stdout, stderr, status } = call(
    'explain',
    '--round',
    'example',
    '--municipality',
    'lindewoude',
  );
  expect(status).toBe(0);
  expect(stdout).toContain('Lindewoude (GM9908): 10 plekken, waarvan amv 1');
  expect(stdout).toContain('(1 + -0.050) × 10000 ÷ 955000 = 0.009947643979');
  expect(stdout).toContain('1000 × 0.009947643979 ÷ 1.047120418848 = 9.500000000');
  expect(stdout).toContain('precies: 19 ÷ 2');
  expect(stdout).toContain('Afgerond naar boven; 0.000000000 van de grens 9.5.');
  expect(stdout).toContain(
    'https://wetten.overheid.nl/BWBR0049310/2024-03-30#Hoofdstuk2_Artikel2.2',
  );
  expect(stdout).toMatch(
    /inwoners van de gemeente +10000 +example\/population\.csv +regel 9, kolom 4 +“10000” +[0-9a-f]{64}/,
  );
  expect(stderr).toContain('Indicatief, geen besluit.');
});

test('on an estimate the explanation holds no number of it, in any format', () => {
  for (const format of ['table', 'csv', 'json']) {
    const { stdout, status } = call(
      'explain',
      '--round',
      '2024',
      '--municipality',
      'Zwolle',
      '--format',
      format,
    );
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/precies|Door de score/);
    if (format === 'json') {
      const result = JSON.parse(stdout) as { steps: { decimal: string | null }[]; ranks: unknown };
      expect(result.steps.every(({ decimal }) => decimal === null)).toBe(true);
      expect(result.ranks).toBeNull();
    }
  }
});

test('a name that fits several or none gets the nearest, with status 1', () => {
  const bergen = call('explain', '--round', '2024', '--municipality', 'Bergen');
  expect(bergen.status).toBe(1);
  expect(bergen.stderr).toContain('Bergen (NH.), Bergen (L.)');
  const typo = call('explain', '--round', '2024', '--municipality', 'Zwole');
  expect(typo.stderr).toContain('Zwolle');
  expect(call('explain', '--round', '2024').status).toBe(2);
});

test('what someone printed comes before what is computed, with who printed it at which hand', () => {
  const town = call('explain', '--round', '2024', '--municipality', 'Groningen');
  expect(town.stdout).toMatch(
    /^Groningen \(gemeente\) \(GM0014\): 969 plekken volgens Gemeente\.nu, 2024-01\nTweede hand: .*\nBerekend: 966–976 plekken/,
  );
  const province = call('explain', '--round', '2026', '--province', 'Zuid-Holland');
  expect(province.stdout).toMatch(
    /^Zuid-Holland: 18175 plekken volgens Nieuws in Alphen, 2 maart 2026\n/,
  );
  const table = call(
    'explain',
    '--round',
    '2024',
    '--municipality',
    'Groningen',
    '--format',
    'csv',
  );
  expect(table.stdout).toContain('genoemd: volgens Gemeente.nu, 2024-01');
  const none = call('explain', '--round', '2024', '--municipality', 'Almere');
  expect(none.stdout).toMatch(/^Almere \(GM0034\): 1226–1240 plekken/);
});
