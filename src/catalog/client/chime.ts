/** Three tones that are heard in a room that talks: pitch in hertz. */
const TONES = [660, 660, 880];

/** Seconds from one tone to the next. */
const STEP = 0.45;

/** Sounds the end of a countdown. `ready` is called on a click, since browsers play nothing on pages that nobody has touched. */
export function startChime(): { ready(): void; play(): void } {
  let context: AudioContext | undefined;
  const open = () => {
    context ??= new AudioContext();
    void context.resume();
    return context;
  };
  return {
    ready: () => void open(),
    play() {
      // After a reload nobody has touched the page yet: the browser would refuse, and complain.
      if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
      const sound = open();
      for (const [at, pitch] of TONES.entries()) tone(sound, pitch, sound.currentTime + at * STEP);
    },
  };
}

/** A tone that swells and fades, so that it does not click. */
function tone(sound: AudioContext, pitch: number, start: number): void {
  const [voice, volume] = [sound.createOscillator(), sound.createGain()];
  voice.frequency.value = pitch;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.4, start + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, start + STEP * 0.9);
  voice.connect(volume).connect(sound.destination);
  voice.start(start);
  voice.stop(start + STEP);
}
