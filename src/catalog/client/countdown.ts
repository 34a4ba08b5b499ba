/** A countdown as it is stored: lengths in seconds, and when it was last started. */
export interface Countdown {
  total: number;
  /** Seconds that passed before it was last stopped. */
  spent: number;
  /** When it was last started, in milliseconds since 1970; left out while it is stopped. */
  since?: number | undefined;
  /** True once its end was sounded, so that of several tabs one sounds it. */
  rung?: boolean | undefined;
}

/** Seconds that are left; below zero past the end. Read from the clock, so that time goes on while the computer sleeps. */
export function leftOf({ total, spent, since }: Countdown, now: number): number {
  return total - spent - (since === undefined ? 0 : (now - since) / 1000);
}

/** The countdown started if it was stopped, and stopped if it was running. */
export function toggledAt(count: Countdown, now: number): Countdown {
  const { since, ...stopped } = count;
  if (since === undefined) return { ...count, since: now };
  return { ...stopped, spent: count.spent + (now - since) / 1000 };
}

/** The countdown with more seconds; its new end is sounded again. */
export function longer({ rung: _, ...count }: Countdown, seconds: number): Countdown {
  return { ...count, total: count.total + seconds };
}

/** True once it has been started: another card in view then does not set it anew. */
export function inUse({ spent, since }: Countdown): boolean {
  return since !== undefined || spent > 0;
}

/** Reads what `JSON.stringify` wrote; nothing where it is no countdown, as after an older edition of the page. */
export function readCountdown(text: string): Countdown | undefined {
  try {
    const { total, spent, since, rung } = JSON.parse(text) as Record<string, unknown>;
    const good = [total, spent, since ?? 0].every((one) => typeof one === 'number' && Number.isFinite(one) && one >= 0);
    if (!good) return undefined;
    const started = since === undefined ? {} : { since: Number(since) };
    return { total: Number(total), spent: Number(spent), ...started, ...(rung === true ? { rung } : {}) };
  } catch {
    return undefined;
  }
}

/** Seconds as `4:05`; past the end `+0:30`. */
export function clockText(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [minutes, rest] = [Math.floor(Math.abs(whole) / 60), Math.abs(whole) % 60];
  return `${whole < 0 ? '+' : ''}${minutes}:${String(rest).padStart(2, '0')}`;
}
