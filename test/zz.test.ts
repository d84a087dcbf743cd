import { test } from 'vitest';
import { runCases } from '../src/assessment/cases.ts';
import { lint } from '../src/law/lint.ts';
import { realLaw, realRules } from './law/real.ts';
test('all', () => {
  const c = realRules();
  for (const p of [...lint(c), ...runCases(c, realLaw())]) console.log(p.path, p.place?.line, JSON.stringify(p.args.message));
});
