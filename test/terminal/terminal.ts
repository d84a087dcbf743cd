import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { ROOT } from '../law/real.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** How long anything may take to show. */
const PATIENCE = 15_000;
const EVERY = 25;

let made = 0;

/** Whether there is a tmux to sit in for a terminal. */
export function hasTmux(): boolean {
  return spawnSync('tmux', ['-V']).status === 0;
}

/** The program in a terminal of its own, as a person sees it and types into it. */
export class Terminal {
  readonly columns: number;
  readonly #socket = `aiact-check-${process.pid}-${++made}`;

  constructor(
    args: readonly string[],
    cwd: string,
    { columns, rows }: Size,
    env: Readonly<Record<string, string>> = {},
  ) {
    this.columns = columns;
    const settings = Object.entries({ LC_ALL: 'en_GB.UTF-8', ...env }).map(([name, value]) => `${name}=${value}`);
    const unset = ['NO_COLOR', 'FORCE_COLOR', 'NODE_EXTRA_CA_CERTS'].flatMap((name) => ['-u', name]);
    const command = ['env', ...unset, ...settings, process.execPath, `${ROOT}bin/aiact-check.cjs`, ...args];
    const quoted = command.map((word) => `'${word}'`).join(' ');
    onTestFinished(() => this.close());
    this.#tmux([
      ...['-u', '-f', '/dev/null', 'new-session', '-d', '-x', `${columns}`, '-y', `${rows}`, '-c', cwd],
      `${quoted}; echo "[exit $?]"; exec cat`,
    ]);
  }

  /** Keys by their names in tmux: Enter, Space, Down, C-c. */
  keys(...keys: readonly string[]): void {
    this.#tmux(['send-keys', '-t', '0', ...keys]);
  }

  type(text: string): void {
    this.#tmux(['send-keys', '-t', '0', '-l', text]);
  }

  /** What stands in sight; lines that the terminal broke are whole, so too long. */
  get screen(): string {
    return this.#tmux(['capture-pane', '-p', '-J', '-t', '0']).replaceAll(/[ \n]+$/gm, '');
  }

  /** Whatever scrolled by as well. */
  get all(): string {
    return this.#tmux(['capture-pane', '-p', '-J', '-S', '-5000', '-t', '0']).replaceAll(/ +$/gm, '');
  }

  /** The same with colours as they were sent. */
  get coloured(): string {
    return this.#tmux(['capture-pane', '-p', '-e', '-S', '-5000', '-t', '0']);
  }

  /** Waits until `what` is in sight, then gives the screen. */
  async see(what: string | RegExp): Promise<string> {
    return this.until(
      (screen) => (typeof what === 'string' ? oneLine(screen).includes(oneLine(what)) : what.test(screen)),
      `${what}`,
    );
  }

  async until(isThere: (screen: string) => boolean, what: string): Promise<string> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const { screen } = this;
      if (isThere(screen)) return screen;
      if (Date.now() > end) throw new Error(`never seen: ${what}\n${screen}`);
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  }

  /** The same where it may have scrolled out of sight. */
  async seen(what: string): Promise<void> {
    await this.until(() => oneLine(this.all).includes(oneLine(what)), what);
  }

  /** The exit code, once the program has ended. */
  async exit(): Promise<number> {
    const screen = await this.see(/\[exit \d+\]/);
    return Number(/\[exit (\d+)\]/.exec(screen)?.[1]);
  }

  /** Closes the terminal under the program. */
  close(): void {
    this.#tmux(['kill-server']);
  }

  #tmux(args: readonly string[]): string {
    return spawnSync('tmux', ['-L', this.#socket, ...args], { encoding: 'utf8', env: { ...process.env, TMUX: '' } })
      .stdout;
  }
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
