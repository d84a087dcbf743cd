/** What the build step needs: rules in, compiled law and generated files out. */
import { REPORT_SCHEMA } from './assessment/contract-schema.ts';
import { referencePage } from './description/reference.ts';
import { descriptionSchema } from './description/schema.ts';
import { descriptionTypes } from './description/type-file.ts';
import type { Compiled } from './law/compile.ts';

export { runCases } from './assessment/cases.ts';
export { artefactFiles, fromCompiled } from './law/artefact.ts';
export { compile } from './law/compile.ts';
export { readRuleFiles } from './law/files.ts';
export { lint } from './law/lint.ts';

/** The generated files that are kept under version control, by path. */
export function generatedFiles({ law, texts }: Compiled): Map<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ['schema/system-description.schema.json', json(descriptionSchema(law, texts))],
    ['schema/assessment.schema.json', json(REPORT_SCHEMA)],
    ['src/description/types.generated.ts', descriptionTypes(law)],
    ['docs/description.md', referencePage(law, texts.en, 'en')],
    ['docs/description.fr.md', referencePage(law, texts.fr, 'fr')],
  ]);
}
