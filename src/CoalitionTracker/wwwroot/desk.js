// Says that the connection is lost, and opens the page anew when the server no longer knows it: the draft is in the store.
document.addEventListener("components-reconnect-state-changed", async ({ target: note, detail: { state } }) => {
  if (state === "show") note.show();
  else if (state === "hide") note.close();
  else if (state === "rejected") location.reload();
}, true);

document.addEventListener("click", async ({ target }) => {
  if (target.id !== "reconnect-again") return;
  try {
    if (!(await Blazor.reconnect())) location.reload();
  } catch {
    // Still no answer; the note stays.
  }
});

// What a button of a form has just made is where the keyboard goes on; where the button is gone, it would start from the top of the page.
globalThis.desk = {
  focus(id, onlyIfLost) {
    if (!onlyIfLost || document.activeElement === document.body) document.getElementById(id)?.focus();
  },
};
