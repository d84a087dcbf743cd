import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/contract.ts';
import { DEVICE, describeSystem } from '../cases/describe.ts';
import { run } from './run.ts';

const TEXT = describeSystem(DEVICE, { 'post-market.monitoring': 'no', 'human-oversight.override': 'no' });
const ran = (...args: string[]) => run(['-', '--as-of', '2026-11-22', ...args], { stdin: TEXT });

describe('--by', () => {
  test('is by law unless somebody asks otherwise', () => {
    expect(ran('--by', 'law')).toEqual(ran());
    expect(ran('--by', 'control').out).not.toBe(ran().out);
  });

  test('control tells each control once, by how soon it is wanted', () => {
    const { code, out } = ran('--by', 'control');
    expect(code).toBe(1);
    expect(out.match(/^ {6}post-market\.monitoring/gm)).toHaveLength(1);
    expect(out).toMatch(/ closes (two|three|four|five) duties: | it closes (one|two|three|four|five) more: /i);
    expect(out).toMatch(/^◷ By \d+ \w+ \d{4}, in \d+ days \(\d+ to put in place\)/m);
    expect(out).not.toContain('Missing today');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(ran('--by', 'control', '--lang', 'fr').out).toMatch(
      / clôt (un|deux|trois|quatre|cinq) (autres? )?écarts? : /,
    );
    expect(ran('--by', 'control', '--format', 'markdown').out).toMatch(/^### [✖◷] .* to put in place\)$/m);
  });

  test('changes neither the verdict nor the JSON, which has the controls in any case', () => {
    const json = (...args: string[]) => ran('--format', 'json', ...args);
    expect(json('--by', 'control')).toEqual(json());
    const { controls, duties } = JSON.parse(json().out) as Assessment;
    const { closes, serves } = controls.find(({ id }) => id === 'post-market.monitoring') ?? { closes: [], serves: [] };
    expect(closes.length).toBeGreaterThan(1);
    expect(serves).toEqual(expect.arrayContaining([...closes]));
    for (const id of closes) expect(duties.find((duty) => duty.id === id)?.status).toBe('missing');
    expect(ran('--by', 'control').code).toBe(ran().code);
  });

  test('anything else is refused, with what there is to choose from', () => {
    const refused = ran('--by', 'nonsense');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('--by takes one of law, control');
    expect(ran('--by', 'controls').err).toContain('Did you mean control?');
  });
});
