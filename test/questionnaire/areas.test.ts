import { expect, test } from 'vitest';
import { areaOf } from '../../src/law/law.ts';
import { realRules } from '../law/real.ts';

test('every control of the rules stands in an area, and the longest beginning decides which', () => {
  const { law } = realRules();
  expect(law.controls.filter(({ id }) => areaOf(id, law.areas) === undefined).map(({ id }) => id)).toEqual([]);
  expect(law.areas.filter(({ knownBy }) => knownBy === undefined).map(({ id }) => id)).toEqual([]);
  expect(areaOf('performance.accuracy', law.areas)?.id).toBe('controls.data-and-performance');
  expect(areaOf('performance.evaluation', law.areas)?.id).toBe('controls.clinical');
  expect(areaOf('performances', law.areas)).toBeUndefined();
});
