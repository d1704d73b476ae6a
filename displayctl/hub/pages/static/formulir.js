// What a browser can say before anything is sent: files that are too large, and that a form is on its way.
"use strict";

function tooLarge(field) {
  const sizes = Array.from(field.files, (file) => file.size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total > Number(field.dataset.mostBytes) || sizes.length > Number(field.dataset.mostFiles);
}

function judge(field) {
  field.setCustomValidity(tooLarge(field) ? field.dataset.tooLarge : "");
  let words = document.getElementById("lampiran-salah");
  if (!words) {
    words = document.createElement("p");
    words.id = "lampiran-salah";
    words.className = "complaint";
    words.setAttribute("role", "alert");
    field.after(words);
  }
  words.textContent = field.validationMessage;
  words.hidden = field.validity.valid;
}

for (const field of document.querySelectorAll("input[type=file]")) {
  field.addEventListener("change", () => judge(field));
}
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    const button = form.querySelector("button[data-working]");
    if (button) {
      button.textContent = button.dataset.working;
    }
  });
}
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    window.location.reload();
  }
});
