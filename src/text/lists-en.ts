/** Lists for other programs: test results, tables, tickets. */
export const listsInEnglish = {
  verdict: 'Verdict',
  fileError: 'The file can be read',
  severity: { error: 'error', warning: 'warning', note: 'note' },
  status: {
    below: 'too low',
    expired: 'expired',
    unused: 'unused',
    ending: 'ends soon',
    open: 'open',
    unreadable: 'cannot be read',
  },

  toDo: 'What to do:',
  system: (name: string) => `System: ${name}`,
  due: (day: string) => `Due: ${day}`,
  source: (source: string) => `Source: ${source}`,
};
