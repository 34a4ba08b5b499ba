/** A countdown as it is stored: lengths in seconds, and when it was last started. */
export interface Countdown {
  total: number;
  /** Seconds that passed before it was last stopped. */
  spent: number;
  /** When it was last started, in milliseconds since 1970; left out while it is stopped. */
  since?: number | undefined;
}

/** Seconds that are left; below zero past the end. Read from the clock, so that time goes on while the computer sleeps. */
export function leftOf({ total, spent, since }: Countdown, now: number): number {
  return total - spent - (since === undefined ? 0 : (now - since) / 1000);
}

/** The countdown started if it was stopped, and stopped if it was running. */
export function toggledAt(count: Countdown, now: number): Countdown {
  if (count.since === undefined) return { ...count, since: now };
  return { total: count.total, spent: count.spent + (now - count.since) / 1000 };
}

/** True once it has been started: another card in view then does not set it anew. */
export function inUse({ spent, since }: Countdown): boolean {
  return since !== undefined || spent > 0;
}

/** Reads what `JSON.stringify` wrote; nothing where it is no countdown, as after an older edition of the page. */
export function readCountdown(text: string): Countdown | undefined {
  try {
    const { total, spent, since } = JSON.parse(text) as Record<string, unknown>;
    const good = [total, spent, since ?? 0].every((one) => typeof one === 'number' && Number.isFinite(one) && one >= 0);
    if (!good) return undefined;
    return { total: Number(total), spent: Number(spent), ...(since === undefined ? {} : { since: Number(since) }) };
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
