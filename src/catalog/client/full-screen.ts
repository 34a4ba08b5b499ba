/** Shows an element on the whole screen, or ends that. Some phones have no full screen for elements. */
export function fullScreen(element: HTMLElement): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void element.requestFullscreen?.();
}
