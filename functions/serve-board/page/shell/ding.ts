/** Two short tones, one after the other. */
const tones = [
  { hertz: 880, at: 0 },
  { hertz: 1175, at: 0.14 },
] as const;
const loudness = 0.12;
const lastsSeconds = 0.22;

let audio: AudioContext | undefined;

/** A browser lets a page sound only after somebody has clicked or typed in it. */
export function armDing(): () => void {
  const wake = () => {
    audio ??= new AudioContext();
    void audio.resume();
  };
  const options = { once: true, passive: true } as const;
  window.addEventListener('pointerdown', wake, options);
  window.addEventListener('keydown', wake, options);
  return () => {
    window.removeEventListener('pointerdown', wake);
    window.removeEventListener('keydown', wake);
  };
}

/** Silent where nobody has touched the page yet. */
export function ding(): void {
  if (audio?.state !== 'running') {
    return;
  }
  for (const { hertz, at } of tones) {
    const [tone, gain, from] = [audio.createOscillator(), audio.createGain(), audio.currentTime + at];
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(loudness, from);
    gain.gain.exponentialRampToValueAtTime(0.001, from + lastsSeconds);
    tone.connect(gain).connect(audio.destination);
    tone.start(from);
    tone.stop(from + lastsSeconds);
  }
}
