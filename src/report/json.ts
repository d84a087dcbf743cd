/** What JSON allows unescaped, but a terminal, a line-based reader or, in a log, a pipeline (`##[error]`) would act upon. */
const ACTING = /[\u007f-\u009f\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|(?<=#)#(?=[a-z]*\[)/giu;

/** With its final newline. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2).replaceAll(ACTING, escaped)}\n`;
}

/** As JSON has it: one escape for each UTF-16 unit. */
function escaped(character: string): string {
  const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
  return units.map((unit) => `\\u${unit}`).join('');
}
