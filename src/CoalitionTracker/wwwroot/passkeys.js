// Passkeys: asks the server what to ask for, the browser for the passkey, and sends its answer with the form.
const canUsePasskeys = globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON && globalThis.PublicKeyCredential.parseRequestOptionsFromJSON;

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!canUsePasskeys) break;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = form.querySelector(".problem");
    problem.textContent = "";
    try {
      form.elements.Credential.value = JSON.stringify(await credentialFor(form));
      form.submit();
    } catch (error) {
      problem.textContent =
        error.name === "NotAllowedError" ? "No passkey was used: it was stopped, or it took too long." : "That did not work. Load the page anew and try again.";
    }
  });
}

async function credentialFor(form) {
  const isNew = form.dataset.passkey === "create";
  const answer = await fetch(`/account/passkeys/${isNew ? "creation" : "request"}-options`, { method: "POST", body: new FormData(form) });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}`);
  const options = await answer.json();
  return isNew
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
