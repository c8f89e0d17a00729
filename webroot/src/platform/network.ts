/** Calls `hear` when the network or this page may be back, or the network may be gone. */
export function onNetworkHint(hear: (hint: "maybeBack" | "maybeGone") => void): () => void {
  const events = new AbortController();
  const { signal } = events;
  const back = (): void => hear("maybeBack");
  window.addEventListener("online", back, { signal });
  window.addEventListener("offline", () => hear("maybeGone"), { signal });
  window.addEventListener("pageshow", back, { signal });
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "visible") {
        back();
      }
    },
    { signal },
  );
  return () => events.abort();
}

/** The address of the bridge on the server that this page came from. */
export function bridgeUrl(contractVersion: number): string {
  const url = new URL(`/eventbus/websocket?contract=${contractVersion}`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}
