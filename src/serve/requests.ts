import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

// The checks that both servers, `prepdeck preview` and `prepdeck dev`, make before they answer a request.

/** A request that may be answered. */
export interface AllowedRequest {
  /** Its path, decoded: begins with `/`, and names nothing above the folder that is served. */
  path: string;
  query: URLSearchParams;
  /** Whether the browser takes packed bodies. */
  gzip: boolean;
}

/** A response to send. */
export interface Reply {
  status: number;
  type: string;
  body: string | Uint8Array;
  headers?: Readonly<Record<string, string>>;
}

/** Answers a request that passed the checks; undefined where it writes to the response itself, as an event stream does. */
export type Answerer = (asked: AllowedRequest, response: ServerResponse) => Promise<Reply | undefined>;

/** The longest address that is answered. A hand of every card of a deck is some 6,000 characters. */
const MAX_ADDRESS = 12_000;

/**
 * A server, not yet listening, that passes on only requests of its own pages. It refuses another site's name whose DNS points
 * here, requests from another site's pages, methods other than GET and HEAD, and broken paths. No request can end the server.
 */
export function guardedServer(answer: Answerer): Server {
  return createServer((request, response) => {
    answered(request, response, answer).catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      if (response.headersSent) response.destroy();
      else send(response, textReply(500, `This can't be answered: ${why}`));
    });
  });
}

/** A reply of plain words. */
export function textReply(status: number, body: string): Reply {
  return { status, type: 'text/plain; charset=utf-8', body };
}

async function answered(request: IncomingMessage, response: ServerResponse, answer: Answerer): Promise<void> {
  const asked = refused(request) ?? askedOf(request);
  const reply = 'status' in asked ? asked : await answer(asked, response);
  if (reply) send(response, reply);
}

/** The reply that refuses a request; undefined for one that may be answered. */
function refused({ headers, method, socket }: IncomingMessage): Reply | undefined {
  // The Host header is what the browser was told to open: another site's name there means that its DNS points here.
  const host = headers.host?.toLowerCase() ?? '';
  if (![`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`].includes(host)) {
    return textReply(403, `Open this page at 127.0.0.1:${socket.localPort}.`);
  }
  if (!isOurs(headers, host)) return textReply(403, 'Pages of other sites get nothing here.');
  if (method === 'GET' || method === 'HEAD') return undefined;
  return { ...textReply(405, 'Only GET and HEAD.'), headers: { allow: 'GET, HEAD', connection: 'close' } };
}

/** False for a request made by another site's page. A link there may be followed: the page then sees nothing of ours. */
function isOurs(headers: IncomingMessage['headers'], host: string): boolean {
  const { origin, 'sec-fetch-site': from, 'sec-fetch-mode': mode, 'sec-fetch-dest': what } = headers;
  const followed = mode === 'navigate' && what === 'document';
  const ours = from === undefined || from === 'same-origin' || from === 'none' || followed;
  return ours && (origin === undefined || origin === `http://${host}`);
}

/** The path that is asked for. `new URL` can't parse it: it throws on `//` and takes `//a:b` for a host. */
function askedOf({ url = '', headers }: IncomingMessage): AllowedRequest | Reply {
  if (url.length > MAX_ADDRESS) return textReply(414, 'This address is too long.');
  const [, encoded = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/u.exec(url) ?? [];
  const path = decoded(encoded);
  if (!path?.startsWith('/')) return textReply(400, 'This is no address of a page.');
  // A part of a path that is empty, leads upwards, or means more than a name on some system, e.g. `C:`.
  if (/\/(\/|\.{1,2}(\/|$))|[\\\p{Cc}]/u.test(path)) return textReply(404, 'There is no such page.');
  return { path, query: new URLSearchParams(query), gzip: /\bgzip\b/u.test(String(headers['accept-encoding'])) };
}

/** A decoded path; undefined where a `%` is not followed by a character's code. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, type, body, headers }: Reply): void {
  response.writeHead(status, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'content-security-policy': "frame-ancestors 'none'",
    ...headers,
  });
  response.end(body);
}
