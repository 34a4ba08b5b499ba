/** Keeps the screen on while it is wanted. */
export interface Awake {
  /** False where the browser can't, as on pages from a folder or without https. */
  possible: boolean;
  want(on: boolean): void;
}

/** A wake lock that is taken again when the page is back in view: browsers drop it with a hidden tab. */
export function startAwake(): Awake {
  let wanted = false;
  let lock: WakeLockSentinel | undefined;
  const possible = 'wakeLock' in navigator;

  async function take(): Promise<void> {
    if (!wanted || lock?.released === false || document.hidden || !possible) return;
    // The browser may refuse it, e.g. on a low battery: then the screen dims as the system says.
    lock = await navigator.wakeLock.request('screen').catch(() => undefined);
    if (!wanted) await lock?.release();
  }

  document.addEventListener('visibilitychange', () => void take());
  return {
    possible,
    want(on) {
      wanted = on;
      if (on) void take();
      else void lock?.release();
    },
  };
}
