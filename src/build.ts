/** What the build step needs: rules in, compiled law and generated files out. */
import { lawUsed } from './assessment/assess.ts';
import { COMPARISON_SCHEMA } from './assessment/comparison-schema.ts';
import { REPORT_SCHEMA } from './assessment/contract-schema.ts';
import { CONFIG_SCHEMA } from './cli/config-schema.ts';
import { referencePage } from './description/reference.ts';
import { descriptionSchema } from './description/schema.ts';
import type { SchemaLanguage } from './description/schema-parts.ts';
import { descriptionTypes } from './description/type-file.ts';
import type { Compiled } from './law/compile.ts';
import type { Citation, Language, Law, Texts } from './law/law.ts';
import { cite } from './report/citation.ts';
import { textOf } from './text/text.ts';

export { runCases } from './assessment/cases.ts';
export { artefactFiles, fromCompiled } from './law/artefact.ts';
export { compile } from './law/compile.ts';
export { readRuleFiles } from './law/files.ts';
export { lint } from './law/lint.ts';

/** The generated files that are kept under version control, by path. */
export function generatedFiles({ law, texts }: Compiled): Map<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const inLanguage = (language: Language) => descriptionSchema(law, schemaLanguage(law, texts[language], language));
  return new Map([
    ['schema/system-description.schema.json', json(inLanguage('en'))],
    ['schema/system-description.fr.schema.json', json(inLanguage('fr'))],
    ['schema/assessment.schema.json', json(REPORT_SCHEMA)],
    ['schema/config.schema.json', json(CONFIG_SCHEMA)],
    ['schema/comparison.schema.json', json(COMPARISON_SCHEMA)],
    ['src/description/types.generated.ts', descriptionTypes(law)],
    ['docs/description.md', referencePage(law, texts.en, 'en')],
    ['docs/description.fr.md', referencePage(law, texts.fr, 'fr')],
  ]);
}

function schemaLanguage(law: Law, texts: Texts, language: Language): SchemaLanguage {
  const { acts } = lawUsed({ law, texts });
  const cited = (citation: Citation) =>
    `[${cite(citation, acts, textOf(language))}](${acts[citation.split(':')[0] ?? '']?.url ?? ''})`;
  return { language, texts, cite: cited };
}
