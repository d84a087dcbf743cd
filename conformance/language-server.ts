import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type MarkupContent,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const SERVER = fileURLToPath(new URL('node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url));
const MARKDOWN = 'markdown';

/** The settings that the server asks its editor for, without which it would fetch the catalogue of schemas. */
const OFFLINE = { schemaStore: { enable: false }, validate: true, hover: true, completion: true };

/** An editor without a screen: it opens texts before the YAML language server and says what a person would see there. */
export class Editor {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #seen = new Map<string, (diagnostics: Diagnostic[]) => void>();
  readonly #folder: URL;
  #opened = 0;

  private constructor(process: ChildProcess, connection: ProtocolConnection, folder: URL) {
    this.#process = process;
    this.#folder = folder;
    this.#connection = connection;
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) =>
      this.#seen.get(uri)?.(diagnostics),
    );
  }

  /**
   * Texts are opened as files of `folder`. `schemas` are associations by setting, from the address of a schema to patterns of
   * files: what an editor goes by where a file does not name its schema.
   */
  static async start(folder: URL, schemas: Readonly<Record<string, readonly string[]>> = {}): Promise<Editor> {
    const process = spawn(globalThis.process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    const editor = new Editor(process, connection, folder);
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => (section === 'yaml' ? { ...OFFLINE, schemas } : {})),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: globalThis.process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {
        textDocument: {
          completion: { completionItem: { documentationFormat: [MARKDOWN], snippetSupport: true } },
          hover: { contentFormat: [MARKDOWN] },
        },
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  /** What is underlined in a text once it is opened. */
  async diagnostics(text: string): Promise<Diagnostic[]> {
    const uri = this.#nextUri();
    const seen = new Promise<Diagnostic[]>((resolve) => this.#seen.set(uri, resolve));
    await this.#open(uri, text);
    return seen;
  }

  async complete(text: string, position: Position): Promise<CompletionItem[]> {
    const uri = this.#nextUri();
    await this.#open(uri, text);
    const list = await this.#connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    return (list as CompletionList).items;
  }

  /** What is shown over a place, in Markdown; empty where nothing is. */
  async hover(text: string, position: Position): Promise<string> {
    const uri = this.#nextUri();
    await this.#open(uri, text);
    const hover: Hover | null = await this.#connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position,
    });
    return (hover?.contents as MarkupContent | undefined)?.value ?? '';
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    this.#connection.dispose();
    this.#process.kill();
  }

  /** Each text has an address of its own, so that what is said of an earlier one is not taken for what is said of it. */
  #nextUri(): string {
    this.#opened += 1;
    return new URL(`${this.#opened}.aiact.yaml`, this.#folder).href;
  }

  #open(uri: string, text: string): Promise<void> {
    return this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
  }
}
